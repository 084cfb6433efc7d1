import { ok, type Result } from '../core/errors';
import type { VideoShelf } from '../core/records/video-shelf';
import { storageFailure } from './storage-failure';

const FOLDER = 'videos';

/** Videos in the private files of this page (OPFS), one file a session. */
export class OpfsVideoShelf implements VideoShelf {
  keep(sessionId: string, video: Blob): Promise<Result<null>> {
    return attempt(async (folder) => {
      const file = await folder.getFileHandle(sessionId, { create: true });
      try {
        // Written beside it by the browser, and put in its place when all of it is there.
        await video.stream().pipeTo(await file.createWritable());
      } catch (thrown) {
        if ((await file.getFile()).size === 0) await folder.removeEntry(sessionId);
        throw thrown;
      }
      return null;
    });
  }

  open(sessionId: string): Promise<Result<File | null>> {
    return attempt(async (folder) => {
      const names = await namesIn(folder);
      if (!names.includes(sessionId)) return null;
      const file = await (await folder.getFileHandle(sessionId)).getFile();
      return file.size > 0 ? file : null;
    });
  }

  remove(sessionId: string): Promise<Result<null>> {
    return attempt(async (folder) => {
      if ((await namesIn(folder)).includes(sessionId)) await folder.removeEntry(sessionId);
      return null;
    });
  }

  removeAll(): Promise<Result<null>> {
    return attempt(async (folder) => {
      for (const name of await namesIn(folder)) await folder.removeEntry(name);
      return null;
    });
  }

  list(): Promise<Result<{ sessionId: string; bytes: number }[]>> {
    return attempt(async (folder) => {
      const kept = await Promise.all(
        (await namesIn(folder)).map(async (sessionId) => ({
          sessionId,
          bytes: (await (await folder.getFileHandle(sessionId)).getFile()).size,
        })),
      );
      // Empty: the page went away while it was being written.
      return kept.filter(({ bytes }) => bytes > 0);
    });
  }
}

async function attempt<T>(
  work: (folder: FileSystemDirectoryHandle) => Promise<T>,
): Promise<Result<T>> {
  try {
    const root = await navigator.storage.getDirectory();
    return ok(await work(await root.getDirectoryHandle(FOLDER, { create: true })));
  } catch (thrown) {
    return storageFailure(thrown);
  }
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of folder.keys()) names.push(name);
  return names;
}
