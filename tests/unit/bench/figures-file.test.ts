import { expect, it } from 'vitest';
import { figuresOfRun, figuresText } from '../../../bench/accuracy/figures-file';
import { figuresOf } from '../../../bench/accuracy/frame-table';
import type { SetReport } from '../../../bench/accuracy/set-report';
import { RULES_VERSION } from '../../../src/core/scoring/rules';

const readings = [3, -4, 20].map((off, i) => ({
  body: 'made-up',
  timeS: i,
  view: 'side' as const,
  truth: 0,
  off,
  error: 5,
  judged: off < 10,
}));
const report: SetReport = {
  folder: '/somewhere/of/mine/clips',
  kind: 'clips',
  detector: 'movenet-thunder',
  lifter: 'made-up/1',
  weights: 'Weights of /somewhere/of/mine/folds in 4 folds by body.',
  recordings: 2,
  fps: NaN,
  failures: ['one: no video'],
  frames: [
    figuresOf('trunkInclination', 'side', readings),
    figuresOf('trunkInclination', 'not-side', []),
    figuresOf('handHeight', 'side', readings),
    figuresOf('axialTwist', 'side', []),
  ],
  twistPeaks: null,
  worst: null,
  lifts: null,
  checks: [
    { check: 'twist', right: ['a', 'b'], wrong: [], abstained: ['c'], nearEdge: ['d', 'e', 'f'] },
  ],
  checkResults: null,
  roundedLifts: null,
  bendPeaks: [
    { atS: 1, truth: 40, read: 44 },
    { atS: 2, truth: 40, read: 38 },
    { atS: 3, truth: 40, read: null },
  ],
};

it('keeps what people see, with null where nothing was measured', () => {
  const { measuredOn, rules, sets } = figuresOfRun([report], '2026-01-31');
  expect([measuredOn, rules]).toEqual(['2026-01-31', RULES_VERSION]);
  const [set] = sets;
  expect(set).toMatchObject({
    name: 'clips',
    recordings: 2,
    notMeasured: 1,
    fps: null,
    lifts: null,
  });
  expect(set?.frames.map(({ measure, view }) => `${measure} ${view}`)).toEqual([
    'trunkInclination side',
    'axialTwist side',
  ]);
  expect(set?.frames[0]).toMatchObject({
    frames: 3,
    judged: 0.667,
    rmse: 3.54,
    bias: -0.5,
    holds: 1,
  });
  expect(set?.frames[1]).toMatchObject({ rmse: null, bias: null, holds: null });
  expect(set?.checks).toEqual([{ check: 'twist', right: 2, wrong: 0, abstained: 1, nearEdge: 3 }]);
  expect(set?.bendPeaks).toEqual({ peaks: 3, judged: 2, bias: 1, largestOff: 4 });
});

it('names no folder of the machine it ran on', () => {
  expect(figuresText(figuresOfRun([report], '2026-01-31'))).not.toContain('of/mine');
});

it('is JSON, a row a line', () => {
  const figures = figuresOfRun([report], '2026-01-31');
  const text = figuresText(figures);
  expect(JSON.parse(text)).toEqual(figures);
  expect(text).toMatch(/^ +\{ "measure": "trunkInclination".*"holds": 1 \},$/m);
});
