import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, weightedKappa, type Pair } from '../../../bench/agreement/agreement';
import {
  missedTargets,
  partReports,
  type ScoredPhoto,
} from '../../../bench/agreement/agreement-report';
import type { CameraScores } from '../../../bench/agreement/camera-scores';
import { readOptions } from '../../../bench/agreement/options';
import { readScoreSheet, type RatedPhoto } from '../../../bench/agreement/score-sheet';
import type { Score } from '../../../src/core/standards/told';

/** Pairs from a square table of counts: rows a, columns b. */
const fromTable = (table: readonly (readonly number[])[]): Pair[] =>
  table.flatMap((row, i) =>
    row.flatMap((count, j) =>
      Array.from({ length: count }, (_, k) => ({ a: i + 1, b: j + 1, group: `${i}-${j}-${k}` })),
    ),
  );

describe('weighted kappa', () => {
  it('is known for a table worked by hand', () => {
    // Three categories, 10 pairs, quadratic weights (i − j)² / 4.
    // Seen disagreement: 2 pairs one apart, 1 pair two apart: 2 · 1 + 1 · 4 = 6.
    // Rows 4, 3, 3; columns 4, 3, 3. Chance, one apart: (4·3 + 3·4 + 3·3 + 3·3) / 10 = 4.2;
    // two apart: 4 · (4·3 + 3·4) / 10 = 9.6; together 13.8. Kappa 1 − 6 / 13.8.
    const pairs = fromTable([
      [3, 1, 0],
      [0, 2, 1],
      [1, 0, 2],
    ]);
    expect(weightedKappa(pairs)).toBeCloseTo(1 - 6 / 13.8);
  });
  it('equals plain kappa where there are two categories', () => {
    // 45, 15, 25, 15 of 100: seen 0.6, by chance 0.54, kappa 0.06 / 0.46 (a textbook table).
    const pairs = fromTable([
      [45, 15],
      [25, 15],
    ]);
    expect(weightedKappa(pairs)).toBeCloseTo(0.1304, 4);
  });
  it('is 1 for the same scores, −1 for opposite ones, 0 for one who always says the same', () => {
    expect(weightedKappa([1, 2, 3].map((a) => ({ a, b: a })))).toBe(1);
    expect(weightedKappa([1, 3, 1, 3].map((a) => ({ a, b: 4 - a })))).toBe(-1);
    expect(weightedKappa([1, 2, 3].map((a) => ({ a, b: 2 })))).toBeCloseTo(0);
  });
  it('is not there when nothing varies, or there is nothing', () => {
    expect(weightedKappa([{ a: 2, b: 2 }])).toBeNull();
    expect(weightedKappa([])).toBeNull();
  });
  it('is the sum over all pairings, by its definition', () => {
    const score = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(fc.array(fc.record({ a: score, b: score }), { minLength: 2 }), (pairs) => {
        const seen = pairs.reduce((sum, { a, b }) => sum + (a - b) ** 2, 0) / pairs.length;
        const chance =
          pairs.reduce((s, { a }) => s + pairs.reduce((t, { b }) => t + (a - b) ** 2, 0), 0) /
          pairs.length ** 2;
        if (chance === 0) expect(weightedKappa(pairs)).toBeNull();
        else expect(weightedKappa(pairs)).toBeCloseTo(1 - seen / chance);
      }),
    );
  });
});

describe('agreement', () => {
  const pairs: Pair[] = [
    { a: 1, b: 1, group: 'x' },
    { a: 2, b: 3, group: 'x' },
    { a: 4, b: 2, group: 'y' },
    { a: 4, b: 4, group: 'z' },
  ];
  it('counts exact and within one step, and the mean difference', () => {
    expect(agreementOf(pairs)).toMatchObject({ pairs: 4, exact: 2, withinOne: 3, bias: 0.25 });
  });
  it('has an interval about kappa, the same at each run', () => {
    const { kappa, kappaInterval } = agreementOf(
      fromTable([
        [8, 3, 1],
        [2, 9, 2],
        [0, 3, 7],
      ]),
    );
    expect(kappaInterval!.low).toBeLessThan(kappa!);
    expect(kappaInterval!.high).toBeGreaterThan(kappa!);
    expect(
      agreementOf(
        fromTable([
          [8, 3, 1],
          [2, 9, 2],
          [0, 3, 7],
        ]),
      ).kappaInterval,
    ).toEqual(kappaInterval);
  });
  it('is surer of many moments than of few', () => {
    const width = (times: number): number => {
      const table = [
        [2, 1, 0],
        [1, 2, 1],
        [0, 1, 2],
      ].map((row) => row.map((n) => n * times));
      const { low, high } = agreementOf(fromTable(table)).kappaInterval!;
      return high - low;
    };
    expect(width(10)).toBeLessThan(0.5 * width(1));
  });
  it('is less sure when photos of one moment depend on each other', () => {
    const table = fromTable([
      [8, 3, 1],
      [2, 9, 2],
      [0, 3, 7],
    ]);
    const width = ({ low, high }: { low: number; high: number }): number => high - low;
    const twice = (group: (p: Pair, k: number) => string): Pair[] =>
      [0, 1].flatMap((k) => table.map((p) => ({ ...p, group: group(p, k) })));
    const apart = agreementOf(twice((p, k) => `${p.group}-${k}`)).kappaInterval!;
    const together = agreementOf(twice((p) => p.group)).kappaInterval!;
    expect(width(together)).toBeGreaterThan(1.2 * width(apart));
  });
  it('of nothing is nothing', () => {
    expect(agreementOf([])).toMatchObject({
      pairs: 0,
      bias: null,
      kappa: null,
      kappaInterval: null,
    });
  });
});

