import { describe, expect, it } from 'vitest';
import { FEWEST_PER_SECOND } from '../../../src/core/kinematics/between-frames';
import type { CloserLook } from '../../../src/core/kinematics/closer-look';
import { measureFrame } from '../../../src/core/kinematics/moment';
import { smoothSeries } from '../../../src/core/kinematics/series';
import { StandingWatch } from '../../../src/core/kinematics/standing';
import type { PoseFrame } from '../../../src/core/pose/pose';
import { ANALYSIS_SCHEMA } from '../../../src/core/session/analysis';
import { parsePoses } from '../../../src/core/session/poses-file';
import { analysisToRecords } from '../../../src/pipeline/analysis-records';
import { LiveCheck } from '../../../src/pipeline/live-check';
import type { LiveState } from '../../../src/pipeline/live-state';
import { composeAnalysis, settledFrames } from '../../../src/pipeline/recording';
import { analyseSavedPoses } from '../../../src/pipeline/saved-poses';
import { schemaFaults } from '../../fixtures/analysis-schema';
import { analysed, lifters, savedPoses, type RecordingName } from '../core/recordings';

/** Hundreds of frames are measured; on a busy machine that takes its time. */
const BUSY = { timeout: 60_000 };

function live(frames: readonly PoseFrame[]): { states: LiveState[]; check: LiveCheck } {
  const check = new LiveCheck({
    lifters,
    person: { heightM: 1.8, heightEntered: true },
    detector: 'movenet-lightning',
    sourceName: 'test',
  });
  // The list of lifts grows in place: what was there at each moment is copied.
  return { check, states: frames.map((frame) => ({ ...check.push(frame) })) };
}

/** The recording, with two and a half seconds of its first frame before it. */
function stoodBefore(name: RecordingName): PoseFrame[] {
  const { frames } = savedPoses(name);
  const before = Array.from({ length: 25 }, (_, i) => ({ ...frames[0]!, timeS: i / 10 }));
  return [...before, ...frames.map((f) => ({ ...f, timeS: f.timeS + 2.5 }))];
}

