import { describe, expect, it } from 'vitest';
import { parsePoses } from '../../../../src/core/session/poses-file';
import { analysed, savedPoses } from '../recordings';

const good = () => JSON.parse(JSON.stringify(analysed(savedPoses('bend-without-load')))) as Record<string, any>;

describe('saved poses', () => {
  it('open', () => {
    expect(parsePoses(good()).ok).toBe(true);
  });

  it.each<[string, (file: Record<string, any>) => unknown]>([
    ['no object', () => 'hello'],
    ['an empty object', () => ({})],
    ['another version', (f) => ({ ...f, schema: 'liftcheck.analysis/9' })],
    ['no poses in it', ({ poses: _, ...f }) => f],
    ['a keypoint too few', (f) => (f['poses'].frames[3].k.pop(), f)],
    ['text for a number', (f) => ((f['poses'].frames[3].k[0][0] = '1'), f)],
    ['a coordinate beyond all pictures', (f) => ((f['poses'].frames[3].k[0][0] = 1e12), f)],
    ['time that goes back', (f) => ((f['poses'].frames[3].t = 0), f)],
    ['an unknown detector', (f) => ((f['poses'].detector = 'other'), f)],
    ['a height of 17 metres', (f) => ({ ...f, heightM: 17 })],
    ['no frames', (f) => ((f['poses'].frames = []), f)],
  ])('refused whole: %s', (_, spoil) => {
    const result = parsePoses(spoil(good()));
    expect(result.ok).toBe(false);
    if (!result.ok) {
      expect(result.error.kind).toBe('poses-unreadable');
      expect(result.error.detail.length).toBeGreaterThan(5);
    }
  });
});
