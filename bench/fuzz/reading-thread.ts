import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { openVideoFile } from '../../src/capture/video-file';
import { fail, ok, type Result } from '../../src/core/errors';

const READER = 'recording-reader';
/** The product waits for a minute (CheckClient); what takes this long here never ends. */
const PATIENCE_MS = 2000;

export interface OpenedSize {
  width: number;
  height: number;
  durationS: number;
}

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Result<OpenedSize>> {
  const video = await openVideoFile(new Blob([bytes]));
  if (!video.ok) return video;
  const { width, height, durationS } = video.value;
  video.value.close();
  return ok({ width, height, durationS });
}

/** Whether this thread was started by {@link ReadingThread}: then it reads, and does nothing else. */
export function isReader(): boolean {
  if (isMainThread || workerData !== READER) return false;
  parentPort?.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
    open(bytes).then(
      (answer) => parentPort?.postMessage(answer),
      (error: unknown) =>
        setTimeout(() => {
          throw error;
        }),
    );
  });
  return true;
}

/** Opens recordings in a thread that is given up when it does not answer, as the product's worker is. */
export class ReadingThread {
  /** Recordings with which the reader went round in circles. */
  givenUp = 0;
  #thread: Worker | null = null;

  constructor(readonly program: URL) {}

  open(bytes: Uint8Array<ArrayBuffer>): Promise<Result<OpenedSize>> {
    const thread = (this.#thread ??= new Worker(this.program, { workerData: READER }));
    return new Promise((settle, broken) => {
      const drop = (): void => {
        thread.removeAllListeners();
        void thread.terminate();
        this.#thread = null;
      };
      const patience = setTimeout(() => {
        drop();
        this.givenUp++;
        settle(fail('file-unreadable', 'it does not end'));
      }, PATIENCE_MS);
      thread.once('message', (answer: Result<OpenedSize>) => {
        clearTimeout(patience);
        thread.removeAllListeners();
        settle(answer);
      });
      thread.once('error', (error) => {
        clearTimeout(patience);
        drop();
        broken(error);
      });
      thread.postMessage(bytes);
    });
  }

  close(): void {
    void this.#thread?.terminate();
    this.#thread = null;
  }
}
