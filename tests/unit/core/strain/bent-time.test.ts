import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addSample,
  addTotals,
  totalsOf,
  noBentTime,
  type BentTime,
  type StrainTotals,
} from '../../../../src/core/strain/bent-time';
import { at, counted, degAt, sampled, unknown, withLifts, type Course } from './streams';

/** Up, down to 40° in a second, two seconds there, on to 80° in a second, and up again in two. */
const BEND: Course = [
  [0, 0],
  [1, 40],
  [3, 40],
  [4, 80],
  [6, 0],
];

describe('time beyond 20° and 60° (STRAIN-3)', () => {
  it('is what the course says, by hand', () => {
    const state = counted(sampled(BEND, 10));
    // 20° is passed at 0.5 s and again at 5.5 s; 60° at 3.5 s and at 4.5 s
    expect(state.beyond20.likelyS).toBeCloseTo(5, 9);
    expect(state.beyond60.likelyS).toBeCloseTo(1, 9);
    // with ±5°: 25° at 0.625 and 5.375 s, 15° at 0.375 and 5.625 s
    expect(state.beyond20.surelyS).toBeCloseTo(4.75, 9);
    expect(state.beyond20.maybeS).toBeCloseTo(5.25, 9);
    // 65° at 3.625 and 4.375 s, 55° at 3.375 and 4.625 s
    expect(state.beyond60.surelyS).toBeCloseTo(0.75, 9);
    expect(state.beyond60.maybeS).toBeCloseTo(1.25, 9);
    expect(state.judgedS).toBeCloseTo(6, 9);
  });

  it('a value without doubt is judged too', () =>
    expect(counted([at(0, 40, 0), at(0.5, 40, 0)]).beyond20).toEqual({
      likelyS: 0.5,
      surelyS: 0.5,
      maybeS: 0.5,
    }));

  it('an edge itself is not beyond', () => {
    const state = counted([at(0, 20, 0), at(0.5, 20, 0), at(1, 20, 0)]);
    expect(state.beyond20).toEqual({ likelyS: 0, surelyS: 0, maybeS: 0 });
    expect(counted([at(0, 60, 0), at(0.5, 60, 0)]).beyond60.likelyS).toBe(0);
  });
});

describe('time that is not judged (STRAIN-1)', () => {
  it('is counted neither as bent nor as upright', () => {
    const samples = [
      at(0, 70),
      at(0.4, 70),
      { timeS: 0.8, trunkInclinationDeg: unknown('no-person') },
      at(1.2, 70),
      at(1.6, 70),
    ];
    const state = counted(samples);
    expect(state.watchedS).toBeCloseTo(1.6, 9);
    expect(state.judgedS).toBeCloseTo(0.8, 9);
    expect(state.beyond60.likelyS).toBeCloseTo(0.8, 9);
  });

  it('half a second between samples is judged, more is not', () => {
    expect(counted([at(0, 70), at(0.5, 70)]).judgedS).toBe(0.5);
    const gap = counted([at(0, 70), at(0.51, 70)]);
    expect(gap.judgedS).toBe(0);
    expect(gap.watchedS).toBe(0.51);
    expect(gap.beyond60.maybeS).toBe(0);
  });

  it.each([
    ['a value too uncertain', { value: 70, error: 12, judged: 'too-uncertain' as const }],
    ['a value without its error', { value: 70, error: null, judged: true as const }],
    ['no number', { value: Number.NaN, error: 5, judged: true as const }],
    ['an endless error', { value: 70, error: Infinity, judged: true as const }],
  ])('%s is not judged', (_, trunkInclinationDeg) => {
    const state = counted([at(0, 70), { timeS: 0.3, trunkInclinationDeg }, at(0.6, 70)]);
    expect(state.judgedS).toBe(0);
    expect(state.watchedS).toBeCloseTo(0.6, 9);
  });

  it('a time that is no number is passed over', () => {
    const state = counted([at(0, 70), at(Number.NaN, 70), at(0.3, 70)]);
    expect(state.judgedS).toBe(0.3);
  });
});