describe('live check', () => {
  it.each<RecordingName>(['good-lift', 'bent-back', 'twist'])(
    '%s: one lift, spoken once upright, headline as in the recording',
    (name) => {
      const poses = savedPoses(name);
      const { states } = live(poses.frames);
      const [recorded] = analysed({ ...poses, heightM: 1.8, heightEntered: true }).lifts;
      const spoken = states.filter((s) => s.spoken !== null);
      expect(spoken.length).toBeGreaterThanOrEqual(1);
      expect(spoken[0]!.timeS - recorded!.endS).toBeLessThan(1);
      expect(spoken[0]!.phase).toBe('holding');
      expect(states.at(-1)!.lifts).toHaveLength(1);
      expect(states.at(-1)!.lifts[0]!.headline.kind).toBe(recorded!.headline.kind);
    },
  );

  it('says nothing while the lift goes on, and shows no lift before it has ended', () => {
    const { states } = live(savedPoses('bent-back').frames);
    for (const state of states)
      if (state.phase === 'reaching' || state.phase === 'rising') expect(state.spoken).toBeNull();
  });

  it.each([
    ['after two seconds of standing', stoodBefore('three-lifts')],
    ['after a short standing (STAND-6)', savedPoses('three-lifts').frames],
  ])('three lifts in a row, each spoken: %s', (_, frames) => {
    const { states } = live(frames);
    expect(new Set(states.flatMap((s) => (s.spoken === null ? [] : [s.spoken])))).toEqual(
      new Set([0, 1, 2]),
    );
  });

  it.each<RecordingName>(['good-lift', 'bent-back', 'twist'])(
    '%s: found as long as the screen does not say that lifts are missed',
    (name) => {
      let dueS = 0;
      const thinned = savedPoses(name).frames.filter(({ timeS }) => {
        if (timeS < dueS) return false;
        dueS += 1 / FEWEST_PER_SECOND;
        return true;
      });
      expect(live(thinned).states.at(-1)!.lifts).toHaveLength(1);
    },
  );

  it.each<RecordingName>(['bend-without-load', 'walk-and-reach-up'])('%s: no lift', (name) => {
    expect(live(stoodBefore(name)).states.at(-1)!.lifts).toEqual([]);
  });

  it('feet outside the picture: says so, takes no baseline', () => {
    const { states } = live(savedPoses('feet-out-of-picture').frames);
    expect(states[5]!.readiness).toMatchObject({ wholeBody: false, cutAt: 'bottom' });
    expect(states.every((s) => s.readiness.baseline < 1)).toBe(true);
  });

  it('a new baseline on demand; who leaves is forgotten after a while', () => {
    const { frames } = savedPoses('good-lift');
    const standing = frames.filter((f) => f.timeS < 2.4);
    const { check, states } = live(standing);
    expect(states.at(-1)!.readiness.baseline).toBe(1);
    check.redoBaseline();
    expect(check.push({ ...standing[0]!, timeS: 2.5 }).readiness.baseline).toBeLessThan(1);

    const again = live(standing).check;
    let state = again.push({ timeS: 2.5, pose: null });
    expect(state).toMatchObject({ person: 'none', readiness: { baseline: 1 } });
    state = again.push({ timeS: 4.5, pose: null, other: true });
    expect(state.person).toBe('other');
    expect(state.readiness.baseline).toBeLessThan(1);
  });

  it.each<RecordingName>(['good-lift', 'bent-back', 'twist', 'three-lifts'])(
    '%s: the session file, opened again, gives the same verdicts',
    (name) => {
      const { check } = live(stoodBefore(name));
      const session = check.finish();
      expect(session.schema).toBe(ANALYSIS_SCHEMA);
      expect(session.lifts.length).toBeGreaterThan(0);
      const poses = parsePoses(JSON.parse(JSON.stringify(session)));
      if (!poses.ok) throw new Error(poses.error.detail);
      expect(analysed(poses.value)).toEqual(session);
    },
  );

  it('ends with what all its frames and moments give when none was packed or let go', BUSY, () => {
    const round = stoodBefore('three-lifts');
    const roundS = round.at(-1)!.timeS + 0.1;
    const frames = settledFrames(
      Array.from({ length: 4 }, (_, i) =>
        // A camera's times are not round.
        round.map((f) => ({ ...f, timeS: f.timeS + i * roundS + 0.01 * Math.sin(f.timeS) })),
      ).flat(),
    ).map((f) => ({ ...f, pose: f.pose && { ...f.pose, timeS: f.timeS } }));
    const analysis = live(frames).check.finish();
    expect(analysis.lifts.length).toBeGreaterThan(6);

    const watch = new StandingWatch();
    const found = frames.reduce<ReturnType<StandingWatch['push']>['found']>(
      (before, { pose }) => before ?? watch.push(pose!).found,
      null,
    )!;
    const person = { heightM: 1.8, heightEntered: true };
    const moments = frames.map((frame) =>
      measureFrame(frame, frame.timeS < found.sinceS ? null : found.baseline, lifters, person),
    );
    const { lifts, source } = analysis;
    const expected = composeAnalysis({
      frames,
      moments: smoothSeries(moments),
      lifts,
      baseline: found.baseline,
      source,
      detector: 'movenet-lightning',
      lifters,
      person,
      mode: 'live',
      includePoses: true,
    });
    // Too long for a list of differences.
    expect(JSON.stringify(analysis) === JSON.stringify(expected)).toBe(true);
  });

  it('a standing pose taken anew is taken anew when the file is opened again', () => {
    const { check } = live(stoodBefore('three-lifts').filter((f) => f.timeS < 7));
    check.redoBaseline();
    for (const frame of stoodBefore('three-lifts').filter((f) => f.timeS >= 7)) check.push(frame);
    const session = check.finish();
    const poses = parsePoses(JSON.parse(JSON.stringify(session)));
    if (!poses.ok) throw new Error(poses.error.detail);
    expect(poses.value.restandS).toHaveLength(1);
    expect(analysed(poses.value).lifts).toEqual(session.lifts);
  });

  describe('STAND-7: another detector that goes on', () => {
    /** The fixture's poses, named as thunder's up to a moment. */
    const thunderUntil = (untilS: number): PoseFrame[] =>
      stoodBefore('three-lifts').map((frame) => ({
        ...frame,
        pose:
          frame.pose && frame.timeS < untilS
            ? { ...frame.pose, detector: 'movenet-thunder' }
            : frame.pose,
      }));
    const before = live(stoodBefore('three-lifts')).check.finish().lifts;
    /** Upright before the second lift; in the middle of it. */
    const between = before[1]!.startS - 0.4;
    const within = (before[1]!.startS + before[1]!.endS) / 2;

    it('has a standing of its own, and the file that is opened again tells the same', () => {
      const { check, states } = live(thunderUntil(between));
      const first = states.find(({ timeS }) => timeS >= between)!;
      expect(first.readiness.baseline).toBeLessThan(1);
      const session = check.finish();
      const { poses } = session;
      expect(poses).toMatchObject({
        detector: 'movenet-thunder',
        changes: [{ t: first.timeS, detector: 'movenet-lightning' }],
      });
      expect(schemaFaults(session)).toEqual([]);
      const again = parsePoses(JSON.parse(JSON.stringify(session)));
      if (!again.ok) throw new Error(again.error.detail);
      expect(analysed(again.value)).toEqual(session);
      expect(session.lifts.length).toBeGreaterThanOrEqual(2);
      const records = analysisToRecords(
        { ...session, poses: again.value },
        'session',
        1e12,
        'poses',
      );
      const detectors = records.lifts.map(({ detector }) => detector);
      expect(detectors[0]).toBe('movenet-thunder');
      expect(detectors.at(-1)).toBe('movenet-lightning');
    });

    it('in the middle of a lift, that lift does not count', () => {
      const { lifts } = live(thunderUntil(within)).check.finish();
      expect(lifts.some(({ startS }) => Math.abs(startS - before[1]!.startS) < 0.5)).toBe(false);
      expect(lifts[0]).toMatchObject({ headline: { kind: before[0]!.headline.kind } });
    });
  });

  it('who comes after a gap is somebody new: no baseline of the one before, no lift across it', () => {
    const { frames } = savedPoses('good-lift');
    const standing = frames.filter((f) => f.timeS < 2.4);
    const { check } = live(standing);
    // No frame at all for two seconds (a hidden tab), then somebody bends.
    const later = frames.filter((f) => f.timeS > 4.5).map((f) => ({ ...f, timeS: f.timeS + 2 }));
    const state = check.push(later[0]!);
    expect(state.person).toBe('tracked');
    expect(state.readiness.baseline).toBeLessThan(1);
    expect(state.motion!.measures.handHeightM.judged).toBe('no-baseline');
  });

  it('leaving the picture before pressing stop loses nothing', () => {
    const { frames } = savedPoses('bent-back');
    const { check } = live(frames);
    const endS = frames.at(-1)!.timeS;
    for (let i = 1; i <= 30; i++) check.push({ timeS: endS + i / 10, pose: null });
    const session = check.finish();
    expect(session.lifts).toHaveLength(1);
    expect(session.baseline).not.toBeNull();
  });

  it('a check in which nobody was seen still has its picture size', () => {
    const { check } = live([]);
    check.push({ timeS: 0, pose: null }, { width: 640, height: 480 });
    expect(check.finish().source).toMatchObject({ width: 640, height: 480 });
  });
});

