import { describe, expect, it } from 'vitest';
import { liftTable, matchLifts } from '../../../bench/accuracy/lift-table';
import type { TrueLift } from '../../../bench/truth/clip-truth';

const truth = (start: number, end: number): TrueLift => ({
  start,
  graspT: start + 1,
  end,
  lowerStart: undefined,
  lowerEnd: undefined,
  whole: undefined,
  peakInclination: 50,
  peakLumbarFlexion: 0,
  peakTwist: 0,
  kneeAtPeak: 90,
  maxHandAnkleDist: 0.3,
  peakTrunkVelocity: 80,
});

describe('found lifts against true ones', () => {
  it('are matched by the time they share, each once', () => {
    const truths = [truth(1, 3), truth(3.2, 5)];
    const found = [
      { startS: 2.8, endS: 5 },
      { startS: 1, endS: 3 },
    ];
    const { pairs, invented } = matchLifts(truths, found);
    expect(pairs.map((pair) => pair.found)).toEqual([found[1], found[0]]);
    expect(invented).toEqual([]);
  });

  it('give precision, recall, timing and the names of what went wrong', () => {
    const truths = [truth(1, 3), truth(6, 8)];
    const found = [
      { startS: 1.3, endS: 2.9 },
      { startS: 10, endS: 12 },
    ];
    const table = liftTable([{ recording: 'clip', ...matchLifts(truths, found) }]);
    expect(table).toMatchObject({ trueLifts: 2, foundLifts: 2, precision: 0.5, recall: 0.5 });
    expect(table.missed).toEqual(['clip at 6.0 s']);
    expect(table.invented).toEqual(['clip at 10.0 s']);
    expect(table.startErrorS).toBeCloseTo(0.3, 10);
    expect(table.endErrorS).toBeCloseTo(0.1, 10);
    expect(table.endBiasS).toBeCloseTo(-0.1, 10);
  });
});
