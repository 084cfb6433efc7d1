import { describe, expect, it } from 'vitest';
import { MEASURE_NAMES } from '../../../src/core/kinematics/measure';
import type { Keypoint, PoseFrame } from '../../../src/core/pose/pose';
import type { LiftRecord } from '../../../src/core/records/lift-record';
import { unpackTrack } from '../../../src/core/records/track-packing';
import type { LiftTrack, TrackRecord } from '../../../src/core/records/track-record';
import type { LiftVerdict } from '../../../src/core/scoring/check';
import { RULES_VERSION } from '../../../src/core/scoring/rules';
import type { Analysis } from '../../../src/core/session/analysis';
import { parseAnalysis } from '../../../src/core/session/analysis-file';
import { analysisToRecords } from '../../../src/pipeline/analysis-records';
import { LiveCheck } from '../../../src/pipeline/live-check';
import { momentsOf, scoreAgain, trackSkeletons } from '../../../src/pipeline/score-again';
import { withSkeletons } from '../../../src/pipeline/skeleton-track';
import { analysed, lifters, savedPoses, type RecordingName } from '../core/recordings';

const NAMES: RecordingName[] = ['good-lift', 'bent-back', 'twist', 'three-lifts'];

/** The check as it goes live, with two and a half seconds of the first frame before it. */
function live(
  name: RecordingName,
  frames: readonly PoseFrame[] = savedPoses(name).frames,
): Analysis {
  const before = Array.from({ length: 25 }, (_, i) => ({ ...frames[0]!, timeS: i / 10 }));
  const check = new LiveCheck({
    lifters,
    person: { heightM: 1.8, heightEntered: true },
    detector: 'movenet-lightning',
    sourceName: name,
  });
  // a clock of no round numbers, as the browser's
  for (const frame of [...before, ...frames.map((f) => ({ ...f, timeS: f.timeS + 2.5 }))])
    check.push({ ...frame, timeS: frame.timeS * 1.0000123 + 17.123456789 });
  const analysis = check.finish();
  const lift = analysis.lifts[0]!;
  const backs = [-0.2, 0, 0.2].map((dt) => ({ timeS: lift.peakS + dt, upperBackDeg: 2 }));
  // What another detector would say of the same pictures: nearly the same.
  const seenAt = (timeS: number): Keypoint[] =>
    analysis
      .poses!.frames.find(({ t }) => Math.abs(t - timeS) < 1e-4)!
      .k!.map(([x, y, score]) => ({ x: x + 0.5, y, score }));
  const standing = seenAt(analysis.baseline!.timesS[0]!);
  const closer = check.wantedLooks().closer.map((timeS) => ({
    timeS,
    keypoints: seenAt(timeS),
    standing,
  }));
  check.takeLooks({ backs, closer });
  return check.finish();
}

function kept(analysis: Analysis) {
  const file = parseAnalysis(JSON.parse(JSON.stringify(analysis)));
  if (!file.ok) throw new Error(file.error.detail);
  return analysisToRecords(file.value, 'session', 1e12, 'video');
}

const unpacked = (record: TrackRecord): LiftTrack => {
  const track = unpackTrack(record);
  if (!track.ok) throw new Error(track.error.detail);
  return track.value;
};

function expectSame(again: LiftVerdict, first: LiftVerdict): void {
  expect(again.headline.kind).toBe(first.headline.kind);
  expect(again.lookedAgain).toBe(first.lookedAgain);
  expect(
    again.checks.map(({ id, phase, state, notJudged }) => ({ id, phase, state, notJudged })),
  ).toEqual(
    first.checks.map(({ id, phase, state, notJudged }) => ({ id, phase, state, notJudged })),
  );
  first.checks.forEach(({ value, unit }, i) => {
    if (value !== null)
      expect(Math.abs(again.checks[i]!.value! - value)).toBeLessThan(unit === 'm' ? 0.005 : 0.5);
  });
  expect(Math.abs((again.score ?? 0) - (first.score ?? 0))).toBeLessThanOrEqual(1);
}

