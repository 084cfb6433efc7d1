import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { probeRecording, type VideoPrograms } from '../../../src/cli/recording-probe';
import { readVideoFrames, type ReadingEnd, type VideoPicture } from '../../../src/cli/video-frames';
import { findVideoPrograms } from '../../../src/cli/video-programs';
import { cornerColours, UPRIGHT } from '../../fixtures/corners';

// Each test starts real programs; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

const found = await findVideoPrograms();
if (typeof found === 'string') throw new Error(found);
const programs: VideoPrograms = found;

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
const isStill = (name: string): boolean => name.startsWith('picture/');

async function probe(name: string) {
  return probeRecording(programs, { path: fixture(name), still: isStill(name) });
}

async function read(
  name: string,
  fps = 15,
  maxSide = 640,
): Promise<{ pictures: VideoPicture[]; end: ReadingEnd }> {
  const info = await probe(name);
  if (!info.ok) throw new Error(`${info.error.kind}: ${info.error.detail}`);
  const request = { path: fixture(name), still: isStill(name), info: info.value, fps, maxSide };
  const reading = readVideoFrames(programs, request);
  const pictures: VideoPicture[] = [];
  for (;;) {
    const step = await reading.next();
    if (step.done) return { pictures, end: step.value };
    pictures.push(step.value);
  }
}

describe('probeRecording', () => {
  it.each([
    ['video/audio-only.mp4', 'file-no-video'],
    ['video/not-a-video.mp4', 'file-unreadable'],
    ['video/empty.mp4', 'file-unreadable'],
    ['video/truncated-before-index.mp4', 'file-unreadable'],
    ['picture/not-a-picture.jpg', 'file-unreadable'],
  ])('%s is %s', async (name, kind) => {
    const info = await probe(name);
    expect(info).toMatchObject({ ok: false, error: { kind } });
    if (!info.ok) expect(info.error.detail).not.toContain('fixtures');
  });

  it.each([
    ['video/rotated-90.mp4', { width: 120, height: 160, durationS: 1 }],
    ['video/starts-late.mp4', { width: 160, height: 120, durationS: 1 }],
    ['picture/turned-by-exif.jpg', { width: 120, height: 160 }],
    ['picture/person.webp', { width: 320, height: 240 }],
  ])('%s has its upright size', async (name, info) => {
    expect(await probe(name)).toMatchObject({ ok: true, value: info });
  });
});

describe('readVideoFrames', () => {
  it.each(['video/rotated-90.mp4', 'picture/turned-by-exif.jpg'])(
    '%s comes upright',
    async (name) => {
      const [first] = (await read(name, 1)).pictures;
      if (first === undefined) throw new Error('no picture');
      expect([first.frame.width, first.frame.height]).toEqual([120, 160]);
      expect(cornerColours(first.frame)).toEqual(UPRIGHT);
    },
  );

  it('chooses the same frames as the browser in a recording of uneven rate', async () => {
    const { pictures } = await read('video/variable-frame-rate.mp4');
    expect(pictures).toHaveLength(28);
    expect(pictures.slice(0, 14).map(({ timeS }) => Math.round(timeS * 100) / 100)).toEqual([
      0, 0.08, 0.16, 0.24, 0.32, 0.4, 0.48, 0.56, 0.64, 0.72, 0.8, 0.86, 0.92, 1,
    ]);
  });

  it('counts time from the first frame', async () => {
    const times = (await read('video/starts-late.mp4', 5)).pictures.map(({ timeS }) => timeS);
    expect(times.map((t) => Math.round(t * 100) / 100)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('scales to the longest side', async () => {
    const [first] = (await read('video/quicktime.mov', 1, 80)).pictures;
    expect(first?.frame).toMatchObject({ width: 80, height: 60 });
    expect(first?.frame.data).toHaveLength(80 * 60 * 4);
  });

  it.each(['video/vp9.webm', 'video/hevc.mp4', 'video/quicktime.mov'])(
    '%s is read whole',
    async (name) => {
      const { pictures, end } = await read(name, 25);
      expect(pictures).toHaveLength(25);
      expect(end.errors).toEqual([]);
    },
  );

  it('gives what a cut-off file still holds', async () => {
    const { pictures, end } = await read('video/truncated.mp4', 25);
    expect(pictures.length).toBeGreaterThan(10);
    expect(end.lastS).toBeLessThan(2);
  });

  it('goes on behind damage in the middle, and says so', async () => {
    const { end } = await read('video/damaged-middle.mp4', 25);
    expect(end.lastS).toBeCloseTo(1.96, 1);
    expect(end.errors.length).toBeGreaterThan(0);
    expect(end.errors.join()).not.toContain('fixtures');
  });

  it('reads one frame of a still picture', async () => {
    for (const name of ['picture/person.png', 'picture/person.webp']) {
      const { pictures } = await read(name);
      expect(pictures).toHaveLength(1);
      expect(pictures[0]?.timeS).toBe(0);
    }
  });

  it('ends ffmpeg when the reader leaves early', async () => {
    const info = await probe('video/quicktime.mov');
    if (!info.ok) throw new Error(info.error.kind);
    const request = {
      path: fixture('video/quicktime.mov'),
      still: false,
      info: info.value,
      fps: 25,
      maxSide: 64,
    };
    let seen = 0;
    for await (const { timeS } of readVideoFrames(programs, request)) {
      seen = timeS;
      if (timeS > 0.1) break;
    }
    expect(seen).toBeCloseTo(0.12);
  });
});

describe('findVideoPrograms', () => {
  it('says what to do without ffmpeg', async () => {
    expect(await findVideoPrograms({ LIFTCHECK_FFMPEG: '/nowhere/ffmpeg' })).toContain(
      'LIFTCHECK_FFMPEG',
    );
  });
});
