import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { exitCodeOf, main, type JudgedReport } from '../../../bench/accuracy/main';
import { rateLines, type RateReport } from '../../../bench/accuracy/rate-report';
import type { SetReport } from '../../../bench/accuracy/set-report';
import { targetResults, type TargetResult } from '../../../bench/accuracy/target-result';
import type { Target } from '../../../bench/accuracy/targets';
import { figuresOf } from '../../../bench/accuracy/frame-table';
import { ROOT } from '../../../scripts/root.mjs';
import { analysed, savedPoses } from '../core/recordings';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-accuracy-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...words: string[]): Promise<{ code: number; said: string; noted: string }> {
  const said: string[] = [],
    noted: string[] = [];
  const code = await main(words, {
    root: ROOT,
    detectionStamp: 'none',
    today: '2026-01-31',
    say: (line) => said.push(line),
    note: (line) => noted.push(line),
  });
  return { code, said: said.join('\n'), noted: noted.join('\n') };
}

/** Saved poses of a real lift, beside a truth that says what the test wants. */
function clip(lifts: object[]): void {
  copyFileSync(
    join(ROOT, 'tests/fixtures/poses/good-lift.json'),
    join(folder, 'made-up.analysis.json'),
  );
  const frames = Array.from({ length: 300 }, (_, i) => ({ t: i / 25, trunkInclination: 0 }));
  writeFileSync(
    join(folder, 'made-up.truth.json'),
    JSON.stringify({ fps: 25, body: { height: 1.79 }, lifts, frames }),
  );
}

describe('the accuracy bench', () => {
  it('ends with 1 and says what was missed', async () => {
    clip([]);
    const { code, said } = await run(folder, '--model', 'movenet-lightning');
    expect(code).toBe(1);
    expect(said).toMatch(/invented: made-up at \d/);
    expect(said).toMatch(/lifts invented +1\.0 +≤ 0\.0 .*MISSED/);
    expect(said).toMatch(/lifts missed +0\.0 +≤ 0\.0 .*met/);
  });

  it('gives the same as JSON', async () => {
    clip([]);
    const { code, said } = await run(folder, '--json', '--model', 'movenet-lightning');
    const [judged] = JSON.parse(said) as JudgedReport[];
    expect(code).toBe(1);
    expect(judged?.report.lifts?.invented).toHaveLength(1);
    expect(judged?.targets.find(({ target }) => target.id === 'LIFTS-INVENTED')?.outcome).toBe(
      'missed',
    );
  });

  it('names a recording that it cannot measure, and fails', async () => {
    clip([]);
    rmSync(join(folder, 'made-up.analysis.json'));
    const { code, said } = await run(folder);
    expect(code).toBe(1);
    expect(said).toContain('NOT MEASURED made-up: there is neither a video nor a pose file');
  });

  it('ends with 2 and a sentence where there is nothing to measure with', async () => {
    expect(await run()).toMatchObject({
      code: 2,
      noted: expect.stringContaining('Usage') as string,
    });
    expect(await run(folder)).toMatchObject({
      code: 2,
      noted: expect.stringContaining('no truth') as string,
    });
    writeFileSync(join(folder, 'broken.truth.json'), '{"fps": 25}');
    const broken = await run(folder);
    expect(broken.code).toBe(2);
    expect(broken.noted).toContain('broken.truth.json');
  });
});

