import { describe, expect, it } from 'vitest';
import type { StrainSample } from '../../../../src/core/strain/bent-time';
import { summarise } from '../../../../src/core/strain/strain-summary';
import { analysed, RECORDINGS, savedPoses, type RecordingName } from '../recordings';
import { counted, withLifts } from './streams';

/** Poses of the real detector on rendered clips, judged as a recording is. */
function stream(name: RecordingName): { samples: StrainSample[]; lifts: number[] } {
  const { frames, lifts } = analysed(savedPoses(name));
  const samples = frames.map(({ t, trunkInclinationDeg: value, errors, judged }) => ({
    timeS: t,
    trunkInclinationDeg: {
      value,
      error: errors.trunkInclinationDeg,
      judged: judged.trunkInclinationDeg,
    },
  }));
  return { samples, lifts: lifts.map(({ graspS }) => graspS) };
}
const streams = Object.fromEntries(RECORDINGS.map((name) => [name, stream(name)])) as Record<
  RecordingName,
  ReturnType<typeof stream>
>;
const summaryOf = (name: RecordingName, every = 1) =>
  summarise(counted(streams[name].samples.filter((_, k) => k % every === 0)));

describe('slow strain of recorded poses', () => {
  it.each(RECORDINGS.map((name) => [name]))(
    '%s: every second or third frame says the same',
    (name) => {
      const all = summaryOf(name);
      for (const every of [2, 3]) {
        const fewer = summaryOf(name, every);
        for (const edge of ['beyond20', 'beyond60'] as const) {
          // about the length of two frames, and where a frame is not judged, all of what is lost with it
          const lost = Math.abs(all.judgedS - fewer.judgedS);
          expect(Math.abs(fewer[edge].seconds - all[edge].seconds)).toBeLessThan(0.3 + lost);
        }
      }
    },
  );

  it('a lift of two seconds is bent time, and no hold', () => {
    for (const name of RECORDINGS) expect(summaryOf(name).longestHold).toBeNull();
    expect(summaryOf('bent-back').beyond60.lowS).toBeGreaterThan(2);
    expect(summaryOf('good-lift').beyond60.highS).toBe(0);
    expect(summaryOf('walk-and-reach-up').beyond20.highS).toBe(0);
  });

  it('what was not judged is not upright', () => {
    const { watchedS, judgedS, notJudgedS } = summaryOf('feet-out-of-picture');
    expect(notJudgedS).toBeGreaterThan(1);
    expect(judgedS + notJudgedS).toBeCloseTo(watchedS, 9);
  });

  it('lifts are counted by their grasp', () => {
    const { samples, lifts } = streams['three-lifts'];
    const summary = summarise(withLifts(lifts, counted(samples)));
    expect(summary).toMatchObject({ lifts: 3, busiestMinute: 3, liftsPerMinute: null, advice: [] });
  });
});
