import type { LifterSet } from '../core/kinematics/lifter';
import { measureFrame, type LiftSignal, type Moment, type Person } from '../core/kinematics/moment';
import { smoothMoment, smoothSignal } from '../core/kinematics/series';
import type { Baseline } from '../core/kinematics/standing';
import type { PoseFrame } from '../core/pose/pose';
import { PoseLog } from '../core/records/pose-log';
import type { Seconds } from '../core/units';

/** Frames whose smoothing still reaches the newest one. */
const SMOOTHING_FRAMES = 9;
/** Moments that stay as they were measured: most lifts are over within them (50 s at 10 poses a second). */
const KEPT = 512;

/** What lifts are found by, of one frame. */
export interface TimedSignal {
  timeS: Seconds;
  signal: LiftSignal | null;
}

/**
 * The frames of a live check and their moments. Moments are large: old ones are not kept, but measured again when they
 * are asked for, each against the standing pose that it was measured against before.
 */
export class MomentLog {
  readonly frames: PoseLog;
  readonly #lifters: LifterSet;
  readonly #person: Person;
  readonly #most: number;
  /** Of the newest frames, from this position on. */
  readonly #kept: Moment[] = [];
  #keptFrom = 0;
  /** What the frames from a position on were measured against. */
  readonly #against: { from: number; baseline: Baseline | null }[] = [];

  /** @param keepsAll all moments stay, and no frame is packed: for a stream that is there as a whole anyway */
  constructor(lifters: LifterSet, person: Person, keepsAll = false) {
    this.frames = new PoseLog(!keepsAll);
    this.#most = keepsAll ? Infinity : KEPT;
    this.#lifters = lifters;
    this.#person = person;
  }

  /** Takes the next frame. @returns its signal, smoothed by the past alone */
  push(frame: PoseFrame, baseline: Baseline | null): TimedSignal {
    this.frames.push(frame);
    const [now] = this.remeasure(this.frames.length - 1, baseline);
    if (this.#kept.length > this.#most) {
      this.#kept.shift();
      this.#keptFrom++;
    }
    return now!;
  }

  /** The moment of the frame taken last, smoothed by the past alone. */
  newest(): Moment {
    const recent = this.slice(Math.max(0, this.frames.length - SMOOTHING_FRAMES));
    return smoothMoment(recent, recent.length - 1);
  }

  /**
   * Measures all frames from a position on, against another standing pose than before.
   * @returns their signals, each smoothed by the past alone
   */
  remeasure(from: number, baseline: Baseline | null): TimedSignal[] {
    while ((this.#against.at(-1)?.from ?? -1) >= from) this.#against.pop();
    if (this.#against.at(-1)?.baseline !== baseline) this.#against.push({ from, baseline });
    const recent = this.slice(Math.max(0, from + 1 - SMOOTHING_FRAMES), from);
    return this.frames.slice(from).map((frame, i) => {
      const moment = measureFrame(frame, baseline, this.#lifters, this.#person);
      const inKept = from + i - this.#keptFrom;
      if (inKept >= 0) this.#kept[inKept] = moment;
      recent.push(moment);
      if (recent.length > SMOOTHING_FRAMES) recent.shift();
      return { timeS: frame.timeS, signal: smoothSignal(recent, recent.length - 1) };
    });
  }

  /** Moments by position, as with arrays; not smoothed. */
  slice(from = 0, to = this.frames.length): Moment[] {
    const older = this.frames.slice(from, Math.min(to, this.#keptFrom)).map((frame, i) => {
      const { baseline } = this.#against.findLast((each) => each.from <= from + i)!;
      return measureFrame(frame, baseline, this.#lifters, this.#person);
    });
    const newer = [from, to].map((position) => Math.max(0, position - this.#keptFrom));
    return [...older, ...this.#kept.slice(...newer)];
  }
}
