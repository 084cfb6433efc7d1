import { fail, ok, type AppError, type Result } from '../core/errors';
import type { DetectorId } from '../core/pose/pose';
import type { JudgedLift } from '../core/records/judged-lift';
import type { Analysis } from '../core/session/analysis';
import type { Fraction, Seconds } from '../core/units';
import type { LiveState } from './live-state';
import type {
  BackendId,
  DetectorChoice,
  FromWorker,
  Person,
  SwitchReason,
  ToWorker,
} from './protocol';

/** What the worker is busy with; `detail` names the model or back end and is for the curious. */
export interface Progress {
  step: 'loading' | 'measuring' | 'warming' | 'reading';
  fraction: Fraction;
  detail: string;
  /** Of the model that is being fetched. */
  bytes?: { got: number; of: number };
}

export interface OpenOptions {
  /** 'live' aims at 10 poses a second, 'recording' at accuracy. */
  use: 'live' | 'recording';
  detector?: DetectorId | 'auto';
  backend?: BackendId | 'auto';
  /** Folder (absolute URL ending in '/') that holds `models/`; default: next to the page. */
  assetBase?: string;
  onProgress?: (progress: Progress) => void;
}

export interface AnalyseOptions {
  person: Person;
  /** Poses a second to look at; default 15. */
  fps?: number;
  /** As in OpenOptions; only `analysePoses` needs it. */
  assetBase?: string;
  onProgress?: (progress: Progress) => void;
  /** Aborting answers with the failure 'cancelled'. */
  signal?: AbortSignal;
}

/** The part of Worker that is used, so that a test can stand in for it. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

/** How long the worker may take to end itself. */
const CLOSE_MS = 10_000;
/** Between two pictures of a file; the reader of the file may have lost itself in a damaged one. */
const SILENT_MS = 60_000;

interface Waiting {
  settle: (answer: Result<FromWorker>) => void;
  onProgress: ((progress: Progress) => void) | undefined;
}

const pageFolder = (): string => new URL('./', document.baseURI).href;

const startWorker = (): WorkerLike =>
  new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * The page's side of the check worker. One client owns one worker; `close()` ends both.
 *
 * Live: `open` → `startLive` → `offerFrame` on every picture, states arrive through `onState` → `finishLive`.
 * Recording: `open({use: 'recording'})` → `analyseFile`. Saved poses: `analysePoses`, which needs no `open`.
 * Expected failures are values (`Result`), never exceptions. One open, finish or analysis at a time is enough for the
 * product; several are answered in order.
 */
export class CheckClient {
  private readonly worker: WorkerLike;
  private readonly waiting = new Map<number, Waiting>();
  private nextId = 1;
  private inFlight = false;
  /** Sent by the worker only when they have changed. */
  private lifts: LiveState['lifts'] = [];
  private dead: AppError | null = null;
  private stateListener: ((state: LiveState) => void) | null = null;
  private lookListener: ((lifts: LiveState['lifts']) => void) | null = null;
  private liftListener: ((lift: JudgedLift) => void) | null = null;
  private troubleListener: ((error: AppError) => void) | null = null;
  private switchListener: ((choice: DetectorChoice, why: SwitchReason) => void) | null = null;

  /** Starts the worker. `makeWorker` is for tests. */
  constructor(makeWorker: () => WorkerLike = startWorker) {
    this.worker = makeWorker();
    this.worker.addEventListener('message', (event) =>
      this.receive((event as MessageEvent<FromWorker>).data),
    );
    this.worker.addEventListener('error', (event) =>
      this.die(event.message || 'the worker stopped'),
    );
    this.worker.addEventListener('messageerror', () =>
      this.die('a message of the worker could not be read'),
    );
  }