describe('targets', () => {
  const target: Target = {
    id: 'TRUNK',
    set: 'clips',
    figure: { of: 'rmse', measure: 'trunkInclination', view: 'side' },
    most: 2.5,
  };
  const reportWith = (offs: number[], judged = true): SetReport => {
    const readings = offs.map((off) => ({
      body: 'made-up',
      timeS: 0,
      view: 'side' as const,
      truth: 0,
      off,
      error: 5,
      judged,
    }));
    return {
      folder: '',
      kind: 'clips',
      detector: 'movenet-thunder',
      lifter: '',
      weights: '',
      recordings: 1,
      fps: 15,
      failures: [],
      frames: [figuresOf('trunkInclination', 'side', readings)],
      twistPeaks: null,
      worst: null,
      lifts: null,
      checks: null,
      checkResults: null,
      roundedLifts: null,
      bendPeaks: null,
    };
  };
  const judge = (report: SetReport, targets = [target]): JudgedReport => ({
    report,
    targets: targetResults(report, targets),
    counts: true,
  });
  const outcome = ({ targets }: JudgedReport): TargetResult['outcome'] | undefined =>
    targets[0]?.outcome;

  it('are met up to their limit and missed beyond it, which decides the exit code', () => {
    const met = judge(reportWith(Array<number>(40).fill(2.5)));
    const missed = judge(reportWith(Array<number>(40).fill(2.6)));
    expect([outcome(met), exitCodeOf([met])]).toEqual(['met', 0]);
    expect([outcome(missed), exitCodeOf([missed])]).toEqual(['missed', 1]);
    expect(exitCodeOf([met, missed])).toBe(1);
    expect(exitCodeOf([met, { ...missed, counts: false }])).toBe(0);
  });

  it('are missed where nothing was judged, and open where there is too little material', () => {
    expect(outcome(judge(reportWith(Array<number>(40).fill(0), false)))).toBe('missed');
    const few = judge(reportWith([9, 9, 9]));
    expect([outcome(few), exitCodeOf([few])]).toEqual(['no-material', 0]);
  });

  it('with two limits are missed on both sides: an interval may be too wide', () => {
    const stated: Target = {
      ...target,
      figure: { of: 'coverage', measure: 'trunkInclination', view: 'side' },
      least: 0.88,
      most: 0.95,
    };
    const within = (share: number): TargetResult['outcome'] | undefined =>
      outcome(
        judge(reportWith(Array.from({ length: 100 }, (_, i) => (i < share * 100 ? 1 : 9))), [
          stated,
        ]),
      );
    expect([within(0.8), within(0.9), within(1)]).toEqual(['missed', 'met', 'missed']);
  });
});

describe('how the answer depends on the rate', () => {
  const FACTS = {
    peakInclination: 57,
    peakLumbarFlexion: 10,
    peakTwist: 0,
    kneeAtPeak: 90,
    maxHandAnkleDist: 0.3,
    peakTrunkVelocity: 70,
  };

  it('is shown for each rate, as a recording and live', { timeout: 120_000 }, async () => {
    const [lift] = analysed(savedPoses('good-lift')).lifts;
    clip([{ ...FACTS, start: lift!.startS, graspT: lift!.graspS, end: lift!.endS }]);
    const { code, said } = await run(folder, '--rates', '--json', '--model', 'movenet-lightning');
    expect(code).toBe(0);
    const reports = JSON.parse(said) as RateReport[];
    const of = (rate: number, live: boolean): RateReport =>
      reports.find(({ thinning: t }) => t.rate === rate && t.live === live && !t.uneven)!;
    expect(reports).toHaveLength(18);
    for (const live of [false, true]) {
      expect(of(10, live).report.lifts).toMatchObject({ trueLifts: 4, missed: [], invented: [] });
      const right = of(10, live).report.checks!.flatMap((row) => row.right);
      const atThree = of(3, live).report.checks!.flatMap((row) => [...row.right, ...row.wrong]);
      expect(right.length).toBeGreaterThan(0);
      expect(atThree).toEqual([]);
    }
    const lines = rateLines(reports).join('\n');
    expect(lines).toMatch(/live 7 uneven \(\d/);
    expect(lines.match(/recording 5 \(5\.\d\)/g)).toHaveLength(4);
  });

  it('is a question to clips', async () => {
    const { code, noted } = await run(folder, '--rates');
    expect(code).toBe(2);
    expect(noted).toContain('no truth');
  });
});
