import { fail, type Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { LiftRecord } from '../core/records/lift-record';
import type { TrackRecord } from '../core/records/track-record';
import type { RescoreAnswer, Rejudged, RescoreRequest } from './rescore-worker';

/** Judges kept lifts by today's rules in a worker of its own: one lift takes longer than a picture of the page may. */
export class RescoreClient {
  readonly #worker = new Worker(new URL('./rescore-worker.ts', import.meta.url), {
    type: 'module',
  });
  readonly #waiting = new Map<number, (answer: Result<Rejudged>) => void>();
  #nextId = 1;

  constructor(lifters: LifterSet) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<RescoreAnswer>) =>
      this.#settle(data.id, data.answer),
    );
    this.#worker.addEventListener('error', ({ message }) => {
      for (const id of [...this.#waiting.keys()])
        this.#settle(id, fail('backend-failed', message || 'the worker stopped'));
    });
    this.#send({ lifters });
  }

  judge(lift: LiftRecord, track: TrackRecord): Promise<Result<Rejudged>> {
    const id = this.#nextId++;
    return new Promise((settle) => {
      this.#waiting.set(id, settle);
      this.#send({ id, lift, track });
    });
  }

  /** What was asked and not answered is cancelled. */
  close(): void {
    this.#worker.terminate();
    for (const id of [...this.#waiting.keys()]) this.#settle(id, fail('cancelled'));
  }

  #send(request: RescoreRequest): void {
    this.#worker.postMessage(request);
  }

  #settle(id: number, answer: Result<Rejudged>): void {
    this.#waiting.get(id)?.(answer);
    this.#waiting.delete(id);
  }
}
