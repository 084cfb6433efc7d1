import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openVideoFile, readVideoFrames } from '../../../src/capture/video-file';
import type { AppError } from '../../../src/core/errors';
import { CheckClient } from '../../../src/pipeline/check-client';
import type { LiveState } from '../../../src/pipeline/live-state';

// The worker as it is, in a real Chromium, on a demo clip.
const assetBase = new URL('/', location.href).href;
const person = { heightM: 1.7, heightEntered: false };
let clip: File;
let client: CheckClient | null = null;

beforeAll(async () => {
  const answer = await fetch(new URL('demo/bent.mp4', assetBase));
  clip = new File([await answer.blob()], 'bent.mp4', { type: 'video/mp4' });
});
afterEach(() => {
  client?.close();
  client = null;
});

async function opened(
  options: Partial<Parameters<CheckClient['open']>[0]> = {},
): Promise<CheckClient> {
  client = new CheckClient();
  const answer = await client.open({
    use: 'live',
    detector: 'movenet-lightning',
    backend: 'wasm',
    assetBase,
    ...options,
  });
  if (!answer.ok) throw new Error(`${answer.error.kind}: ${answer.error.detail}`);
  return client;
}

function stateAfter(from: CheckClient, offer: () => boolean): Promise<LiveState> {
  return new Promise((resolve, reject) => {
    from.onState(resolve);
    from.onTrouble((error: AppError) => reject(new Error(`${error.kind}: ${error.detail}`)));
    expect(offer()).toBe(true);
  });
}

describe('choice', () => {
  test('live: measured here, never held up by a GPU that is software', async () => {
    client = new CheckClient();
    const steps = new Set<string>();
    const models: string[] = [];
    const start = performance.now();
    const answer = await client.open({
      use: 'live',
      assetBase,
      onProgress: ({ step, detail, bytes }) => {
        steps.add(step);
        if (bytes && bytes.got === bytes.of) models.push(detail);
      },
    });
    if (!answer.ok) throw new Error(answer.error.detail);
    const { backend, measured, posesPerSecond } = answer.value;
    expect(backend).toBe('wasm');
    expect(measured.map(({ detector }) => detector).toSorted()).toEqual([
      'movenet-lightning',
      'movenet-thunder',
    ]);
    expect(posesPerSecond).toBeGreaterThan(0);
    expect([...steps]).toEqual(expect.arrayContaining(['loading', 'measuring', 'warming']));
    expect(models).toEqual(['movenet-lightning', 'movenet-thunder']);
    expect(performance.now() - start).toBeLessThan(30_000);
  });

  test('recording: thunder, with the number of threads that is faster here', async () => {
    client = new CheckClient();
    const answer = await client.open({ use: 'recording', assetBase });
    if (!answer.ok) throw new Error(answer.error.detail);
    const { detector, threads, measured } = answer.value;
    expect(detector).toBe('movenet-thunder');
    expect(threads).toBe(measured[0]?.threads);
    const most = Math.max(...measured.map((one) => one.threads));
    expect(most).toBe(crossOriginIsolated ? Math.min(4, navigator.hardwareConcurrency) : 1);
  });

  test('opening again changes the detector', async () => {
    const again = await opened();
    const answer = await again.open({
      use: 'live',
      detector: 'blazepose-lite',
      backend: 'wasm',
      assetBase,
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { detector: 'blazepose-lite', backend: 'wasm' },
    });
  });

  test('weights that are not there', async () => {
    client = new CheckClient();
    const answer = await client.open({
      use: 'live',
      assetBase: new URL('/nowhere/', location.href).href,
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'model-missing' } });
  });
});