describe('a clock that goes back (STRAIN-2)', () => {
  it('begins a new stretch, and ends what was held', () => {
    const first = sampled(
      [
        [100, 40],
        [103, 40],
      ],
      10,
    );
    const second = sampled(
      [
        [0, 40],
        [3, 40],
      ],
      10,
    );
    const state = counted([...first, ...second]);
    expect(state.watchedS).toBeCloseTo(6, 9);
    expect(state.beyond20.likelyS).toBeCloseTo(6, 9);
    expect(state.longestHold).toBeNull();
  });

  it('the same time twice counts once', () => {
    const state = counted([at(0, 40), at(0.2, 40), at(0.2, 40), at(0.4, 40)]);
    expect(state.judgedS).toBeCloseTo(0.4, 9);
  });
});

/** Courses of a few corners, at most 60° a second. */
const courses = fc
  .array(
    fc.tuple(
      fc.double({ min: 1.5, max: 12, noNaN: true }),
      fc.double({ min: 0, max: 90, noNaN: true }),
    ),
    { minLength: 2, maxLength: 8 },
  )
  .map((legs): Course => {
    let timeS = 0;
    return legs.map(([takes, deg], k) => [k === 0 ? 0 : (timeS += takes), deg] as const);
  });

const sums = ({ watchedS, judgedS, beyond20, beyond60 }: StrainTotals): number[] => [
  watchedS,
  judgedS,
  ...[beyond20, beyond60].flatMap(({ likelyS, surelyS, maybeS }) => [likelyS, surelyS, maybeS]),
];
const near = (a: StrainTotals, b: StrainTotals, withinS: number): void => {
  const other = sums(b);
  for (const [k, value] of sums(a).entries())
    expect(Math.abs(value - other[k]!)).toBeLessThanOrEqual(withinS);
};
const heldS = (state: StrainTotals): number => state.longestHold?.seconds ?? 0;

