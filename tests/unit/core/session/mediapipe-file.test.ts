import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { SKELETON_JOINTS } from '../../../../src/core/kinematics/skeleton';
import { parseMediapipe } from '../../../../src/core/session/mediapipe-file';
import { parsePoseFile } from '../../../../src/core/session/pose-file';
import { analysed } from '../recordings';
import { simulatedLift, timesAt } from '../simulated-lift';

// Hundreds of files are drawn; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

const {
  frames: seen,
  truths,
  heightM,
} = simulatedLift(
  { seed: 4, azimuth: 60, trunk: 65, knees: 30, twist: 0 },
  timesAt(15),
  'blazepose-full',
);

/** The lift as MediaPipe would tell it: landmarks as shares of the picture. */
function file(extra: object = {}): Record<string, unknown> {
  return {
    width: 640,
    height: 480,
    heightM,
    frames: seen.map(({ timeS, pose }) => ({
      timestampMs: 5000 + timeS * 1000,
      landmarks: pose!.keypoints.map(({ x, y, score }) => ({
        x: x / 640,
        y: y / 480,
        z: 0,
        visibility: score,
      })),
    })),
    ...extra,
  };
}
const frameOf = (change: object) => {
  const own = file();
  (own.frames as object[])[3] = { ...(own.frames as object[])[3], ...change };
  return own;
};

describe('MediaPipe landmarks', () => {
  it('with the size of the picture are analysed like a recording', () => {
    const poses = parsePoseFile(file(), 'mine.json');
    if (!poses.ok) throw new Error(poses.error.detail);
    expect(poses.value).toMatchObject({
      detector: 'blazepose-full',
      source: { name: 'mine.json', width: 640, height: 480, fps: 15, durationS: 5 },
      heightM,
      heightEntered: true,
    });
    expect(poses.value.frames[0]!.timeS).toBe(0);
    const analysis = analysed(poses.value);
    expect(analysis.lifts).toHaveLength(1);
    const bent = analysis.lifts[0]!.checks.find(({ id }) => id === 'bent-back')!;
    const furthest = Math.max(...truths.map((truth) => truth.trunkInclination));
    expect(Math.abs(bent.value! - furthest)).toBeLessThan(2 * bent.error!);
  });

  it('lists of several bodies: the first; nobody: null, nothing or an empty list', () => {
    const { frames } = file() as { frames: { timestampMs: number; landmarks: object[] }[] };
    const nested = frames.map((frame, i) => ({
      ...frame,
      landmarks: i < 3 ? [undefined, null, []][i] : [frame.landmarks, frame.landmarks],
    }));
    const poses = parsePoseFile(JSON.parse(JSON.stringify(file({ frames: nested }))), 'a');
    if (!poses.ok) throw new Error(poses.error.detail);
    expect(poses.value.frames.map(({ pose }) => pose !== null)).toEqual(seen.map((_, i) => i >= 3));
  });

  it('without a height, one is assumed and said to be', () => {
    const poses = parsePoseFile(file({ heightM: undefined }), 'a');
    expect(poses).toMatchObject({ ok: true, value: { heightM: 1.7, heightEntered: false } });
  });

  it.each([
    ['no size of the picture', file({ width: undefined }), /width, height/],
    ['no frames', file({ frames: [] }), /frames/],
    ['nobody in any frame', file({ frames: [{ timestampMs: 0, landmarks: null }] }), /nobody/],
    [
      'a landmark too few',
      frameOf({ landmarks: Array(32).fill({ x: 0, y: 0, visibility: 1 }) }),
      /frames.3.landmarks/,
    ],
    [
      'a landmark that is no number',
      frameOf({ landmarks: Array(33).fill({ x: '0', y: 0, visibility: 1 }) }),
      /frames.3.landmarks/,
    ],
    [
      'pixels for shares',
      frameOf({ landmarks: Array(33).fill({ x: 320, y: 240, visibility: 1 }) }),
      /frames.3.landmarks/,
    ],
    ['no confidence', frameOf({ landmarks: Array(33).fill({ x: 0, y: 0 }) }), /frames.3.landmarks/],
    ['times that go back', frameOf({ timestampMs: 1 }), /frames.3.timestampMs/],
  ])('refused: %s', (_, json, why) => {
    const result = parsePoseFile(json, 'a');
    expect(result.ok).toBe(false);
    if (!result.ok)
      expect(result.error).toMatchObject({
        kind: 'poses-unreadable',
        detail: expect.stringMatching(why) as string,
      });
  });

  it('anything is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (frames, landmarks) => {
        for (const json of [
          frames,
          { frames },
          file({ frames: [landmarks] }),
          frameOf({ landmarks }),
          frameOf({ worldLandmarks: landmarks }),
        ]) {
          const result = parsePoseFile(json, 'a');
          if (!result.ok) expect(result.error.kind).toBe('poses-unreadable');
        }
      }),
    );
  });
});

describe('world landmarks alone', () => {
  /** Somebody upright who faces away from the camera's right by `turn` degrees. */
  const person = (turn: number) => {
    const [c, s] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
    const put = (left: number, up: number, ahead: number) => ({
      x: left * c - ahead * s,
      y: -up,
      z: left * s * -1 - ahead * c,
    });
    return Array.from({ length: 33 }, (_, k) => {
      const side = k % 2 === 1 ? 1 : -1;
      if (k === 0) return put(0, 0.6, 0.1);
      if (k < 11) return put(0, 0.6, 0);
      if (k < 13) return put(0.2 * side, 0.5, 0);
      if (k < 15) return put(0.25 * side, 0.3, 0.1);
      if (k < 23) return put(0.25 * side, 0.1, 0.3);
      if (k < 25) return put(0.12 * side, 0, 0);
      return put(0.12 * side, k < 27 ? -0.4 : -0.8, 0);
    });
  };

  it.each([0, 40, 90, -130, 180])(
    'seen from %i° show the same body, and nothing is judged',
    (turn) => {
      const file = parseMediapipe(
        { frames: [{ timestampMs: 9, worldLandmarks: person(turn) }, { timestampMs: 10 }] },
        'a',
      );
      if (!file.ok || file.value.kind !== 'world') throw new Error('no world landmarks');
      const [first, second] = file.value.track.frames;
      expect(second).toEqual({ timeS: 0.001, body: null });
      expect(Object.keys(first!.body!.joints)).toEqual([...SKELETON_JOINTS]);
      const near = (joint: 'leftWrist' | 'neckBase' | 'rightKnee', at: number[]) =>
        first!.body!.joints[joint].at.forEach((x, i) => expect(x).toBeCloseTo(at[i]!, 9));
      near('leftWrist', [0.25, 0.1, 0.3]);
      near('neckBase', [0, 0.5, 0]);
      near('rightKnee', [-0.12, -0.4, 0]);
      expect(Object.keys(file.value.track)).toEqual(['frames']);
    },
  );

  it('cannot be analysed', () => {
    const json = { frames: [{ timestampMs: 9, worldLandmarks: person(0) }] };
    const poses = parsePoseFile(json, 'a');
    expect(poses).toMatchObject({ ok: false, error: { kind: 'poses-unreadable' } });
  });
});