describe('scores.csv', () => {
  it('is read whatever else it holds', () => {
    const sheet = readScoreSheet(
      'image,moment,camera,trunk,legs,upper_arm\na.jpg,1,left,3,2,4\nb.jpg,,right,N/A,0,7\n,2,left,1,1,1\nc.jpg,2\n',
    );
    expect(sheet).toEqual({
      ok: true,
      value: [
        { image: 'a.jpg', moment: '1', scores: { trunk: 3, legs: 2, upperArm: 4 } },
        { image: 'b.jpg', moment: 'b.jpg', scores: { trunk: null, legs: null, upperArm: null } },
        { image: 'c.jpg', moment: '2', scores: { trunk: null, legs: null, upperArm: null } },
      ],
    });
  });
  it('without its columns says which are missing', () => {
    expect(readScoreSheet('image,trunk\n')).toEqual({
      ok: false,
      error: 'scores.csv has no column legs, upper_arm',
    });
  });
});

describe('report', () => {
  const told = (score: number): Score => ({ score, low: score, high: score, judged: true });
  const doubted: Score = { score: null, low: null, high: null, judged: 'too-uncertain' };
  const seen = (read: number, judged: Score): CameraScores => {
    const one = { read, judged };
    return { scores: { trunk: one, legs: one, upperArm: one }, measures: null };
  };
  const photo = (image: string, moment: string, trunk: number | null): RatedPhoto => ({
    image,
    moment,
    scores: { trunk, legs: null, upperArm: null },
  });
  const photos: ScoredPhoto[] = [
    { photo: photo('a', '1', 3), camera: seen(3, told(3)), failure: null },
    { photo: photo('b', '1', 2), camera: seen(4, doubted), failure: null },
    { photo: photo('c', '2', 4), camera: null, failure: 'no picture' },
    { photo: photo('d', '2', null), camera: seen(1, told(1)), failure: null },
  ];

  it('compares what was read, what was judged, and people among themselves', () => {
    const [trunk, legs] = partReports(photos);
    expect(trunk).toMatchObject({
      rated: 3,
      read: { pairs: 2, exact: 1, withinOne: 1 },
      judged: { pairs: 1, exact: 1 },
      views: { pairs: 1, exact: 0, withinOne: 1 },
    });
    expect(legs).toMatchObject({ rated: 0, read: { pairs: 0 } });
  });
  it('misses targets on what was read, judged or not, and when nothing was', () => {
    expect(missedTargets(partReports(photos))).toEqual([
      'trunk: exact 50 %, target 60 %',
      'trunk: within one step 50 %, target 95 %',
    ]);
    expect(missedTargets(partReports(photos.slice(0, 1)))).toEqual([]);
    expect(missedTargets(partReports(photos.slice(2)))).toEqual([
      'trunk: nothing could be compared (1 photos rated)',
    ]);
  });
});

describe('the words of the command', () => {
  it('name one folder and known detectors', () => {
    expect(readOptions(['photos'])).toMatchObject({
      ok: true,
      value: {
        folder: 'photos',
        models: ['movenet-thunder', 'blazepose-heavy', 'blazepose-full'],
        json: false,
      },
    });
    expect(readOptions(['photos', '--model', 'blazepose-full', '--json'])).toMatchObject({
      value: { models: ['blazepose-full'], json: true },
    });
    expect(readOptions([]).ok).toBe(false);
    expect(readOptions(['a', 'b']).ok).toBe(false);
    expect(readOptions(['a', '--model', 'guess']).ok).toBe(false);
  });
});
