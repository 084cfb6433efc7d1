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