describe('recordings', () => {
  it('the same poses give the same output byte for byte', () => {
    const once = JSON.stringify(analysed(savedPoses('twist')));
    expect(JSON.stringify(analysed(savedPoses('twist')))).toBe(once);
  });

  it('saved with its poses and analysed again: the same verdicts', () => {
    const first = analysed(savedPoses('bent-back'));
    const poses = parsePoses(JSON.parse(JSON.stringify(first)));
    if (!poses.ok) throw new Error(poses.error.detail);
    expect(analysed(poses.value).lifts).toEqual(first.lifts);
  });

  it('without an entered height every distance is a tenth wider', () => {
    const poses = savedPoses('bent-back');
    const reach = (entered: boolean) => {
      const frame = analysed({ ...poses, heightEntered: entered }).frames[40]!;
      return { value: frame.handReachM!, error: frame.errors.handReachM! };
    };
    // Weighing frames by their certainty moves the smoothed value a little.
    expect(Math.abs(reach(false).value - reach(true).value)).toBeLessThan(0.01);
    expect(Math.abs(reach(false).error - reach(true).error - 0.1 * reach(true).value)).toBeLessThan(
      0.01,
    );
  });

  it('the other way round in the mirror: twist changes its sign', () => {
    const poses = savedPoses('twist');
    const PAIRS = [
      [1, 2],
      [3, 4],
      [5, 6],
      [7, 8],
      [9, 10],
      [11, 12],
      [13, 14],
      [15, 16],
    ] as const;
    const mirrored = poses.frames.map(({ timeS, pose }): PoseFrame => {
      if (pose === null) return { timeS, pose };
      const keypoints = pose.keypoints.map((k) => ({ ...k, x: pose.width - k.x }));
      for (const [a, b] of PAIRS) [keypoints[a], keypoints[b]] = [keypoints[b]!, keypoints[a]!];
      return { timeS, pose: { ...pose, keypoints } };
    });
    const peak = (frames: readonly PoseFrame[]): number => {
      const values = analysed({ ...poses, frames: [...frames] }).frames.map(
        (f) => f.axialTwistDeg ?? 0,
      );
      return values.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a));
    };
    expect(Math.sign(peak(mirrored))).toBe(-Math.sign(peak(poses.frames)));
    expect(Math.abs(peak(mirrored) + peak(poses.frames))).toBeLessThan(10);
  });
});

