import { PixelCanvas } from '../capture/pixel-canvas';
import { fail, ok, type AppError, type Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { JudgedLift } from '../core/records/judged-lift';
import type { Analysis } from '../core/session/analysis';
import { parsePoseFile } from '../core/session/pose-file';
import { LOOKED_AT } from '../core/session/recording-limits';
import type { Degrees, Pixels, Seconds } from '../core/units';
import type { OpenStep } from '../detect/open-detector';
import { siteLifters } from '../detect/site-lifters';
import { recordedLifts } from './judged-lift';
import { Instruments } from './instruments';
import { LiveCheck } from './live-check';
import type { LiveLooks } from './live-looks';
import { PersonFollower } from './person-follower';
import type { LiveState } from './live-state';
import { PictureWatch } from './picture-watch';
import type { FromWorker, ToWorker } from './protocol';
import { analyseSavedPoses } from './saved-poses';
import { analyseVideo } from './video-analysis';

const UPRIGHT_DEG: Degrees = 15;

type Message<K extends ToWorker['kind']> = Extract<ToWorker, { kind: K }>;

/** What the worker keeps between messages, and what it does on each. Answers go to `post`. */
export class CheckDesk {
  private instruments: Instruments | null = null;
  private lifters: LifterSet | null = null;
  private live: LiveCheck | null = null;
  private looks: LiveLooks | null = null;
  /** Nobody is in the middle of a lift: a frame may come a little later. */
  private quiet = true;
  private sentLifts: LiveState['lifts'] | null = null;
  private follower = new PersonFollower();
  private pictures = new PictureWatch();
  private canvas: PixelCanvas | null = null;
  private canvasFor = '';
  private stop = new AbortController();

  constructor(private readonly post: (message: FromWorker) => void) {}

  /** Stops a running analysis at its next picture; it answers 'cancelled'. */
  cancel(): void {
    this.stop.abort();
  }

  /** Carries one message out. Rejects on bugs and broken back ends; the caller answers then. */
  async handle(message: ToWorker): Promise<void> {
    switch (message.kind) {
      case 'open':
        return this.open(message);
      case 'start-live': {
        this.startLive(message);
        return;
      }
      case 'frame':
        return this.frame(message);
      case 'redo-baseline':
        return this.live?.redoBaseline();
      case 'finish-live':
        return this.finishLive(message);
      case 'analyse-file': {
        this.answer(message.id, await this.analyseFile(message));
        return;
      }
      case 'analyse-poses': {
        this.answer(message.id, await this.analysePoses(message));
        return;
      }
      case 'cancel':
        // Everything that was running has ended; what comes next may run.
        this.stop = new AbortController();
        return;
      case 'close':
        this.closeDetector();
        this.canvas = null;
    }
  }

  /**
   * One step of a second look, if there is one to make and the person is not in the middle of a lift.
   * @returns whether there is more to do soon
   */
  async lookAgain(): Promise<boolean> {
    const { live, looks } = this;
    if (!live || !looks || !this.quiet) return false;
    try {
      const { found, more } = await looks.step(nowS);
      const before = this.sentLifts;
      const lifts = found === null ? before : live.takeLooks(found);
      if (lifts !== null && lifts !== before) {
        this.sentLifts = lifts;
        this.post({ kind: 'looked-again', lifts });
        this.postLifts(live);
      }
      return more;
    } catch (error) {
      // The next frame will tell, and says what is to be done; looks are no more.
      this.instruments?.brokeUnderLook(error);
      this.looks = null;
      return false;
    }
  }

  private async finishLive({ id }: Message<'finish-live'>): Promise<void> {
    if (!this.live) {
      this.answer(id, fail('backend-failed', 'no live check is running'));
      return;
    }
    // Who stops right after a lift waits a second at most for its second look.
    this.quiet = true;
    while (await this.lookAgain());
    const analysis = this.live.finish();
    this.postLifts(this.live);
    this.answer(id, ok(analysis));
    this.live = this.looks = null;
  }

  private closeDetector(): void {
    this.instruments?.close();
    this.instruments = this.live = this.looks = null;
  }

  private async open({ id, use, detector, backend, assetBase }: Message<'open'>): Promise<void> {
    this.closeDetector();
    const onStep: OpenStep = (step, fraction, detail, bytes) =>
      this.post({ kind: 'progress', step, fraction, detail, ...(bytes && { bytes }) });
    const lifters = await this.loadLifters(assetBase);
    const opened = lifters.ok
      ? await Instruments.open({
          wish: { use, detector, backend },
          assetBase,
          onStep,
          onSwitched: (choice, why) => {
            // A back end that was lost took the pictures' models with it.
            if (typeof why === 'object') this.looks = null;
            this.post({ kind: 'switched', choice, why });
          },
        })
      : lifters;
    if (!opened.ok) {
      this.post({ kind: 'failed', id, error: opened.error });
      return;
    }
    this.instruments = opened.value;
    this.post({ kind: 'ready', id, choice: opened.value.run.choice });
  }

  private startLive({ person, sourceName }: Message<'start-live'>): void {
    if (!this.instruments || !this.lifters) return;
    const { run } = this.instruments;
    run.reset();
    this.follower = new PersonFollower();
    this.pictures = new PictureWatch();
    this.sentLifts = null;
    this.canvasFor = '';
    const { detector } = run.choice;
    this.live = new LiveCheck({ lifters: this.lifters, person, detector, sourceName });
    this.quiet = true;
    this.looks = this.instruments.newLooks();
  }

  private async frame({ image, timeS }: Message<'frame'>): Promise<void> {
    const { width, height } = image;
    let frame;
    try {
      frame = await this.canvasOf(width, height).read((to, w, h) =>
        to.drawImage(image, 0, 0, w, h),
      );
    } finally {
      image.close();
    }
    if (!this.instruments || !this.live) {
      this.failed(null, { kind: 'backend-failed', detail: 'no live check is running' });
      return;
    }
    const { instruments, live } = this;
    const trouble = this.pictures.look(frame, timeS);
    const beginS = nowS();
    const seen =
      trouble === null
        ? await this.follower.follow(instruments.run, frame, timeS, { width, height })
        : ok({ timeS, pose: null });
    if (!seen.ok) {
      this.failed(null, seen.error);
      return;
    }
    if (trouble === null) instruments.took(nowS() - beginS, nowS());
    const { lifts, ...pushed } = live.push(seen.value, { width, height });
    const state = trouble === null ? pushed : { ...pushed, trouble };
    this.post({ kind: 'state', state, lifts: lifts === this.sentLifts ? null : lifts });
    this.sentLifts = lifts;
    this.postLifts(live);
    // Somebody who begins to put down is still "holding" for a moment, but no longer upright.
    this.quiet =
      (state.phase === 'standing' || state.phase === 'holding') &&
      (state.motion?.measures.trunkInclinationDeg.value ?? 0) < UPRIGHT_DEG;
    this.looks?.prepare(state, frame, live, nowS());
    if (state.phase === 'standing' && this.quiet && this.looks?.isBusy !== true)
      if (await instruments.keepPace(nowS)) this.looks = instruments.newLooks();
  }

  private postLifts(live: LiveCheck): void {
    live.freshLifts().forEach(this.postLift);
  }

  private readonly postLift = (lift: JudgedLift): void => this.post({ kind: 'lift', lift });

  private async analyseFile({
    file,
    fps,
    person,
  }: Message<'analyse-file'>): Promise<Result<Analysis>> {
    const { instruments, lifters, stop } = this;
    if (!instruments || !lifters) return fail('backend-failed', 'no detector is open');
    const made = await analyseVideo(file, {
      run: instruments.run,
      lifters,
      masker: instruments.masker,
      person,
      fps,
      signal: stop.signal,
      onFrame: (fraction, count) =>
        this.post({ kind: 'progress', step: 'reading', fraction, detail: `${count}` }),
    });
    if (!made.ok) return made;
    const { analysis, frames } = made.value;
    recordedLifts(analysis, frames, lifters).forEach(this.postLift);
    return ok(analysis);
  }

  private async analysePoses({
    file,
    person,
    assetBase,
  }: Message<'analyse-poses'>): Promise<Result<Analysis>> {
    const lifters = await this.loadLifters(assetBase);
    if (!lifters.ok) return lifters;
    const poses = await file.text().then(
      (text) => parsePoseFile(parseJson(text), file.name),
      (error: unknown) => fail('poses-unreadable', String(error)),
    );
    if (!poses.ok) return poses;
    return ok(analyseSavedPoses(poses.value, lifters.value, person, true, this.postLift));
  }

  private async loadLifters(assetBase: string): Promise<Result<LifterSet>> {
    if (this.lifters) return ok(this.lifters);
    const fetched = await siteLifters(assetBase);
    if (fetched.ok) this.lifters = fetched.value;
    return fetched;
  }

  private canvasOf(width: Pixels, height: Pixels): PixelCanvas {
    const size = `${width}×${height}`;
    if (!this.canvas || size !== this.canvasFor) {
      this.canvas = new PixelCanvas(width, height, LOOKED_AT);
      // POSE-5: a camera that was turned, or whose resolution changed: the standing pose is of another picture.
      if (this.canvasFor !== '') this.lookAnew();
    }
    this.canvasFor = size;
    return this.canvas;
  }

  private lookAnew(): void {
    this.live?.redoBaseline();
    this.instruments?.run.reset();
    this.follower = new PersonFollower();
  }

  private answer(id: number, result: Result<Analysis>): void {
    if (result.ok) this.post({ kind: 'analysis', id, analysis: result.value });
    else this.failed(id, result.error);
  }

  private failed(id: number | null, error: AppError): void {
    this.post({ kind: 'failed', id, error });
  }
}

const nowS = (): Seconds => performance.now() / 1000;

/** Undefined, which fits no schema, for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
