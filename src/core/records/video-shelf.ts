import type { Result } from '../errors';

/**
 * Videos that a person asked to keep, by session, apart from the records: each can be deleted alone. Failures:
 * 'storage-missing', 'storage-full', 'storage-lost'; after one of them there is no half video.
 */
export interface VideoShelf {
  keep(sessionId: string, video: Blob): Promise<Result<null>>;
  /** null = none is kept. */
  open(sessionId: string): Promise<Result<File | null>>;
  remove(sessionId: string): Promise<Result<null>>;
  removeAll(): Promise<Result<null>>;
  /** What is kept. */
  list(): Promise<Result<{ sessionId: string; bytes: number }[]>>;
}