describe('second look', () => {
  /** A side view with its lift: bent far, so that there is something to look for. */
  const judged = () => {
    const { check, states } = live(stoodBefore('bent-back'));
    const { backs: wanted, closer } = check.wantedLooks();
    return { check, states, wanted, closer };
  };

  it('asks for a few moments of the lift, each once', () => {
    const { check, states, wanted } = judged();
    const [lift] = states.at(-1)!.lifts;
    expect(wanted.length).toBeGreaterThanOrEqual(3);
    expect(check.wantedLooks()).toEqual({ backs: [], closer: [] });
    const times = new Set(states.map((state) => state.timeS));
    for (const timeS of wanted) {
      expect(times.has(timeS)).toBe(true);
      expect(timeS).toBeGreaterThan(lift!.startS);
    }
  });

  it('asks for five looks at a lift at most, however its verdict changes on the way', () => {
    const check = new LiveCheck({
      lifters,
      person: { heightM: 1.8, heightEntered: true },
      detector: 'movenet-lightning',
      sourceName: 'test',
    });
    const wanted: number[] = [];
    let judged = 0;
    let lifts: LiveState['lifts'] | null = null;
    for (const frame of stoodBefore('bent-back')) {
      const state = check.push(frame);
      if (state.lifts !== lifts) judged++;
      lifts = state.lifts;
      wanted.push(...check.wantedLooks().backs);
    }
    expect(judged).toBeGreaterThan(1);
    expect(wanted.length).toBeGreaterThanOrEqual(3);
    expect(wanted.length).toBeLessThanOrEqual(5);
    expect(new Set(wanted).size).toBe(wanted.length);
  });

  it('refines the verdict and never speaks again', () => {
    const { check, states, wanted } = judged();
    const before = states.at(-1)!.lifts;
    const backs = wanted.map((timeS) => ({ timeS, upperBackDeg: 1 }));
    const after = check.takeLooks({ backs, closer: [] });
    expect(after).not.toBe(before);
    expect(after[0]).toMatchObject({ lookedAgain: true, headline: before[0]!.headline });
    expect(after[0]!.checks.find((c) => c.id === 'rounded-back')?.state).toBe('watch');
    const next = check.push({ ...states.at(-1)!, timeS: states.at(-1)!.timeS + 0.1, pose: null });
    expect(next.spoken).toBeNull();
    expect(next.lifts).toBe(after);
    expect(check.takeLooks({ backs: [], closer: [] })).toBe(after);
  });

  /** What another detector would say of the pictures at these moments: nearly the same. */
  const closerLooks = (states: readonly LiveState[], timesS: readonly number[]): CloserLook[] => {
    const seenAt = (timeS: number) =>
      states.find((s) => s.timeS === timeS)!.pose!.keypoints.map((k) => ({ ...k, x: k.x + 0.5 }));
    return timesS.map((timeS) => ({ timeS, keypoints: seenAt(timeS), standing: seenAt(0) }));
  };

  it('asks for a closer look at the furthest bends, at those moments exactly, once', () => {
    const { states, closer } = judged();
    const bends = states
      .at(-1)!
      .lifts[0]!.checks.filter(({ id, value }) => id === 'bent-back' && value !== null);
    expect(closer).toHaveLength(bends.length);
    for (const [i, { atS }] of bends.entries()) {
      expect(closer[i]!).toBeCloseTo(atS!, 3);
      expect(states.some(({ timeS }) => timeS === closer[i])).toBe(true);
    }
  });

  it('takes a closer look into the verdict once, and keeps it with the poses', () => {
    const { check, states, closer } = judged();
    const before = states.at(-1)!.lifts;
    const looks = { backs: [], closer: closerLooks(states, closer) };
    const after = check.takeLooks(looks);
    const bend = (lifts: LiveState['lifts']) => lifts[0]!.checks.find((c) => c.id === 'bent-back')!;
    expect(after[0]!.lookedAgain).toBe(true);
    expect(bend(after).value).not.toBe(bend(before).value);
    expect(bend(after).atS).toBe(bend(before).atS);
    expect(check.takeLooks({ backs: [], closer: [] })).toBe(after);
    const analysis = check.finish();
    expect(schemaFaults(JSON.parse(JSON.stringify(analysis)))).toEqual([]);
    const saved = parsePoses(JSON.parse(JSON.stringify(analysis)));
    if (!saved.ok) throw new Error(saved.error.detail);
    const again = analyseSavedPoses(saved.value, lifters, saved.value, true);
    expect(again.lifts).toEqual(analysis.lifts);
    expect(again.poses).toEqual(analysis.poses);
  });

  it('a saved check gives the refined verdicts again', () => {
    const { check, wanted } = judged();
    const backs = wanted.map((timeS, i) => ({ timeS, upperBackDeg: i === 0 ? null : 9.3 }));
    check.takeLooks({ backs, closer: [] });
    const analysis = check.finish();
    expect(analysis.poses?.looks).toHaveLength(wanted.length);
    const saved = parsePoses(JSON.parse(JSON.stringify(analysis)));
    if (!saved.ok) throw new Error(saved.error.detail);
    const again = analyseSavedPoses(saved.value, lifters, saved.value, true);
    expect(again.lifts).toEqual(analysis.lifts);
    expect(again.poses).toEqual(analysis.poses);
    expect(analysis.lifts[0]!.lookedAgain).toBe(true);
  });
});