  /**
   * Chooses the back end and model (measuring on this machine unless both are given), loads and warms up.
   * Takes seconds; show `onProgress`. May be called again to change the choice; a running live check must be started anew.
   * Failures: 'model-missing', 'backend-failed', 'memory-full'.
   */
  async open(options: OpenOptions): Promise<Result<DetectorChoice>> {
    const answer = await this.ask(
      (id) => ({
        kind: 'open',
        id,
        use: options.use,
        detector: options.detector ?? 'auto',
        backend: options.backend ?? 'auto',
        assetBase: options.assetBase ?? pageFolder(),
      }),
      options.onProgress,
    );
    if (!answer.ok) return answer;
    return answer.value.kind === 'ready'
      ? ok(answer.value.choice)
      : fail('backend-failed', answer.value.kind);
  }

  /** Begins a live check: forgets the person, the baseline and the lifts of an earlier one. */
  startLive(options: { person: Person; sourceName: string }): void {
    this.lifts = [];
    this.post({ kind: 'start-live', person: options.person, sourceName: options.sourceName });
  }

  /**
   * Offers the newest picture. Returns false, and does nothing, while an earlier picture is still being looked at: so at
   * most one is in flight, none is queued, and the newest wins. A given ImageBitmap is taken over: it is closed in
   * either case. timeS: seconds on one clock that never goes back (the camera frame's own time).
   */
  offerFrame(picture: HTMLVideoElement | ImageBitmap, timeS: Seconds): boolean {
    const isBitmap = picture instanceof ImageBitmap;
    if (this.inFlight || this.dead || (!isBitmap && picture.readyState < 2)) {
      if (isBitmap) picture.close();
      return false;
    }
    this.inFlight = true;
    if (isBitmap) this.sendFrame(picture, timeS);
    else {
      createImageBitmap(picture).then(
        (image) => this.sendFrame(image, timeS),
        // The element had no picture just now (camera unplugged, video changed): wait for the next offer.
        () => (this.inFlight = false),
      );
    }
    return true;
  }

  /** Called with the state after each frame, on the page's thread. One listener; null takes it off. */
  onState(listener: ((state: LiveState) => void) | null): void {
    this.stateListener = listener;
  }

  /** Called when verdicts were refined by a second look, between two states; there is nothing to speak of. */
  onLookedAgain(listener: ((lifts: LiveState['lifts']) => void) | null): void {
    this.lookListener = listener;
  }

  /**
   * Called with each lift as soon as it has ended, and again with the same `index` when its verdict went on (putting down,
   * second look); all of them before `finishLive` or an analysis answers.
   */
  onLift(listener: ((lift: JudgedLift) => void) | null): void {
    this.liftListener = listener;
  }

  /** Called when a frame could not be looked at, or the worker is gone ('backend-failed', 'memory-full'). */
  onTrouble(listener: ((error: AppError) => void) | null): void {
    this.troubleListener = listener;
  }

  /** Called when another detector or back end took over, and why; the check goes on by itself. */
  onSwitched(listener: ((choice: DetectorChoice, why: SwitchReason) => void) | null): void {
    this.switchListener = listener;
  }

  /** Throws the standing baseline of the live check away; a new one is taken from the next upright frames. */
  redoBaseline(): void {
    this.post({ kind: 'redo-baseline' });
  }

  /** Ends the live check and gives the whole analysis (with poses). 'backend-failed' when no live check was started. */
  async finishLive(): Promise<Result<Analysis>> {
    return analysisOf(await this.ask((id) => ({ kind: 'finish-live', id })));
  }

  /**
   * Analyses a video file with the opened detector. When nothing is heard of it for a minute, it is 'file-unreadable' and
   * the worker is gone: a reader that goes round in circles hears no 'cancel'.
   * Failures: 'file-*', 'backend-failed' (not opened), 'memory-full', 'cancelled'.
   */
  async analyseFile(file: File, options: AnalyseOptions): Promise<Result<Analysis>> {
    const { person, fps = 15, onProgress } = options;
    const listen = () => setTimeout(() => this.lose(), SILENT_MS);
    let silence = listen();
    const heard = (progress: Progress) => {
      clearTimeout(silence);
      silence = listen();
      onProgress?.(progress);
    };
    const answer = await this.analyse((id) => ({ kind: 'analyse-file', id, file, person, fps }), {
      ...options,
      onProgress: heard,
    });
    clearTimeout(silence);
    return answer;
  }

