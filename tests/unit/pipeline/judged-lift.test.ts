import { describe, expect, it } from 'vitest';
import { measureFrame } from '../../../src/core/kinematics/moment';
import { smoothSeries } from '../../../src/core/kinematics/series';
import { bodyPoints } from '../../../src/core/pose/landmarks';
import { familyOf, type PoseFrame } from '../../../src/core/pose/pose';
import type { JudgedLift } from '../../../src/core/records/judged-lift';
import { cutLift, LIFT_MARGIN_S } from '../../../src/core/records/lift-cut';
import { verdictOf } from '../../../src/core/scoring/verdict';
import { LiveCheck } from '../../../src/pipeline/live-check';
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

/** Goes through a check. @returns every lift as it was given out, with the moment; and the end of it all */
function keptOf(check: LiveCheck, frames: readonly PoseFrame[]) {
  const given: { atS: number; spoken: number | null; lift: JudgedLift }[] = [];
  for (const frame of frames) {
    const { timeS, spoken } = check.push(frame);
    given.push(...check.freshLifts().map((lift) => ({ atS: timeS, spoken, lift })));
  }
  const analysis = check.finish();
  given.push(...check.freshLifts().map((lift) => ({ atS: Infinity, spoken: null, lift })));
  return { given, analysis };
}

/** What the track alone says about its lift. */
function judgedAgain({ verdict, track }: JudgedLift) {
  const { baseline, heightM, heightEntered } = track;
  const points = bodyPoints(familyOf(track.detector), baseline.keypoints);
  const person = { heightM, heightEntered };
  const moments = track.frames.map((frame) =>
    measureFrame(frame, { ...baseline, points }, lifters, person),
  );
  return verdictOf(verdict, smoothSeries(moments));
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
    for (const { lift } of given) {
      const again = judgedAgain(lift);
      expect(again.headline.kind).toBe(lift.verdict.headline.kind);
      again.checks.forEach((check, i) => {
        const first = lift.verdict.checks[i]!;
        expect(`${check.id}/${check.phase} ${check.state}`).toBe(
          `${first.id}/${first.phase} ${first.state}`,
        );
        if (first.value !== null) expect(check.value).toBeCloseTo(first.value, 1);
      });
    }
  });

  it('keeps half a second on either side and no more', () => {
    for (const { lift, atS } of given) {
      const times = lift.track.frames.map((frame) => frame.timeS);
      expect(times[0]).toBeGreaterThanOrEqual(lift.verdict.startS - LIFT_MARGIN_S - 1e-3);
      expect(times[0]).toBeLessThan(lift.verdict.startS);
      expect(times.at(-1)).toBeLessThanOrEqual(atS);
    }
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
    expect(b.track.width).toBe(2 * a.track.width);
    expect(b.track.baseline.sizePx).toBeCloseTo(2 * a.track.baseline.sizePx, 0);
    expect(b.track.baseline.timesS[0]).toBeGreaterThan(offsetS - 1);
  });

  it('is given out again with what a second look found, and only then', () => {
    const check = newCheck();
    const { given } = keptOf(check, stoodBefore('bent-back'));
    const { verdict } = given.at(-1)!.lift;
    check.takeLooks([]);
    expect(check.freshLifts()).toEqual([]);
    // At each moment of the lift one, so that those that count are among them.
    const looks = check
      .finish()
      .frames.filter(({ t }) => t >= verdict.startS && t <= verdict.endS)
      .map(({ t }) => ({ timeS: t, upperBackDeg: 30 }));
    const [refined] = check.takeLooks(looks);
    expect(refined?.lookedAgain).toBe(true);
    const fresh = check.freshLifts();
    expect(fresh.map(({ index }) => index)).toEqual([0]);
    expect(fresh[0]!.verdict.lookedAgain).toBe(true);
    expect(fresh[0]!.track.looks).toEqual(looks);
  });
});

describe('the cut of a lift', () => {
  const times = { startS: 2, graspS: 3, peakS: 3, endS: 4, releaseS: null };
  const frames = Array.from({ length: 100 }, (_, i) => ({ timeS: i / 10 }));
  const spanOf = (cut: { timeS: number }[]) => [cut[0]?.timeS, cut.at(-1)?.timeS];

  it('reaches to the end of the lift, or of the putting down where that was seen', () => {
    expect(spanOf(cutLift(frames, { ...times, lowerStartS: null, lowerEndS: null }))).toEqual([
      1.5, 4.5,
    ]);
    expect(spanOf(cutLift(frames, { ...times, lowerStartS: 5, lowerEndS: 7 }))).toEqual([1.5, 7.5]);
  });

  it('of a stream that has nothing of it is empty', () => {
    expect(cutLift(frames.slice(0, 5), { ...times, lowerStartS: null, lowerEndS: null })).toEqual(
      [],
    );
    expect(cutLift(frames.slice(90), { ...times, lowerStartS: null, lowerEndS: null })).toEqual([]);
  });
});
