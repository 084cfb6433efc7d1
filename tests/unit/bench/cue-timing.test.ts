import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { thinned } from '../../../bench/accuracy/thinned-poses';
import { cueTimes } from '../../../bench/cue-timing/cue-times';
import { main } from '../../../bench/cue-timing/main';
import { exitCodeOf, resultOf } from '../../../bench/cue-timing/timing-report';
import type { TrueLift } from '../../../bench/truth/clip-truth';
import { ROOT } from '../../../scripts/root.mjs';
import type { LiftTimes } from '../../../src/core/lifts/lift';
import { analysed, lifters, RECORDINGS, savedPoses } from '../core/recordings';

// Whole recordings are gone through, on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

const FACTS = {
  peakInclination: 0,
  peakLumbarFlexion: 0,
  peakTwist: 0,
  kneeAtPeak: 0,
  maxHandAnkleDist: 0,
  peakTrunkVelocity: 0,
};
const trueLift = (start: number, end: number, more: Partial<TrueLift> = {}): TrueLift => ({
  ...FACTS,
  start,
  graspT: (start + end) / 2,
  end,
  ...more,
});
/** The lifts of a recording as its analysis as a whole finds them. */
const asTruth = ({ startS, endS, lowerStartS, lowerEndS }: LiftTimes): TrueLift =>
  trueLift(startS, endS, {
    ...(lowerStartS === null ? {} : { lowerStart: lowerStartS }),
    ...(lowerEndS === null ? {} : { lowerEnd: lowerEndS }),
  });

const timed = (name: (typeof RECORDINGS)[number], rate: number) => {
  const poses = savedPoses(name);
  const truths = analysed(poses).lifts.map(asTruth);
  const { heightM, heightEntered, detector } = poses;
  const person = { heightM, heightEntered };
  const options = { lifters, person, detector, sourceName: name };
  const { cues, withoutCue } = cueTimes(thinned(poses.frames, rate), truths, options);
  return { name, detector, rate, failure: null, cues, withoutCue };
};

describe.each([10, 7.5])('cues on recorded poses, %s a second', (rate) => {
  const all = RECORDINGS.map((name) => timed(name, rate));
  const of = (name: string) => all.find((one) => one.name === name)!;

  it('none during a lift, none for what was not judged, each within a second of the end', () => {
    const result = resultOf(all);
    expect(result).toMatchObject({ duringLift: [], notJudged: [], late: [], invented: [] });
    expect(exitCodeOf(result)).toBe(0);
  });

  it.each(['good-lift', 'bent-back', 'twist'])('%s: one word, after picking up', (name) => {
    expect(of(name).cues.filter(({ after }) => after === 'lift')).toHaveLength(1);
  });

  it('says what fits: the bend, the twist', () => {
    expect(of('bent-back').cues[0]!.coaching).toMatchObject({ check: { id: 'bent-back' } });
    expect(of('twist').cues[0]!.coaching).toMatchObject({ cue: 'turn-your-feet' });
  });

  it('says nothing where nothing was lifted', () => {
    expect(of('bend-without-load').cues).toEqual([]);
    expect(of('walk-and-reach-up').cues).toEqual([]);
  });
});

describe('the cue-timing bench', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'liftcheck-cue-timing-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const { startS, endS } = analysed(savedPoses('bent-back')).lifts[0]!;

  async function run(truths: TrueLift[], ...words: string[]) {
    copyFileSync(
      join(ROOT, 'tests/fixtures/poses/bent-back.json'),
      join(folder, 'made-up.analysis.json'),
    );
    const frames = Array.from({ length: 300 }, (_, i) => ({ t: i / 25 }));
    const truth = { fps: 25, body: { height: 1.79 }, lifts: truths, frames };
    writeFileSync(join(folder, 'made-up.truth.json'), JSON.stringify(truth));
    const said: string[] = [];
    const code = await main([folder, '--model', 'movenet-lightning', ...words], {
      root: ROOT,
      detectionStamp: 'none',
      today: '2026-01-31',
      say: (line) => said.push(line),
      note: (line) => said.push(line),
    });
    return { code, said: said.join('\n') };
  }

  it('ends with 0 when the truth agrees, and prints a row for each rate', async () => {
    const { code, said } = await run([trueLift(startS, endS)]);
    expect(said).toMatch(/made-up +movenet-lightning +15 .*go-down-with-it/);
    expect(said).toMatch(/made-up +movenet-lightning +7\.5 .*go-down-with-it/);
    expect(code).toBe(0);
  });

  it('ends with 1 when it speaks during a true lift, or too late after it', async () => {
    const during = await run([trueLift(startS, endS + 1.5)]);
    expect(during.said).toMatch(/said during a lift +[12] +target 0: MISSED/);
    expect(during.code).toBe(1);
    const late = await run([trueLift(startS - 1, endS - 1)]);
    expect(late.said).toMatch(/later than 1\.0 s after the true end +[12] +target 0: MISSED/);
    expect(late.code).toBe(1);
  });

  it('ends with 1 when nothing was said at all, and with 2 when the words make no sense', async () => {
    expect(exitCodeOf(resultOf([]))).toBe(1);
    expect((await run([], '--modle')).code).toBe(2);
    expect((await run([], join(folder, 'nothing-here'))).code).toBe(2);
  });

  it('gives the same as JSON', async () => {
    const { said } = await run([trueLift(startS, endS)], '--json');
    const { result } = JSON.parse(said) as { result: { cues: number; invented: string[] } };
    expect(result.cues).toBeGreaterThanOrEqual(2);
    expect(result.invented).toEqual([]);
  });
});

it('thins to a rate, whatever the rate was', () => {
  const frames = Array.from({ length: 251 }, (_, i) => ({ timeS: i / 25, pose: null }));
  for (const rate of [15, 7.5]) {
    const kept = thinned(frames, rate);
    expect(kept.length / 10).toBeGreaterThan(rate * 0.8);
    expect(kept.length / 10).toBeLessThan(rate * 1.05);
  }
  expect(thinned(frames, 60)).toHaveLength(frames.length);
});