describe.each(NAMES)('%s, kept', (name) => {
  it.each([
    ['recording', () => analysed(savedPoses(name))],
    ['live', () => live(name)],
  ] as const)('%s: scored again under the same rules the verdict is the same', (_, make) => {
    const analysis = make();
    const { lifts, tracks } = kept(analysis);
    expect(lifts.length).toBeGreaterThan(0);
    expect(tracks).toHaveLength(lifts.length);
    lifts.forEach((lift, i) => {
      const again = scoreAgain(lift, unpacked(tracks[i]!), lifters);
      expect(again).toMatchObject({ rules: RULES_VERSION, lifter: lift.lifter });
      expectSame(again.verdict, lift.verdict);
    });
  });

  it('replays the measures and the skeleton of the analysis', () => {
    const poses = savedPoses(name);
    const analysis = withSkeletons(analysed(poses), poses.frames, lifters);
    const { tracks, lifts } = kept(analysis);
    const track = unpacked(tracks[0]!);
    const moments = momentsOf(track, lifters);
    const { startS, endS } = lifts[0]!.verdict;
    for (const { timeS, measures } of moments) {
      if (timeS < startS || timeS > endS) continue;
      const frame = analysis.frames.find(({ t }) => Math.abs(t - timeS) < 1e-3)!;
      for (const measure of MEASURE_NAMES) {
        expect(measures[measure].judged).toBe(frame.judged[measure]);
        if (frame[measure] !== null)
          expect(measures[measure].value).toBeCloseTo(
            frame[measure],
            measure.endsWith('M') ? 2 : 0,
          );
      }
    }
    const skeletons = trackSkeletons(track, lifters);
    expect(skeletons).toHaveLength(track.frames.length);
    expect(skeletons.every((skeleton) => skeleton !== null)).toBe(true);
  });
});

it('a kept lift that was measured against a standing pose taken anew keeps that one', () => {
  const { frames } = savedPoses('good-lift');
  const far = frames.map(({ timeS, pose }): PoseFrame => ({
    timeS: timeS + 20,
    pose: pose && {
      ...pose,
      keypoints: pose.keypoints.map((k) => ({
        ...k,
        x: 320 + 0.7 * (k.x - 320),
        y: 400 + 0.7 * (k.y - 400),
      })),
    },
  }));
  const stood = Array.from({ length: 25 }, (_, i) => ({ ...far[0]!, timeS: 17 + i / 10 }));
  const analysis = live('good-lift', [...frames, ...stood, ...far]);
  const { lifts, tracks } = kept(analysis);
  expect(lifts).toHaveLength(2);
  const [near, away] = tracks.map((track) => track.baseline.sizePx) as [number, number];
  expect(away / near).toBeCloseTo(0.7, 1);
  lifts.forEach((lift, i) => {
    expectSame(scoreAgain(lift, unpacked(tracks[i]!), lifters).verdict, lift.verdict);
  });
});

it('other rules and another lifter are said', () => {
  const { lifts, tracks } = kept(analysed(savedPoses('twist')));
  const older: LiftRecord = { ...lifts[0]!, rules: '2026.10.1', lifter: 'older' };
  expect(scoreAgain(older, unpacked(tracks[0]!), lifters).rules).toBe(RULES_VERSION);
});

it('a session made of an analysis holds its facts', () => {
  const analysis = analysed(savedPoses('three-lifts'));
  const { sessions, lifts } = kept(analysis);
  expect(sessions).toMatchObject([
    { id: 'session', startedMs: 1e12, origin: 'video', personId: null },
  ]);
  expect(lifts.map(({ index, startedMs }) => [index, startedMs])).toEqual(
    analysis.lifts.map(({ startS }, i) => [i, Math.round(1e12 + startS * 1000)]),
  );
});

it.each([
  ['no verdict', (a: Analysis) => Object.assign(a, { lifts: [{}] }), /lifts.0/],
  ['a score of 1e9', (a: Analysis) => Object.assign(a.lifts[0]!, { score: 1e9 }), /lifts.0.score/],
  ['no poses', (a: Analysis) => Reflect.deleteProperty(a, 'poses'), /poses/],
])('an analysis with %s is refused', (_, spoil, why) => {
  const analysis = JSON.parse(JSON.stringify(analysed(savedPoses('twist')))) as Analysis;
  spoil(analysis);
  const file = parseAnalysis(analysis);
  expect(file.ok).toBe(false);
  if (!file.ok) expect(file.error.detail).toMatch(why);
});
