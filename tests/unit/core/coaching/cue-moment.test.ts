import { describe, expect, it } from 'vitest';
import { CueMoment, type CueSignal } from '../../../../src/core/coaching/cue-moment';
import type { LiftPhase, LiftTimes } from '../../../../src/core/lifts/lift';

const RATE = 15;
const lift = (endS: number, lowerEndS: number | null = null): LiftTimes => ({
  startS: 0,
  graspS: 0.5,
  peakS: 0.5,
  endS,
  lowerStartS: lowerEndS === null ? null : endS + 0.1,
  releaseS: lowerEndS === null ? null : lowerEndS - 0.5,
  lowerEndS,
});

/** Frames in order; answers when which lift was spoken of. */
function spokenAt(
  untilS: number,
  at: (timeS: number) => Partial<CueSignal> & Pick<CueSignal, 'phase' | 'trunkDeg'>,
): [timeS: number, index: number][] {
  const moment = new CueMoment();
  const said: [number, number][] = [];
  for (let i = 0; i <= untilS * RATE; i++) {
    const timeS = i / RATE;
    const index = moment.push({ timeS, lifts: [], spoken: null, ...at(timeS) });
    if (index !== null) said.push([timeS, index]);
  }
  return said;
}
const isFrame = (timeS: number, atS: number): boolean => Math.abs(timeS - atS) < 0.5 / RATE;

describe('when to speak (CUE-7)', () => {
  it('a calm lift: a tenth of a second after its end, once', () => {
    const said = spokenAt(5, (timeS) => ({
      phase: timeS < 2 ? 'rising' : 'holding',
      trunkDeg: timeS < 1.2 ? 60 : 5,
      lifts: timeS < 1.99 ? [] : [lift(2)],
      spoken: isFrame(timeS, 2) ? 0 : null,
    }));
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBeGreaterThan(2.09);
    expect(said[0]![0]).toBeLessThan(2.2);
  });

  it('a quick lift is found before it rests: not before 0.6 s upright', () => {
    const said = spokenAt(5, (timeS) => ({
      phase: timeS < 2 ? 'rising' : 'holding',
      trunkDeg: timeS < 1.75 ? 60 : 5,
      lifts: timeS < 1.99 ? [] : [lift(2)],
      spoken: isFrame(timeS, 2) ? 0 : null,
    }));
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBeGreaterThan(2.3);
    expect(said[0]![0]).toBeLessThan(2.45);
  });

  it('goes down again at once: waits until the load is down and the person upright', () => {
    const said = spokenAt(8, (timeS) => ({
      phase: timeS < 2 ? 'rising' : timeS < 2.2 ? 'holding' : timeS < 4 ? 'lowering' : 'standing',
      trunkDeg: timeS < 1.75 ? 60 : timeS < 2.2 ? 10 : timeS < 3.8 ? 60 : 4,
      lifts: timeS < 1.99 ? [] : timeS < 3.99 ? [lift(2)] : [lift(2, 4)],
      spoken: isFrame(timeS, 2) ? 0 : null,
    }));
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBeGreaterThan(4.35);
    expect(said[0]![0]).toBeLessThan(4.6);
  });

  it('is not said while the load goes down, however upright the back', () => {
    const said = spokenAt(6, (timeS) => ({
      phase: timeS < 2 ? 'rising' : timeS < 2.05 ? 'holding' : timeS < 4 ? 'lowering' : 'standing',
      trunkDeg: timeS < 1 ? 60 : 10,
      lifts: timeS < 1.99 ? [] : timeS < 3.99 ? [lift(2)] : [lift(2, 4)],
      spoken: isFrame(timeS, 2) ? 0 : null,
    }));
    expect(said).toHaveLength(1);
    expect(said[0]![0]).toBeGreaterThan(4.09);
  });

  it('says nothing rather than late, and nothing into the next lift', () => {
    const next = (timeS: number): LiftPhase =>
      timeS < 2 ? 'rising' : timeS < 2.2 ? 'holding' : timeS < 4 ? 'lowering' : 'reaching';
    const said = spokenAt(8, (timeS) => ({
      phase: timeS < 6.5 ? next(timeS) : 'standing',
      trunkDeg: timeS < 2 ? 60 : timeS < 2.2 ? 10 : timeS < 5 ? 60 : 4,
      lifts: timeS < 1.99 ? [] : timeS < 3.99 ? [lift(2)] : [lift(2, 4)],
      spoken: isFrame(timeS, 2) ? 0 : null,
    }));
    expect(said).toEqual([]);
  });

  it('keeps its time when some frames show nobody, and speaks of the newest lift only', () => {
    const said = spokenAt(5, (timeS) => ({
      phase: timeS < 2 ? 'rising' : 'holding',
      trunkDeg: timeS < 1.2 ? 60 : 5,
      ...(isFrame(timeS, 2.05) ? { trunkDeg: null } : {}),
      lifts: timeS < 1.99 ? [] : [lift(1.5), lift(2)],
      spoken: isFrame(timeS, 1.5) ? 0 : isFrame(timeS, 2) ? 1 : null,
    }));
    expect(said.map(([, index]) => index)).toEqual([1]);
  });

  it.each([
    // upright since, then a lift that ends at 0 is spoken of at these times and not at those
    ['a tenth after the end', -1, 0.1, 0.099],
    ['upright for 0.6 s', 0, 0.6, 0.599],
    ['within 0.9 s of the end', 0.3, 0.9, 0.901],
  ])('on the edge: %s', (_, uprightS, atS, notAtS) => {
    const spoken = (timeS: number): number | null => {
      const moment = new CueMoment();
      const upright = { phase: 'holding', trunkDeg: 17.9, lifts: [lift(0)] } as const;
      moment.push({ ...upright, timeS: uprightS, spoken: null });
      return moment.push({ ...upright, timeS, spoken: 0 });
    };
    expect(spoken(atS)).toBe(0);
    expect(spoken(notAtS)).toBeNull();
  });

  it.each<[string, number | null]>([
    ['bent by 18° or more', 18],
    ['not seen', null],
  ])('nothing is said to somebody who is %s', (_, trunkDeg) => {
    const said = spokenAt(3, (timeS) => ({
      phase: 'holding',
      trunkDeg: timeS < 0.5 ? 60 : trunkDeg,
      lifts: [lift(1)],
      spoken: isFrame(timeS, 1) ? 0 : null,
    }));
    expect(said).toEqual([]);
  });

  it('upright counts from between two frames, in proportion', () => {
    const moment = new CueMoment();
    const push = (timeS: number, trunkDeg: number) =>
      moment.push({ timeS, trunkDeg, phase: 'holding', lifts: [lift(0.5)], spoken: 0 });
    // From 28° to 8° in a second: 18° after half of it.
    expect([push(0, 28), push(1, 8), push(1.09, 8), push(1.11, 8)]).toEqual([null, null, null, 0]);
  });
});