describe('properties', () => {
  it('splitting the time changes nothing: a sample more on the way is no news', () => {
    fc.assert(
      fc.property(
        courses,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (course, extra) => {
          const samples = sampled(course, 5);
          const lastS = samples.at(-1)!.timeS;
          const degOf = (timeS: number): number => {
            // on the straight way between its two neighbours among the samples, not on the course itself
            const way = samples.map((s) => [s.timeS, s.trunkInclinationDeg.value!] as const);
            return degAt(way, timeS);
          };
          const more = [
            ...samples,
            ...extra.map((share) => at(share * lastS, degOf(share * lastS))),
          ];
          more.sort((a, b) => a.timeS - b.timeS);
          const [plain, split] = [counted(samples), counted(more)];
          near(plain, split, 1e-6);
          expect(heldS(split)).toBeCloseTo(heldS(plain), 6);
        },
      ),
      { numRuns: 80 },
    );
  });

  it('the frame rate hardly matters: 5, 15 and 30 frames a second', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const [slow, middle, fast] = [5, 15, 30].map((rate) => counted(sampled(course, rate)));
        // a frame at most is lost at each corner, and at the end
        near(slow!, fast!, 0.2 * course.length);
        near(middle!, fast!, course.length / 15);
        expect(Math.abs(heldS(middle!) - heldS(fast!))).toBeLessThanOrEqual(
          // a hold that just is and just is not one differs by its whole shortest length
          heldS(middle!) === 0 || heldS(fast!) === 0 ? 4.2 : 0.5,
        );
      }),
      { numRuns: 80 },
    );
  });

  it('two turns add up to the whole', () => {
    fc.assert(
      fc.property(courses, courses, fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 6 }), (one, two, lifts) => {
        const offset = one.at(-1)![0] + 100;
        const later: Course = two.map(([t, deg]) => [t + offset, deg] as const);
        const times = [...new Set(lifts)].sort((a, b) => a - b);
        const laterTimes = times.map((t) => t + offset + 100);
        const a = withLifts(times, counted(sampled(one, 10)));
        const b = withLifts(laterTimes, counted(sampled(later, 10)));
        const whole = withLifts([...times, ...laterTimes], counted([...sampled(one, 10), ...sampled(later, 10)])); // prettier-ignore
        const merged = addTotals(totalsOf(a), totalsOf(b));
        // the time between is watched by the whole alone
        const between = later[0]![0] - sampled(one, 10).at(-1)!.timeS;
        near({ ...merged, watchedS: merged.watchedS + between }, whole, 1e-6);
        expect(merged.longestHold).toEqual(whole.longestHold);
        expect(merged.hardestHold).toEqual(whole.hardestHold);
        expect(merged.lifts).toBe(whole.lifts);
        expect(merged.busiestMinute).toBe(whole.busiestMinute);
      }),
      { numRuns: 200 },
    ); // prettier-ignore
  });

  it('nothing added is nothing changed', () => {
    const a = totalsOf(counted(sampled(BEND, 10)));
    expect(addTotals(totalsOf(noBentTime()), a)).toEqual(a);
    expect(addTotals(a, totalsOf(noBentTime()))).toEqual(a);
  });

  it('certain is never more than likely, likely never more than possible; a wider error widens both', () => {
    fc.assert(
      fc.property(
        courses,
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (course, error, more) => {
          const narrow = counted(sampled(course, 10, error));
          const wide = counted(sampled(course, 10, error + more));
          for (const edge of ['beyond20', 'beyond60'] as const) {
            expect(narrow[edge].surelyS).toBeLessThanOrEqual(narrow[edge].likelyS + 1e-9);
            expect(narrow[edge].likelyS).toBeLessThanOrEqual(narrow[edge].maybeS + 1e-9);
            expect(narrow[edge].maybeS).toBeLessThanOrEqual(narrow.judgedS + 1e-9);
            expect(wide[edge].surelyS).toBeLessThanOrEqual(narrow[edge].surelyS + 1e-9);
            expect(wide[edge].maybeS).toBeGreaterThanOrEqual(narrow[edge].maybeS - 1e-9);
            expect(wide[edge].likelyS).toBe(narrow[edge].likelyS);
          }
          expect(narrow.beyond60.likelyS).toBeLessThanOrEqual(narrow.beyond20.likelyS + 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('later by an hour is the same, and so is kept and read back at any moment', () => {
    fc.assert(
      fc.property(courses, fc.nat(200), (course, cut) => {
        const samples = sampled(course, 10);
        const shifted = samples.map((s) => ({ ...s, timeS: s.timeS + 3600 }));
        near(counted(shifted), counted(samples), 1e-6);
        const half = counted(samples.slice(0, cut));
        const kept = JSON.parse(JSON.stringify(half)) as BentTime;
        expect(counted(samples.slice(cut), kept)).toEqual(counted(samples));
      }),
      { numRuns: 60 },
    );
  });

  it('the state given stays as it was', () => {
    const before = counted(sampled(BEND, 10).slice(0, 30));
    const copy = structuredClone(before);
    addSample(before, at(3.1, 44));
    expect(before).toEqual(copy);
  });

  it('stays small over eight hours of work', () => {
    let state = noBentTime();
    let most = 0;
    for (let k = 0; k < 8 * 3600 * 2; k++) {
      const timeS = k / 2;
      state = addSample(state, at(timeS, 45 + 40 * Math.sin(timeS)));
      if (k % 20 === 0) state = withLifts([timeS], state);
      if (k % 1000 === 0) most = Math.max(most, JSON.stringify(state).length);
    }
    expect(state.judgedS).toBeCloseTo(8 * 3600 - 0.5, 3);
    expect(state.busiestMinute).toBe(6);
    expect(most).toBeLessThan(10_000);
  });
});

describe('lifts a minute (STRAIN-5)', () => {
  it('counts the busiest sixty seconds, the sixtieth not in them', () => {
    expect(withLifts([0, 20, 40, 59]).busiestMinute).toBe(4);
    expect(withLifts([0, 20, 40, 60]).busiestMinute).toBe(3);
    expect(withLifts([0, 61, 122]).busiestMinute).toBe(1);
  });

  it('counts a lift that is told of twice once, and none without a time', () => {
    const state = withLifts([3, 3, 9, Number.NaN, 9]);
    expect(state.lifts).toBe(2);
    expect(state.busiestMinute).toBe(2);
  });
});
