import { describe, expect, it } from 'vitest';
import { HeldGestures, type HeldGesture } from '../../../../src/core/gesture/held-gesture';
import { stanceOf } from '../../../../src/core/kinematics/stance';
import type { LiftPhase } from '../../../../src/core/lifts/lift';
import { keypointIndex } from '../../../../src/core/pose/landmarks';
import { familyOf, type Pose } from '../../../../src/core/pose/pose';
import { HANGING, NEXT, REDO, simulatedArms, type Arms } from './simulated-arms';

/** One picture of somebody who keeps still. */
const still = (arms: Arms): Pose => simulatedArms({ seed: 4 }, [0], () => arms)[0]!;
const next = still(NEXT);
const redo = still(REDO);
const hanging = still(HANGING);

/** The same with both wrists aside by this share of the ear-to-ankle height. */
function moved(pose: Pose, share: number): Pose {
  const by = share * stanceOf(pose).posture.sizePx;
  const wrists = (['leftWrist', 'rightWrist'] as const).map((name) =>
    keypointIndex(familyOf(pose.detector), name),
  );
  return {
    ...pose,
    keypoints: pose.keypoints.map((point, i) =>
      wrists.includes(i) ? { ...point, x: point.x + by } : point,
    ),
  };
}

/** Ten pictures a second, each seen for as long as it is told. */
class Watch {
  readonly #gestures = new HeldGestures();
  #tick = 0;
  readonly held: [gesture: string, timeS: number][] = [];
  last: HeldGesture = { held: null, showing: null };

  see(pose: Pose | null, seconds: number, phase: LiftPhase = 'standing'): this {
    for (let i = 0; i < Math.round(10 * seconds); i++) {
      const timeS = this.#tick++ / 10;
      this.last = this.#gestures.push({ timeS, pose, phase });
      if (this.last.held !== null) this.held.push([this.last.held, timeS]);
    }
    return this;
  }
  /** The clock goes on, or back, without a picture. */
  skip(seconds: number): this {
    this.#tick += Math.round(10 * seconds);
    return this;
  }
}
// The first picture begins the hold and has no length yet.
const begun = (pose: Pose, seconds: number) => new Watch().see(pose, seconds + 0.1);

describe('GESTURE-5: how long it is held', () => {
  it('is shown from 0.3 s on, as the share of 1.8 s', () => {
    expect(begun(next, 0.2).last).toEqual({ held: null, showing: null });
    expect(begun(next, 0.4).last.showing).toEqual({
      gesture: 'next',
      progress: expect.closeTo(0.4 / 1.8, 9) as number,
    });
    expect(begun(next, 1.7).held).toEqual([]);
    const done = begun(next, 1.9);
    expect(done.held).toHaveLength(1);
    expect(done.held[0]![1]).toBeCloseTo(1.8, 0);
  });

  it.each<[string, (watch: Watch) => Watch, number]>([
    ['a slip of 0.3 s is passed over, and does not count', (w) => w.see(null, 0.3), 1.1],
    ['one of 0.5 s ends it', (w) => w.see(null, 0.5), 1.9],
    ['wrists within 6 % go on', (w) => w.see(moved(next, 0.055), 0.2), 0.9],
    ['beyond they do not count', (w) => w.see(moved(next, 0.065), 0.2), 1.1],
    ['0.4 s without a picture go on', (w) => w.skip(0.3), 0.7],
    ['a longer silence ends it', (w) => w.skip(0.6), 1.9],
    ['a clock that goes back ends it', (w) => w.skip(-0.3), 1.9],
    ['a movement ends it', (w) => w.see(next, 0.1, 'reaching'), 1.9],
    ['another gesture ends it', (w) => w.see(redo, 0.5), 1.9],
  ])('%s', (_, between, moreS) => {
    const firedAfter = (seconds: number) =>
      between(begun(next, 0.8)).see(next, seconds).held.length;
    // to a picture or two
    expect(firedAfter(moreS - 0.25)).toBe(0);
    expect(firedAfter(moreS + 0.2)).toBe(1);
  });

  it('an arm that is still on its way begins anew where it comes to rest', () => {
    const arrives = begun(moved(next, 0.1), 0.2);
    expect(arrives.see(next, 1.8).held).toEqual([]);
    expect(arrives.see(next, 0.2).held).toHaveLength(1);
  });
});

describe('GESTURE-6: what comes before the next', () => {
  it.each<[string, Pose | null, number, number]>([
    ['0.4 s of none', hanging, 0.4, 1],
    ['0.5 s of none', hanging, 0.6, 2],
    ['1.4 s without a person', null, 1.4, 1],
    ['1.5 s without a person', null, 1.6, 2],
  ])('%s', (_, pose, seconds, count) => {
    const watch = begun(next, 1.9).see(pose, seconds).see(redo, 2.1);
    expect(watch.held).toHaveLength(count);
  });

  it('each counts by itself: a moment of one and a moment of the other are not enough', () => {
    const watch = begun(next, 1.9);
    for (let i = 0; i < 4; i++) watch.see(hanging, 0.3).see(null, 0.3).see(redo, 0.3);
    expect(watch.see(redo, 3).held).toHaveLength(1);
    expect(watch.last.showing).toBeNull();
  });
});
