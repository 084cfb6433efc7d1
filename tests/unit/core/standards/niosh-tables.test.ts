import { describe, expect, it } from 'vitest';
import { couplingMultiplier, frequencyMultiplier } from '../../../../src/core/standards/niosh';
import {
  COUPLING_TABLE,
  COUPLINGS,
  DURATIONS,
  FREQUENCY_TABLE,
} from '../../../../src/core/standards/niosh-tables';
import { unnoticedChanges } from './changed-cells';

const aHundredthOff = (value: unknown): number[] => [Number(value) + 0.01, Number(value) - 0.01];

/** Table 5, typed column by column; the product has it row by row. The last entry is "above 15". */
const PER_MINUTE = [0.2, 0.5, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];
const FM = {
  short: {
    low: '1.00 .97 .94 .91 .88 .84 .80 .75 .70 .60 .52 .45 .41 .37 .00 .00 .00 .00',
    high: '1.00 .97 .94 .91 .88 .84 .80 .75 .70 .60 .52 .45 .41 .37 .34 .31 .28 .00',
  },
  moderate: {
    low: '.95 .92 .88 .84 .79 .72 .60 .50 .42 .35 .30 .26 .00 .00 .00 .00 .00 .00',
    high: '.95 .92 .88 .84 .79 .72 .60 .50 .42 .35 .30 .26 .23 .21 .00 .00 .00 .00',
  },
  long: {
    low: '.85 .81 .75 .65 .55 .45 .35 .27 .22 .18 .00 .00 .00 .00 .00 .00 .00 .00',
    high: '.85 .81 .75 .65 .55 .45 .35 .27 .22 .18 .15 .13 .00 .00 .00 .00 .00 .00',
  },
};
/** Table 7. */
const CM = {
  good: { low: 1, high: 1 },
  fair: { low: 0.95, high: 1 },
  poor: { low: 0.9, high: 0.9 },
};
const HEIGHTS = { low: 74.9, high: 75 } as const;

const column = (text: string): number[] => text.split(' ').map(Number);

function frequencyDiffers(table: typeof FREQUENCY_TABLE): boolean {
  const typed = [...PER_MINUTE, 15].map((perMinute, row) => [
    perMinute,
    ...DURATIONS.flatMap((d) => [column(FM[d].low)[row], column(FM[d].high)[row]]),
  ]);
  return JSON.stringify(typed) !== JSON.stringify(table);
}

const couplingDiffers = (table: typeof COUPLING_TABLE): boolean =>
  COUPLINGS.some((c) => table[c][0] !== CM[c].low || table[c][1] !== CM[c].high);

describe('table 5, frequency multiplier (NIOSH-6)', () => {
  const cells = DURATIONS.flatMap((duration) =>
    (['low', 'high'] as const).flatMap((height) =>
      column(FM[duration][height]).map((fm, row) => ({
        duration,
        height,
        perMinute: PER_MINUTE[row] ?? 15.01,
        fm,
      })),
    ),
  );

  it('has 18 × 6 cells', () => {
    expect(cells).toHaveLength(108);
  });

  it.each(cells)('$duration, $height, $perMinute a minute: $fm', (cell) => {
    const { duration, height, perMinute, fm } = cell;
    expect(frequencyMultiplier(perMinute, duration, HEIGHTS[height])).toBe(fm);
  });

  it('is a straight line between two rows, and flat below the first', () => {
    expect(frequencyMultiplier(5.33, 'short', 0)).toBeCloseTo(0.8 - 0.33 * 0.05, 12);
    expect(frequencyMultiplier(0.35, 'long', 0)).toBeCloseTo(0.83, 12);
    expect(frequencyMultiplier(8.5, 'long', 0)).toBeCloseTo(0.09, 12);
    expect(frequencyMultiplier(0, 'moderate', 80)).toBe(0.95);
    expect(frequencyMultiplier(0.1, 'moderate', 80)).toBe(0.95);
  });

  it('notices any single changed cell', () => {
    expect(frequencyDiffers(FREQUENCY_TABLE)).toBe(false);
    const run = unnoticedChanges(FREQUENCY_TABLE, aHundredthOff, () =>
      frequencyDiffers(FREQUENCY_TABLE),
    );
    expect(run).toEqual({ tried: 2 * 18 * 7, unnoticed: [] });
  });
});

describe('table 7, coupling multiplier (NIOSH-7)', () => {
  it.each(COUPLINGS)('%s', (coupling) => {
    expect(couplingMultiplier(coupling, HEIGHTS.low)).toBe(CM[coupling].low);
    expect(couplingMultiplier(coupling, HEIGHTS.high)).toBe(CM[coupling].high);
  });

  it('notices any single changed cell', () => {
    expect(couplingDiffers(COUPLING_TABLE)).toBe(false);
    const run = unnoticedChanges(COUPLING_TABLE, aHundredthOff, () =>
      couplingDiffers(COUPLING_TABLE),
    );
    expect(run).toEqual({ tried: 12, unnoticed: [] });
  });
});
