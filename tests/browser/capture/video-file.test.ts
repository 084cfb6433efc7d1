import { describe, expect, it } from 'vitest';
import {
  openVideoFile,
  readVideoFrames,
  type ReadOptions,
  type VideoFile,
  type VideoPicture,
} from '../../../src/capture/video-file';
import { cornerColours, UPRIGHT } from '../../fixtures/corners';
import audioOnly from '../../fixtures/video/audio-only.mp4?url';
import damagedMiddle from '../../fixtures/video/damaged-middle.mp4?url';
import empty from '../../fixtures/video/empty.mp4?url';
import hevc from '../../fixtures/video/hevc.mp4?url';
import notAVideo from '../../fixtures/video/not-a-video.mp4?url';
import quicktime from '../../fixtures/video/quicktime.mov?url';
import rotated from '../../fixtures/video/rotated-90.mp4?url';
import startsLate from '../../fixtures/video/starts-late.mp4?url';
import tooShort from '../../fixtures/video/too-short.mp4?url';
import truncated from '../../fixtures/video/truncated.mp4?url';
import truncatedBeforeIndex from '../../fixtures/video/truncated-before-index.mp4?url';
import variableFrameRate from '../../fixtures/video/variable-frame-rate.mp4?url';
import vp9 from '../../fixtures/video/vp9.webm?url';

const blobOf = async (url: string): Promise<Blob> => (await fetch(url)).blob();

async function opened(url: string): Promise<VideoFile> {
  const result = await openVideoFile(await blobOf(url));
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

async function pictures(video: VideoFile, options: ReadOptions): Promise<VideoPicture[]> {
  const all: VideoPicture[] = [];
  for await (const { frame, ...picture } of readVideoFrames(video, options))
    all.push({ ...picture, frame: { ...frame, data: frame.data.slice() } });
  video.close();
  return all;
}

async function kindOf(url: string): Promise<string> {
  const result = await openVideoFile(await blobOf(url));
  return result.ok ? 'opened' : result.error.kind;
}

describe('opening', () => {
  it.each([
    ['not-a-video', notAVideo, 'file-unreadable'],
    ['empty', empty, 'file-unreadable'],
    ['truncated-before-index', truncatedBeforeIndex, 'file-unreadable'],
    ['audio-only', audioOnly, 'file-no-video'],
    ['too-short', tooShort, 'file-too-short'],
  ])('%s is told apart', async (_name, url, kind) => {
    expect(await kindOf(url)).toBe(kind);
  });

  it('hevc is a codec message where the browser cannot decode it', async () => {
    const { supported } = await VideoDecoder.isConfigSupported({ codec: 'hvc1.1.6.L30.90' });
    expect(await kindOf(hevc)).toBe(supported ? 'opened' : 'file-codec');
  });

  it.each([
    ['quicktime.mov', quicktime, 'avc'],
    ['vp9.webm', vp9, 'vp9'],
  ])('%s opens', async (_name, url, codec) => {
    const video = await opened(url);
    expect([video.width, video.height, video.codec]).toEqual([160, 120, codec]);
    expect(video.durationS).toBeCloseTo(1, 1);
    expect((await pictures(video, { fps: 25, maxSide: 640 })).length).toBe(25);
  });
});

describe('reading', () => {
  it('works in a module worker', async () => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), { type: 'module' });
    const answer = new Promise((done) => {
      worker.addEventListener('message', (event) => done(event.data));
    });
    worker.postMessage(await blobOf(startsLate));
    expect(await answer).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    worker.terminate();
  });

  it('shows a turned phone recording upright', async () => {
    const video = await opened(rotated);
    expect([video.width, video.height]).toEqual([120, 160]);
    const [first] = await pictures(video, { fps: 1, maxSide: 640 });
    if (first === undefined) throw new Error('no picture');
    expect([first.frame.width, first.frame.height]).toEqual([120, 160]);
    expect(cornerColours(first.frame)).toEqual(UPRIGHT);
  });

  it('gives frames of uneven rate their own time stamps, each once', async () => {
    const times = (await pictures(await opened(variableFrameRate), { fps: 15, maxSide: 64 })).map(
      (p) => p.timeS,
    );
    expect(times[0]).toBe(0);
    expect(times).toHaveLength(28);
    expect(new Set(times).size).toBe(times.length);
    expect(times.every((t, i) => i === 0 || t > (times[i - 1] ?? Infinity))).toBe(true);
    // 12.5 frames a second for 0.8 s: all of them; 50 a second for 0.2 s: the one on show at each 1/15 s
    expect(times.slice(0, 14).map((t) => Math.round(t * 100) / 100)).toEqual([
      0, 0.08, 0.16, 0.24, 0.32, 0.4, 0.48, 0.56, 0.64, 0.72, 0.8, 0.86, 0.92, 1,
    ]);
  });

  it('counts time from the first frame of a recording that starts late', async () => {
    const video = await opened(startsLate);
    expect(video.durationS).toBeCloseTo(1, 1);
    const times = (await pictures(video, { fps: 5, maxSide: 64 })).map((p) => p.timeS);
    expect(times.map((t) => Math.round(t * 100) / 100)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('scales before the pixels are read and keeps the original size beside them', async () => {
    const [first] = await pictures(await opened(quicktime), { fps: 1, maxSide: 80 });
    expect(first).toMatchObject({ width: 160, height: 120, frame: { width: 80, height: 60 } });
    expect(first?.frame.data.length).toBe(80 * 60 * 4);
  });

  it('gives what a cut-off file still holds, and says where it stops', async () => {
    const video = await opened(truncated);
    const got = await pictures(video, { fps: 25, maxSide: 64 });
    expect(got.length).toBeGreaterThan(2);
    expect(got.length).toBeLessThan(50);
    expect(video.damage?.atS).toBeCloseTo(got.at(-1)?.timeS ?? NaN, 1);
  });

  it('gives what comes before damage in the middle, and says where it stops', async () => {
    const video = await opened(damagedMiddle);
    const got = await pictures(video, { fps: 25, maxSide: 64 });
    expect(got.length).toBeGreaterThan(10);
    expect(got.length).toBeLessThan(50);
    expect(video.damage?.atS).toBeCloseTo(got.at(-1)?.timeS ?? NaN, 1);
  });

  it('stops at the signal', async () => {
    const abort = new AbortController();
    const video = await opened(quicktime);
    const times: number[] = [];
    for await (const { timeS } of readVideoFrames(video, {
      fps: 25,
      maxSide: 64,
      signal: abort.signal,
    })) {
      times.push(timeS);
      if (times.length === 3) abort.abort();
    }
    video.close();
    expect(times.length).toBe(3);
  });
});
