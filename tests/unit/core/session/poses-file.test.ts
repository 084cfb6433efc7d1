import { describe, expect, it } from 'vitest';
import type { Analysis, PoseTrack } from '../../../../src/core/session/analysis';
import { parsePoses } from '../../../../src/core/session/poses-file';
import { analysed, savedPoses } from '../recordings';

type Saved = Analysis & { poses: PoseTrack };
const saved = JSON.stringify(analysed(savedPoses('bend-without-load')));
const good = (): Saved => JSON.parse(saved) as Saved;
const frame = (file: Saved) => file.poses.frames[3]!;
/** Puts in what the type forbids: files come from anywhere. */
const spoil = (target: object, name: string | number, value: unknown): void => {
  Object.assign(target, { [name]: value });
};

describe('saved poses', () => {
  it('open', () => {
    expect(parsePoses(good()).ok).toBe(true);
  });

  const k = (x: number): [number, number, number][] =>
    Array.from({ length: 17 }, (_, i) => [x + i, 10 * i, 0.5]);
  const keypoints = (x: number) => k(x).map(([px, y, score]) => ({ x: px, y, score }));
  const source = { name: 'a', width: 640, height: 480, fps: 10, durationS: 0.3 };
  const small = (poses: object, about: object = source): object => ({
    schema: 'liftcheck.analysis/1',
    heightM: 1.8,
    heightEntered: true,
    source: about,
    poses: { detector: 'movenet-lightning', width: 320, height: 240, ...poses },
  });

  it('give back all that a live check knew', () => {
    const file = small(
      {
        mode: 'live',
        restandS: [0.1],
        changes: [{ t: 0.2, detector: 'movenet-thunder' }],
        frames: [
          { t: 0, k: k(1) },
          { t: 0.1, k: null },
          { t: 0.15, k: null, other: true },
          { t: 0.2, k: k(2), other: false },
        ],
        looks: [{ t: 0.2, upperBackDeg: null, back: 'unclear' }],
        closer: [{ t: 0.2, k: k(3), standing: k(4) }],
      },
      { ...source, damagedAtS: 0.25 },
    );
    const pose = { width: 320, height: 240 };
    expect(parsePoses(file)).toEqual({
      ok: true,
      value: {
        frames: [
          {
            timeS: 0,
            pose: { ...pose, timeS: 0, detector: 'movenet-lightning', keypoints: keypoints(1) },
          },
          { timeS: 0.1, pose: null },
          { timeS: 0.15, pose: null, other: true },
          {
            timeS: 0.2,
            pose: { ...pose, timeS: 0.2, detector: 'movenet-thunder', keypoints: keypoints(2) },
          },
        ],
        source: { ...source, damagedAtS: 0.25 },
        mode: 'live',
        restandS: [0.1],
        looks: [{ timeS: 0.2, upperBackDeg: null }],
        closer: [{ timeS: 0.2, keypoints: keypoints(3), standing: keypoints(4) }],
        detector: 'movenet-lightning',
        heightM: 1.8,
        heightEntered: true,
      },
    });
  });

  it('that say nothing of it are a recording, looked at once', () => {
    const result = parsePoses(small({ frames: [{ t: 0, k: null }] }));
    if (!result.ok) throw new Error(result.error.detail);
    const { mode, restandS, looks, closer, source: about } = result.value;
    expect({ mode, restandS, looks, closer }).toEqual({
      ...{ mode: 'recording', restandS: [], looks: [], closer: [] },
    });
    expect(about).toEqual(source);
    expect('damagedAtS' in about).toBe(false);
  });

  it.each<[string, object, RegExp]>([
    [
      'detectors of other points',
      {
        changes: [{ t: 0, detector: 'blazepose-full' }],
        frames: [{ t: 0, k: k(1) }],
      },
      /^blazepose-full and movenet-lightning see different points$/,
    ],
    [
      'a keypoint too few',
      { frames: [{ t: 0, k: k(1).slice(1) }] },
      /^movenet-lightning has 17 keypoints, not 16$/,
    ],
    [
      'a time that stands still',
      {
        frames: [
          { t: 2, k: null },
          { t: 2, k: null },
        ],
      },
      /^times do not rise at 2 s$/,
    ],
    ['a time below nought', { frames: [{ t: -1, k: null }] }, /^poses\.frames\.0\.t: /],
  ])('say why they are refused: %s', (_, poses, why) => {
    const result = parsePoses(small(poses));
    expect(result).toMatchObject({ ok: false, error: { kind: 'poses-unreadable' } });
    expect(result.ok ? '' : result.error.detail).toMatch(why);
  });

  it('refuse what is no file at all by that name', () => {
    const result = parsePoses('hello');
    expect(result.ok ? '' : result.error.detail).toMatch(/^the file: /);
  });

  it.each<[string, (file: Saved) => unknown]>([
    ['no object', () => 'hello'],
    ['an empty object', () => ({})],
    ['another version', (file) => ({ ...file, schema: 'liftcheck.analysis/9' })],
    ['no poses in it', (file) => ({ ...file, poses: undefined })],
    ['a height of 17 metres', (file) => ({ ...file, heightM: 17 })],
    ['a keypoint too few', (file) => (spoil(frame(file), 'k', frame(file).k!.slice(1)), file)],
    ['text for a number', (file) => (spoil(frame(file).k![0]!, 0, '1'), file)],
    ['a coordinate beyond all pictures', (file) => (spoil(frame(file).k![0]!, 0, 1e12), file)],
    ['time that goes back', (file) => (spoil(frame(file), 't', 0), file)],
    ['an unknown detector', (file) => (spoil(file.poses, 'detector', 'other'), file)],
    ['no frames', (file) => (spoil(file.poses, 'frames', []), file)],
  ])('refused whole: %s', (_, damage) => {
    const result = parsePoses(damage(good()));
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.error.kind).toBe('poses-unreadable');
      expect(result.error.detail.length).toBeGreaterThan(5);
    }
  });
});