describe('live check', () => {
  test('pictures become states, in pixels of the picture as it came', async () => {
    const live = await opened();
    live.startLive({ person, sourceName: 'bent' });
    const video = await openVideoFile(clip);
    if (!video.ok) throw new Error(video.error.detail);
    let seen = 0;
    for await (const { timeS, frame } of readVideoFrames(video.value, { fps: 5, maxSide: 640 })) {
      // Twice the size it has: the worker looks at a smaller one and has to say where that is in this one.
      const pixels = new ImageData(new Uint8ClampedArray(frame.data), frame.width, frame.height);
      const image = await createImageBitmap(pixels, { resizeWidth: 1280, resizeHeight: 960 });
      const state = await stateAfter(live, () => live.offerFrame(image, timeS));
      expect(state.timeS).toBe(timeS);
      if (state.pose) {
        expect(state.pose).toMatchObject({
          width: 1280,
          height: 960,
          detector: 'movenet-lightning',
        });
        seen++;
        const ankle = state.pose.keypoints[15]!;
        if (timeS < 1) expect(ankle.y).toBeGreaterThan(640);
      }
    }
    video.value.close();
    expect(seen).toBeGreaterThan(10);
    const analysis = await live.finishLive();
    expect(analysis).toMatchObject({
      ok: true,
      value: { model: 'movenet-lightning', source: { name: 'bent', width: 1280, height: 960 } },
    });
    expect(await live.finishLive()).toMatchObject({ ok: false, error: { kind: 'backend-failed' } });
  });

  test('a lift is looked at again after its verdict, and not spoken of again', async () => {
    const live = await opened();
    live.startLive({ person, sourceName: 'bent' });
    const video = await openVideoFile(clip);
    if (!video.ok) throw new Error(video.error.detail);
    const refined: LiveState['lifts'][] = [];
    live.onLookedAgain((lifts) => refined.push(lifts));
    let spoken = 0;
    for await (const { timeS, frame } of readVideoFrames(video.value, { fps: 8, maxSide: 640 })) {
      const pixels = new ImageData(new Uint8ClampedArray(frame.data), frame.width, frame.height);
      const image = await createImageBitmap(pixels);
      const state = await stateAfter(live, () => live.offerFrame(image, timeS));
      if (state.spoken !== null) spoken++;
    }
    video.value.close();
    await expect.poll(() => refined.length, { timeout: 5_000 }).toBeGreaterThan(0);
    expect(spoken).toBe(1);
    const analysis = await live.finishLive();
    if (!analysis.ok) throw new Error(analysis.error.detail);
    const { lifts, poses } = analysis.value;
    expect(lifts).toHaveLength(1);
    expect(lifts[0]!.lookedAgain).toBe(true);
    expect(lifts[0]!.headline.kind).toBe(refined[0]![0]!.headline.kind);
    expect(poses!.looks!.length).toBeGreaterThan(1);
    expect(poses!.looks!.length).toBeLessThanOrEqual(5);
    expect(poses!.closer!.length).toBeGreaterThanOrEqual(1);
    expect(poses!.closer!.length).toBeLessThanOrEqual(2);
    const saved = new File([JSON.stringify(analysis.value)], 'saved.json');
    const again = await new CheckClientOnce().analysePoses(saved);
    expect(again.ok && again.value.lifts).toEqual(lifts);
  });

  test('a frame before the start of a check is answered, with trouble', async () => {
    const live = await opened();
    const image = await createImageBitmap(new ImageData(8, 8));
    await expect(stateAfter(live, () => live.offerFrame(image, 0))).rejects.toThrow(
      'backend-failed',
    );
  });
});

describe('recordings', () => {
  test('a video is analysed, with progress', async () => {
    const worker = await opened({ use: 'recording' });
    const shares: number[] = [];
    const answer = await worker.analyseFile(clip, {
      person,
      fps: 10,
      onProgress: ({ fraction }) => shares.push(fraction),
    });
    if (!answer.ok) throw new Error(answer.error.detail);
    expect(answer.value.source).toMatchObject({
      name: 'bent.mp4',
      width: 640,
      height: 480,
      fps: 10,
    });
    expect(answer.value.lifts).toHaveLength(1);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const saved = new File([JSON.stringify(answer.value)], 'saved.json');
    const again = await new CheckClientOnce().analysePoses(saved);
    expect(again.ok && again.value.lifts).toEqual(answer.value.lifts);
  });

  test('cancelling ends it soon, and the next one runs', async () => {
    const worker = await opened({ use: 'recording' });
    const stop = new AbortController();
    const answer = await worker.analyseFile(clip, {
      person,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await worker.analyseFile(clip, { person, fps: 2 })).toMatchObject({ ok: true });
  });

  test('what is no video and what are no poses', async () => {
    const worker = await opened();
    const text = new File(['not a video'], 'a.mp4');
    expect(await worker.analyseFile(text, { person })).toMatchObject({
      ok: false,
      error: { kind: 'file-unreadable' },
    });
    expect(await worker.analysePoses(text, { person, assetBase })).toMatchObject({
      ok: false,
      error: { kind: 'poses-unreadable' },
    });
  });
});

/** Saved poses need no detector. */
class CheckClientOnce {
  async analysePoses(file: File) {
    const fresh = new CheckClient();
    const answer = await fresh.analysePoses(file, { person, assetBase });
    fresh.close();
    return answer;
  }
}
