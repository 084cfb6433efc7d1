/**
 * The check worker: detection and the pure stages, away from the page. It does one thing after the other in the order of
 * the messages (protocol.ts); only 'cancel' and 'close' reach past what is running.
 */
import { brokenBackend } from '../detect/broken-backend';
import type { AppError } from '../core/errors';
import { CheckDesk } from './check-desk';
import type { FromWorker, ToWorker } from './protocol';

const post = (message: FromWorker): void => postMessage(message);
const desk = new CheckDesk(post);
let queue: Promise<void> = Promise.resolve();

/** Between two looks: four frames or so, so that a check keeps its rate. */
const PAUSE_MS = 300;

/** A second look waits until no message does, and is made of steps with a pause between them. */
let looking = false;
function lookSoon(waitMs = 0): void {
  if (looking) return;
  looking = true;
  setTimeout(() => {
    looking = false;
    queue = queue.then(async () => {
      if (await desk.lookAgain()) lookSoon(PAUSE_MS);
    });
  }, waitMs);
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  if (data.kind === 'cancel' || data.kind === 'close') desk.cancel();
  queue = queue
    .then(() => desk.handle(data))
    .catch((error: unknown) => answerBug(data, brokenBackend(error)));
  if (data.kind === 'frame') void queue.then(() => lookSoon());
  if (data.kind === 'close') void queue.then(() => close());
});

/**
 * Whatever broke, the page hears of it: it must not wait for ever. Nothing may be thrown here: the next message would
 * be passed over.
 */
function answerBug(message: ToWorker, error: AppError): void {
  if ('id' in message) post({ kind: 'failed', id: message.id, error });
  else if (message.kind === 'frame') post({ kind: 'failed', id: null, error });
  else
    post({
      kind: 'failed',
      id: null,
      error: { ...error, detail: `${message.kind}: ${error.detail}` },
    });
}
