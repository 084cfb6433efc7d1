import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import { LiftSegmenter, type SegmentEvent } from '../../../../src/core/lifts/segmenter';

export const HANGING = 0.5;
export const STEP_S = 0.05;
export const upright: LiftSignal = { trunkDeg: 3, handHeight: HANGING, handReach: 0.1, hipDrop: 0 };
/** Carrying 1.5: hands 9 % above hanging, none of it in front. */
export const loaded: LiftSignal = { ...upright, handHeight: 0.59 };
export const down: LiftSignal = { trunkDeg: 70, handHeight: 0.1, handReach: 0.1, hipDrop: 0.05 };
/** Carrying 4.5, all of it in front: enough for hands that are lower, too. */
export const inFront: LiftSignal = { ...upright, handReach: 0.295 };

export type At = (sinceS: number) => LiftSignal;

/** Goes from one posture to the next at once, or as a function says, and holds it: edges are met to the point. */
export class Steps {
  readonly segmenter = new LiftSegmenter(HANGING);
  readonly events: SegmentEvent[] = [];
  timeS = 0;

  then(next: Partial<LiftSignal> | At, seconds: number): this {
    const begin = this.timeS;
    const count = Math.round(seconds / STEP_S);
    for (let i = 1; i <= count; i++) {
      this.timeS = begin + i * STEP_S;
      const signal =
        typeof next === 'function' ? next(this.timeS - begin) : { ...upright, ...next };
      this.events.push(...this.segmenter.push(this.timeS, signal));
    }
    return this;
  }

  get said(): [lifts: number, phase: string] {
    return [this.segmenter.lifts.length, this.segmenter.phase];
  }
}

export const bent = () => new Steps().then(upright, 1).then(down, 1);
export const holding = () => bent().then(loaded, 1);
