import { afterEach, describe, expect, it } from 'vitest';
import { listCameras, openCamera, type CameraHardware } from '../../../src/capture/camera';
import { startFrameSource } from '../../../src/capture/frame-source';

/** Files in `public` are served from the root. */
const clip = '/demo/good.mp4';

const videos: HTMLVideoElement[] = [];

function newVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  document.body.append(video);
  videos.push(video);
  return video;
}

afterEach(() => {
  for (const video of videos.splice(0)) {
    video.pause();
    video.remove();
  }
});

/** Times of the first `count` pictures. */
function firstTimes(video: HTMLVideoElement, count: number): Promise<number[]> {
  return new Promise((done) => {
    const times: number[] = [];
    const source = startFrameSource(video, (_, timeS) => {
      times.push(timeS);
      if (times.length < count) return;
      source.stop();
      done(times);
    });
  });
}

const goesForward = (times: number[]): boolean =>
  times.every((t, i) => i === 0 || t > (times[i - 1] ?? Infinity));

/** A drawn picture that changes 30 times a second, as a camera would. */
function drawnStream(): { stream: MediaStream; end: () => void } {
  const canvas = document.createElement('canvas');
  canvas.width = 320;
  canvas.height = 240;
  const context = canvas.getContext('2d');
  let n = 0;
  const timer = setInterval(() => {
    if (context) context.fillStyle = `hsl(${n++ * 11} 80% 50%)`;
    context?.fillRect(0, 0, 320, 240);
  }, 33);
  return { stream: canvas.captureStream(30), end: () => clearInterval(timer) };
}

describe('startFrameSource', () => {
  it('gives a clip’s pictures their own times, and goes on when it is wound back', async () => {
    const video = newVideo();
    video.src = clip;
    await video.play();
    const times = await firstTimes(video, 5);
    expect(goesForward(times)).toBe(true);
    // 25 frames a second: every time is a multiple of 0.04 s
    for (const t of times) expect(Math.abs(t * 25 - Math.round(t * 25))).toBeLessThan(0.01);

    const source: { times: number[] } = { times: [] };
    const running = startFrameSource(video, (_, timeS) => source.times.push(timeS));
    await new Promise((done) => setTimeout(done, 300));
    video.currentTime = 0;
    await new Promise((done) => setTimeout(done, 500));
    running.stop();
    const seen = source.times.length;
    expect(seen).toBeGreaterThan(5);
    expect(goesForward(source.times)).toBe(true);
    await new Promise((done) => setTimeout(done, 200));
    expect(source.times.length).toBe(seen);
  });

  it('gives a stream’s pictures times that go forward at the pace of the clock', async () => {
    const { stream, end } = drawnStream();
    const video = newVideo();
    video.srcObject = stream;
    await video.play();
    const started = performance.now();
    const times = await firstTimes(video, 20);
    const passedS = (performance.now() - started) / 1000;
    end();
    expect(goesForward(times)).toBe(true);
    const spanS = (times.at(-1) ?? NaN) - (times[0] ?? NaN);
    expect(spanS).toBeGreaterThan(0.3);
    expect(spanS).toBeLessThan(passedS + 0.2);
  });
});

describe('cameras of this browser', () => {
  it('tells that there is none, or that it may not be used unasked', async () => {
    const cameras = await listCameras();
    if (!cameras.ok) throw new Error(cameras.error.kind);
    const kind = cameras.value.length === 0 ? 'camera-missing' : 'camera-denied';
    expect(await openCamera()).toMatchObject({ ok: false, error: { kind } });
  });

  it('stops the real track of a stream', async () => {
    const { stream, end } = drawnStream();
    const hardware: CameraHardware = {
      getUserMedia: () => Promise.resolve(stream),
      enumerateDevices: () => Promise.resolve([]),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    };
    const camera = await openCamera({}, hardware);
    end();
    expect(camera.ok).toBe(true);
    if (!camera.ok) return;
    expect([camera.value.width, camera.value.height]).toEqual([320, 240]);
    camera.value.stop();
    expect(stream.getTracks().map((track) => track.readyState)).toEqual(['ended']);
  });
});
