import type { Result } from '../errors';

/**
 * Videos that a person asked to keep, by session, apart from the records: each can be deleted alone. Failures:
 * 'storage-missing', 'storage-full', 'storage-lost'; after one of them there is no half video.
 *
 * @typeParam Video what the surroundings have for a file; the core has none
 */
export interface VideoShelf<Video> {
  keep(sessionId: string, video: Video): Promise<Result<null>>;
  /** null = none is kept. */
  open(sessionId: string): Promise<Result<Video | null>>;
  remove(sessionId: string): Promise<Result<null>>;
  removeAll(): Promise<Result<null>>;
  /** What is kept. */
  list(): Promise<Result<{ sessionId: string; bytes: number }[]>>;
}