  /** Scores a saved-poses file (an analysis with `poses`) again. Needs no `open`. Failure: 'poses-unreadable'. */
  async analysePoses(file: File, options: AnalyseOptions): Promise<Result<Analysis>> {
    const { person, assetBase = pageFolder() } = options;
    return this.analyse((id) => ({ kind: 'analyse-poses', id, file, person, assetBase }), options);
  }

  /** Stops the worker and lets everything go; what is still waited for is answered with 'cancelled'. */
  close(): void {
    if (!this.dead) {
      // The worker disposes of its tensors and GPU context and then closes itself; terminate() would lose that.
      this.post({ kind: 'close' });
      // Unless it hangs inside a GPU driver.
      setTimeout(() => this.worker.terminate(), CLOSE_MS);
      this.end({ kind: 'cancelled', detail: 'closed' });
    }
    this.stateListener = this.lookListener = this.liftListener = null;
    this.troubleListener = this.switchListener = null;
  }

  private async analyse(
    make: (id: number) => ToWorker,
    options: AnalyseOptions,
  ): Promise<Result<Analysis>> {
    const { signal } = options;
    if (signal?.aborted) return fail('cancelled');
    const stop = () => this.post({ kind: 'cancel' });
    signal?.addEventListener('abort', stop);
    const answer = await this.ask(make, options.onProgress);
    signal?.removeEventListener('abort', stop);
    return analysisOf(answer);
  }

  private ask(
    make: (id: number) => ToWorker,
    onProgress?: (progress: Progress) => void,
  ): Promise<Result<FromWorker>> {
    if (this.dead) return Promise.resolve({ ok: false, error: this.dead });
    const id = this.nextId++;
    return new Promise((settle) => {
      this.waiting.set(id, { settle, onProgress });
      this.post(make(id));
    });
  }

  private post(message: ToWorker, transfer: Transferable[] = []): void {
    if (!this.dead) this.worker.postMessage(message, transfer);
  }

  private sendFrame(image: ImageBitmap, timeS: Seconds): void {
    if (this.dead) image.close();
    else this.post({ kind: 'frame', image, timeS }, [image]);
  }

  private receive(message: FromWorker): void {
    switch (message.kind) {
      case 'progress':
        // Oldest question first: the worker answers in order, so progress belongs to it.
        this.waiting.values().next().value?.onProgress?.(message);
        return;
      case 'state':
        this.inFlight = false;
        this.lifts = message.lifts ?? this.lifts;
        this.stateListener?.({ ...message.state, lifts: this.lifts });
        return;
      case 'looked-again':
        this.lifts = message.lifts;
        this.lookListener?.(this.lifts);
        return;
      case 'lift':
        this.liftListener?.(message.lift);
        return;
      case 'switched':
        this.switchListener?.(message.choice, message.why);
        return;
      case 'ready':
      case 'analysis':
        this.answer(message.id, ok(message));
        return;
      case 'failed':
        if (message.id !== null) this.answer(message.id, { ok: false, error: message.error });
        else {
          this.inFlight = false;
          this.troubleListener?.(message.error);
        }
    }
  }

  private answer(id: number, answer: Result<FromWorker>): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    waiting?.settle(answer);
  }

  private die(detail: string): void {
    if (this.dead) return;
    const error: AppError = { kind: 'backend-failed', detail };
    this.end(error);
    this.worker.terminate();
    this.troubleListener?.(error);
  }

  private lose(): void {
    this.end({ kind: 'file-unreadable', detail: `nothing was read for ${SILENT_MS / 1000} s` });
    this.worker.terminate();
  }

  private end(error: AppError): void {
    this.dead = error;
    this.inFlight = false;
    for (const id of [...this.waiting.keys()]) this.answer(id, { ok: false, error });
  }
}

function analysisOf(answer: Result<FromWorker>): Result<Analysis> {
  if (!answer.ok) return answer;
  return answer.value.kind === 'analysis'
    ? ok(answer.value.analysis)
    : fail('backend-failed', answer.value.kind);
}
