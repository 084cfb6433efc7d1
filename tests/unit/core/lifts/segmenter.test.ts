import { describe, expect, it } from 'vitest';
import type { LiftSignal } from '../../../../src/core/kinematics/moment';
import { LiftSegmenter } from '../../../../src/core/lifts/segmenter';
import { analysed, savedPoses, type RecordingName } from '../recordings';

const HANGING = 0.51;
const upright: LiftSignal = { trunkDeg: 3, handHeight: HANGING, handReach: 0.085, hipDrop: 0 };
const loaded: LiftSignal = { ...upright, handHeight: 0.64, handReach: 0.13 };
const down: LiftSignal = { trunkDeg: 70, handHeight: 0.1, handReach: 0.16, hipDrop: 0.1 };

/** A body moves gently from one posture to the next; each leg takes `s` seconds. */
class Story {
  readonly segmenter = new LiftSegmenter(HANGING);
  #timeS = 0;
  #last = upright;

  constructor(private readonly rate = 15) {}

  to(next: LiftSignal | null, s: number): this {
    const steps = Math.round(s * this.rate);
    for (let i = 1; i <= steps; i++) {
      this.#timeS += 1 / this.rate;
      const share = (1 - Math.cos((Math.PI * i) / steps)) / 2;
      const mix = (name: keyof LiftSignal): number =>
        this.#last[name] + (next![name] - this.#last[name]) * share;
      this.segmenter.push(
        this.#timeS,
        next === null
          ? null
          : {
              trunkDeg: mix('trunkDeg'),
              handHeight: mix('handHeight'),
              handReach: mix('handReach'),
              hipDrop: mix('hipDrop'),
            },
      );
    }
    if (next !== null) this.#last = next;
    return this;
  }

  get lifts() {
    return this.segmenter.lifts;
  }
}

const story = (rate?: number): Story => new Story(rate).to(upright, 1);

describe('lifts', () => {
  it.each([7, 10, 15, 30])(
    'LIFT-1, LIFT-2, LIFT-5: one lift and its putting down, at %i poses a second',
    (rate) => {
      const { lifts } = story(rate)
        .to(down, 1.3)
        .to(down, 0.3)
        .to(loaded, 1.3)
        .to(loaded, 1)
        .to(down, 1.3)
        .to(down, 0.3)
        .to(upright, 1.3)
        .to(upright, 1);
      expect(lifts).toHaveLength(1);
      const [lift] = lifts;
      expect(lift!.startS).toBeGreaterThan(0.9);
      expect(lift!.startS).toBeLessThan(1.35);
      expect(lift!.graspS).toBeCloseTo(2.45, 0);
      expect(lift!.endS).toBeGreaterThan(3.5);
      expect(lift!.endS).toBeLessThan(4.5);
      expect(lift!.releaseS).toBeGreaterThan(5.8);
      expect(lift!.releaseS).toBeLessThan(6.9);
      expect(lift!.lowerEndS).toBeGreaterThan(7.4);
    },
  );

  it('LIFT-3: bending and coming up with empty hands is no lift', () => {
    const { lifts, segmenter } = story().to(down, 1).to(upright, 1).to(upright, 1);
    expect(lifts).toHaveLength(0);
    expect(segmenter.phase).toBe('standing');
  });

  it('LIFT-4: walking and reaching up is no lift', () => {
    const step: LiftSignal = { trunkDeg: 4, handHeight: 0.49, handReach: 0.15, hipDrop: 0.03 };
    const up: LiftSignal = { trunkDeg: 5, handHeight: 1.2, handReach: 0.2, hipDrop: 0 };
    expect(
      story().to(step, 0.5).to(upright, 0.5).to(step, 0.5).to(up, 1).to(up, 1).to(upright, 1).lifts,
    ).toHaveLength(0);
  });

  it('LIFT-5: a dip with the load in the hands is no putting down', () => {
    const dip: LiftSignal = { trunkDeg: 30, handHeight: 0.5, handReach: 0.2, hipDrop: 0.05 };
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(dip, 0.6)
      .to(loaded, 0.6)
      .to(loaded, 1);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeNull();
  });

  it('LIFT-6: a load placed on something high is released without a bend', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(upright, 0.6)
      .to(upright, 1.5);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeGreaterThan(4);
    expect(lifts[0]!.lowerEndS).toBe(lifts[0]!.releaseS);
  });

  it('LIFT-7: put down and lifted again without standing up: two lifts', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 1)
      .to(down, 1)
      .to(down, 0.3)
      .to(loaded, 1)
      .to(loaded, 1);
    expect(lifts).toHaveLength(2);
    expect(lifts[0]!.releaseS).toBe(lifts[1]!.startS);
  });

  it('a second lift without standing still counts', () => {
    const { lifts } = story()
      .to(down, 1)
      .to(loaded, 1)
      .to(loaded, 0.5)
      .to(down, 1)
      .to(upright, 0.8)
      .to(upright, 0.2)
      .to(down, 0.8)
      .to(loaded, 1)
      .to(loaded, 1);
    expect(lifts).toHaveLength(2);
    expect(lifts[0]!.lowerEndS).not.toBeNull();
    expect(lifts[1]!.releaseS).toBeNull();
  });

  it('LIFT-8: who leaves in the middle has not lifted; a lift that had ended stays', () => {
    expect(story().to(down, 1).to(null, 2).to(upright, 1).lifts).toHaveLength(0);
    const { lifts } = story().to(down, 1).to(loaded, 1).to(loaded, 1).to(null, 2).to(upright, 2);
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.releaseS).toBeNull();
  });
});

describe('lifts in recordings of the real detector', () => {
  const expected: Record<RecordingName, number> = {
    'good-lift': 1,
    'bent-back': 1,
    twist: 1,
    'three-lifts': 3,
    'bend-without-load': 0,
    'walk-and-reach-up': 0,
    'feet-out-of-picture': 1,
  };
  it.each(Object.entries(expected))('%s: %i', (name, count) => {
    expect(analysed(savedPoses(name as RecordingName)).lifts).toHaveLength(count);
  });
});
