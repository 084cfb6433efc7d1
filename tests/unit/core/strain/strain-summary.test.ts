import { describe, expect, it } from 'vitest';
import { noBentTime } from '../../../../src/core/strain/bent-time';
import { summarise } from '../../../../src/core/strain/strain-summary';
import { at, counted, sampled, unknown, withLifts } from './streams';

const steady = (deg: number, seconds: number, error = 5) =>
  counted(
    sampled(
      [
        [0, deg],
        [seconds, deg],
      ],
      4,
      error,
    ),
  );
const kinds = (deg: number, seconds: number, error = 5) =>
  summarise(steady(deg, seconds, error)).advice.map(({ kind }) => kind);

describe('a summary of slow strain', () => {
  it('of nothing says nothing, without a number', () => {
    expect(summarise(noBentTime())).toEqual({
      watchedS: 0,
      judgedS: 0,
      notJudgedS: 0,
      beyond20: { seconds: 0, lowS: 0, highS: 0, share: null },
      beyond60: { seconds: 0, lowS: 0, highS: 0, share: null },
      unsureS: 0,
      longestHold: null,
      hardestHold: null,
      lifts: 0,
      liftsPerMinute: null,
      busiestMinute: 0,
      advice: [],
    });
  });

  it('shares are of the judged time, and what was not judged is said', () => {
    const judged = sampled(
      [
        [0, 30],
        [10, 30],
      ],
      10,
    );
    const unseen = Array.from({ length: 300 }, (_, k) => ({
      timeS: 10.1 + k / 10,
      trunkInclinationDeg: unknown('no-person'),
    }));
    const summary = summarise(counted([...judged, ...unseen]));
    expect(summary.judgedS).toBeCloseTo(10, 6);
    expect(summary.notJudgedS).toBeCloseTo(30, 6);
    expect(summary.beyond20.share).toBeCloseTo(1, 6);
    expect(summary.beyond60.share).toBe(0);
    expect(summarise(counted(unseen)).beyond20.share).toBeNull();
    expect(summarise(steady(30, 0.5)).beyond20.share).toBe(1);
  });

  it('unsure are the seconds within the error of an edge (STRAIN-3)', () => {
    expect(summarise(steady(40, 10)).unsureS).toBe(0);
    expect(summarise(steady(70, 10)).unsureS).toBe(0);
    expect(summarise(steady(17, 10)).unsureS).toBeCloseTo(10, 6);
    expect(summarise(steady(17, 10)).beyond20.seconds).toBe(0);
    expect(summarise(steady(63, 10)).unsureS).toBeCloseTo(10, 6);
    expect(summarise(steady(63, 10)).beyond60.seconds).toBeCloseTo(10, 6);
  });

  it('the hardest hold comes with its limit', () => {
    const { hardestHold } = summarise(steady(40, 100));
    expect(hardestHold!.hold.seconds).toBeCloseTo(100, 6);
    expect(hardestHold!.limit).toEqual({ seconds: 150, strictestS: 127.5, mildestS: 172.5 });
  });
});

describe('rest advice (STRAIN-6)', () => {
  it('a hold near and over its limit', () => {
    // 40° ± 5°: 150 s, at the most inclined 127.5 s (80 % of it: 102 s), at the least 172.5 s
    expect(kinds(40, 101)).toEqual([]);
    expect(kinds(40, 103)).toEqual(['hold-near-limit']);
    expect(kinds(40, 172)).toEqual(['hold-near-limit']);
    expect(kinds(40, 173)).toEqual(['hold-over-limit']);
  });

  it('a hold beyond 60°: certain only when its whole error lies beyond', () => {
    expect(kinds(66, 5)).toEqual(['hold-beyond-60']);
    expect(kinds(64, 5)).toEqual(['hold-near-limit']);
    expect(kinds(56, 5)).toEqual(['hold-near-limit']);
    expect(kinds(54, 5)).toEqual([]);
    expect(kinds(66, 3.5)).toEqual([]);
  });

  it('a hold that may have been less than 20° is over no limit', () =>
    expect(kinds(22, 600)).toEqual(['hold-near-limit']));

  it('many lifts: from two a minute of the watched time on', () => {
    const minutes = (lifts: number, seconds: number) =>
      summarise(
        withLifts(
          Array.from({ length: lifts }, (_, k) => k + 0.5),
          steady(0, seconds),
        ),
      );
    expect(minutes(3, 120).advice).toEqual([]);
    expect(minutes(4, 120).liftsPerMinute).toBe(2);
    expect(minutes(4, 120).advice.map(({ kind }) => kind)).toEqual(['many-lifts']);
    // less than a minute says nothing of lifts a minute
    expect(minutes(4, 59).liftsPerMinute).toBeNull();
    expect(minutes(4, 59).advice).toEqual([]);
  });

  it('says what was read again and where sources differ', () => {
    const [over] = summarise(steady(40, 200)).advice;
    expect(over).toMatchObject({ verified: true, sourcesDiffer: false });
    expect(over!.source).toContain('ISO 11226');
    const [beyond] = summarise(steady(70, 5)).advice;
    expect(beyond).toMatchObject({ verified: false, sourcesDiffer: false });
    const [many] = summarise(withLifts([1, 2, 3], steady(0, 60))).advice;
    expect(many).toMatchObject({ kind: 'many-lifts', verified: false, sourcesDiffer: true });
  });

  it('both together', () =>
    expect(
      summarise(
        withLifts(
          [1, 2, 3, 4, 5, 6],
          counted([
            ...sampled(
              [
                [0, 70],
                [60, 70],
              ],
              4,
            ),
            at(60.2, 70),
          ]),
        ),
      ).advice.map(({ kind }) => kind),
    ).toEqual(['hold-beyond-60', 'many-lifts']));
});
