import { describe, expect, it } from 'vitest';
import type { RgbaFrame } from '../../../src/detect/detector-port';
import { PictureWatch } from '../../../src/pipeline/picture-watch';
import { demoFrames } from '../detect/video-frames';

const changed = (
  frame: RgbaFrame,
  change: (value: number, index: number) => number,
): RgbaFrame => ({
  ...frame,
  data: Uint8ClampedArray.from(frame.data, (value, i) => (i % 4 === 3 ? 255 : change(value, i))),
});
/** The same in every run. */
function noise(strength: number): () => number {
  let seed = 1;
  return () => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return ((seed >>> 16) / 65535 - 0.5) * 2 * strength;
  };
}
const [standing] = demoFrames('bent', { count: 1, width: 320, height: 240 }) as [RgbaFrame];

describe('a picture that stands still', () => {
  it('is held for a while, then frozen, until there is another one', () => {
    const watch = new PictureWatch();
    const seen = [0, 0.1, 3, 4.9, 5, 9].map((timeS) => watch.look(standing, timeS));
    expect(seen).toEqual([null, null, null, null, 'frozen', 'frozen']);
    const next = changed(standing, (value) => value + 1);
    expect(watch.look(next, 9.1)).toBeNull();
  });

  it('is none that has a sensor’s noise, however little', () => {
    const watch = new PictureWatch();
    const jitter = noise(1);
    for (let i = 0; i < 8; i++) {
      const picture = changed(standing, (value) => Math.round(value + jitter()));
      expect(watch.look(picture, 10 * i)).toBeNull();
    }
  });
});

describe('a picture in which nothing can be seen', () => {
  const seen = (picture: RgbaFrame) => new PictureWatch().look(picture, 0);
  it.each([
    ['black', 'dark', (): number => 0],
    ['a room without light, with noise', 'dark', (value: number) => value * 0.03],
    ['a thumb on the lens', 'covered', (_: number, i: number) => [150, 40, 30][i % 4]!],
    ['white', 'covered', (): number => 255],
  ])('%s is %s', (_, trouble, change) => {
    const jitter = noise(3);
    expect(seen(changed(standing, (value, i) => change(value, i) + jitter()))).toBe(trouble);
  });

  it('is none of a room that is only dim, nor of one with little contrast', () => {
    expect(seen(changed(standing, (value) => value * 0.25))).toBeNull();
    expect(seen(changed(standing, (value) => 110 + value * 0.1))).toBeNull();
  });
});

it.each(['good', 'bent', 'twist'])('has nothing to say about the clip %s', (clip) => {
  const watch = new PictureWatch();
  const pictures = demoFrames(clip, { count: 30, fps: 5, width: 320, height: 240 });
  expect(pictures.map((picture, i) => watch.look(picture, i / 5))).toEqual(
    pictures.map(() => null),
  );
});

it('takes little time for a picture', () => {
  const watch = new PictureWatch();
  const [large] = demoFrames('bent', { count: 1 }) as [RgbaFrame];
  for (let i = 0; i < 50; i++) watch.look(large, i);
  const begun = performance.now();
  for (let i = 0; i < 100; i++) watch.look(large, i);
  // A tenth of what the quickest detector takes on a slow machine.
  expect((performance.now() - begun) / 100).toBeLessThan(5);
});
