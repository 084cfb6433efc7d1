import { describe, expect, it } from 'vitest';
import type { PoseFrame } from '../../../src/core/pose/pose';
import type { JudgedLift } from '../../../src/core/records/judged-lift';
import { packTrack, unpackTrack } from '../../../src/core/records/track-packing';
import { LiveCheck } from '../../../src/pipeline/live-check';
import { analyseSavedPoses } from '../../../src/pipeline/saved-poses';
import { scoreAgain } from '../../../src/pipeline/score-again';
import { lifters, savedPoses, type RecordingName } from '../core/recordings';

/** The recording, with two and a half seconds of its first frame before it. */
function stoodBefore(name: RecordingName): PoseFrame[] {
  const { frames } = savedPoses(name);
  const before = Array.from({ length: 25 }, (_, i) => ({ ...frames[0]!, timeS: i / 10 }));
  return [...before, ...frames.map((f) => ({ ...f, timeS: f.timeS + 2.5 }))];
}

const newCheck = (): LiveCheck =>
  new LiveCheck({
    lifters,
    person: { heightM: 1.8, heightEntered: true },
    detector: 'movenet-lightning',
    sourceName: 'test',
  });

/** Goes through a check. @returns every lift as it was given out, with what was spoken of then; and the end of it all */
function keptOf(check: LiveCheck, frames: readonly PoseFrame[]) {
  const given: { spoken: number | null; lift: JudgedLift }[] = [];
  for (const frame of frames) {
    const { spoken } = check.push(frame);
    given.push(...check.freshLifts().map((lift) => ({ spoken, lift })));
  }
  const analysis = check.finish();
  given.push(...check.freshLifts().map((lift) => ({ spoken: null, lift })));
  return { given, analysis };
}

/** What the track alone says about its lift, packed and unpacked. */
function judgedAgain(judged: JudgedLift) {
  const track = unpackTrack(packTrack(judged.track!, 'lift'));
  if (!track.ok) throw new Error(track.error.detail);
  const lift = { v: 1, id: 'lift', sessionId: 'session', startedMs: 0, ...judged } as const;
  return scoreAgain(lift, track.value, lifters);
}

describe.each<RecordingName>(['good-lift', 'bent-back', 'twist', 'three-lifts'])('%s', (name) => {
  const { given, analysis } = keptOf(newCheck(), stoodBefore(name));

  it('gives each lift out with the frame that tells of it, and again when its verdict goes on', () => {
    expect(analysis.lifts.length).toBeGreaterThan(0);
    analysis.lifts.forEach((verdict, index) => {
      const own = given.filter(({ lift }) => lift.index === index);
      expect(own[0]!.spoken).toBe(index);
      expect(own.at(-1)!.lift.verdict).toEqual(verdict);
      if (verdict.lowerEndS !== null) expect(own.length).toBeGreaterThan(1);
    });
  });

  it('holds what a lift was judged by: the track alone gives the same verdict', () => {
    for (const { lift } of given) expect(judgedAgain(lift).verdict).toEqual(lift.verdict);
  });
});

describe.each<RecordingName>(['bent-back', 'twist', 'three-lifts'])('%s, a recording', (name) => {
  it('gives its lifts out too, each with what it was judged by', () => {
    const given: JudgedLift[] = [];
    const poses = savedPoses(name);
    const { lifts } = analyseSavedPoses(poses, lifters, poses, false, (lift) => given.push(lift));
    expect(given.map(({ verdict }) => verdict)).toEqual(lifts);
    for (const lift of given) expect(judgedAgain(lift).verdict).toEqual(lift.verdict);
  });

  it('of somebody who comes back elsewhere has the standing of each time', () => {
    const poses = savedPoses(name);
    const endS = poses.frames.at(-1)!.timeS;
    const nearer = poses.frames.map((frame): PoseFrame => ({
      timeS: frame.timeS + endS + 30,
      pose: frame.pose && {
        ...frame.pose,
        keypoints: frame.pose.keypoints.map((k) => ({ ...k, x: k.x * 0.8, y: k.y * 0.8 })),
      },
    }));
    const given: JudgedLift[] = [];
    const frames = [...poses.frames, ...nearer];
    analyseSavedPoses({ ...poses, frames }, lifters, poses, false, (lift) => given.push(lift));
    expect(given.length).toBeGreaterThan(1);
    const [first, last] = [given[0]!.track!.baseline, given.at(-1)!.track!.baseline];
    expect(last.sizePx / first.sizePx).toBeCloseTo(0.8, 2);
    expect(judgedAgain(given.at(-1)!).verdict).toEqual(given.at(-1)!.verdict);
  });
});

describe('a lift that is kept', () => {
  it('was measured against the standing of its own time', () => {
    const check = newCheck();
    const first = keptOf(check, stoodBefore('bent-back')).given;
    // Another camera, twice as large a picture: all is measured anew.
    check.redoBaseline();
    const offsetS = 60;
    const larger = stoodBefore('bent-back').map((frame): PoseFrame => ({
      timeS: frame.timeS + offsetS,
      pose: frame.pose && {
        ...frame.pose,
        width: frame.pose.width * 2,
        height: frame.pose.height * 2,
        keypoints: frame.pose.keypoints.map((k) => ({ ...k, x: k.x * 2, y: k.y * 2 })),
      },
    }));
    const second = keptOf(check, larger).given;
    const [a, b] = [first.at(-1)!.lift, second.at(-1)!.lift];
    expect([a.index, b.index]).toEqual([0, 1]);
    expect(b.track!.width).toBe(2 * a.track!.width);
    expect(b.track!.baseline.sizePx).toBeCloseTo(2 * a.track!.baseline.sizePx, 0);
    expect(b.track!.baseline.timesS[0]).toBeGreaterThan(offsetS - 1);
  });

  it('is given out again with what a second look found, and only then', () => {
    const check = newCheck();
    const { given } = keptOf(check, stoodBefore('bent-back'));
    const { verdict } = given.at(-1)!.lift;
    check.takeLooks({ backs: [], closer: [] });
    expect(check.freshLifts()).toEqual([]);
    // At each moment of the lift one, so that those that count are among them.
    const backs = check
      .finish()
      .frames.filter(({ t }) => t >= verdict.startS && t <= verdict.endS)
      .map(({ t }) => ({ timeS: t, upperBackDeg: 30 }));
    const [refined] = check.takeLooks({ backs, closer: [] });
    expect(refined?.lookedAgain).toBe(true);
    const fresh = check.freshLifts();
    expect(fresh.map(({ index }) => index)).toEqual([0]);
    expect(fresh[0]!.verdict.lookedAgain).toBe(true);
    expect(fresh[0]!.track?.looks).toEqual(backs);
  });
});
