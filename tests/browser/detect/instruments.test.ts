import { memory } from '@tensorflow/tfjs-core';
import { afterEach, expect, test } from 'vitest';
import { openVideoFile, readVideoFrames, type VideoPicture } from '../../../src/capture/video-file';
import { Instruments } from '../../../src/pipeline/instruments';

const assetBase = new URL('/', location.href).href;
let instruments: Instruments | null = null;
afterEach(() => {
  instruments?.close();
  instruments = null;
});

async function openLive(detector: 'auto' | 'movenet-lightning', switched: string[] = []) {
  const opened = await Instruments.open({
    wish: { use: 'live', detector, backend: 'wasm' },
    assetBase,
    onStep: () => undefined,
    onSwitched: ({ detector: now }, why) =>
      switched.push(`${typeof why === 'string' ? why : why.kind} → ${now}`),
  });
  if (!opened.ok) throw new Error(opened.error.detail);
  return (instruments = opened.value);
}

/** One picture of the clip, a second into it. */
async function picture(): Promise<VideoPicture> {
  const clip = await (await fetch(new URL('demo/bent.mp4', assetBase))).blob();
  const video = await openVideoFile(clip);
  if (!video.ok) throw new Error(video.error.detail);
  for await (const one of readVideoFrames(video.value, { fps: 1, maxSide: 640 })) {
    video.value.close();
    return one;
  }
  throw new Error('no picture');
}

// The models, the back end and the pictures are real; only the clock says that the machine is slow or quick.
test('a machine that becomes quick, then slow: thunder, then lightning again, each finds the person, nothing stays behind', async () => {
  const switched: string[] = [];
  const { run } = await openLive('auto', switched);
  const { frame } = await picture();
  const seenBy = async () => {
    const found = await run.estimate(frame, 0);
    return found.ok ? [found.value?.detector, found.value?.keypoints.length] : found.error;
  };

  let nowS = 0;
  /** Pictures that take so long, until another detector goes on. */
  const pictures = async (tookS: number, forS: number): Promise<void> => {
    for (const endS = nowS + forS; nowS < endS; nowS += 0.1) {
      instruments!.took(tookS, nowS);
      if (await instruments!.keepPace(() => nowS)) return;
    }
  };
  if (run.choice.detector === 'movenet-thunder') await pictures(0.5, 10);
  expect(run.choice.detector).toBe('movenet-lightning');
  expect(await seenBy()).toEqual(['movenet-lightning', 17]);
  switched.length = 0;
  const before = memory().numTensors;

  await pictures(0.002, 60);
  expect(switched).toEqual(['quicker → movenet-thunder']);
  expect(await seenBy()).toEqual(['movenet-thunder', 17]);

  await pictures(0.5, 10);
  expect(switched).toEqual(['quicker → movenet-thunder', 'slower → movenet-lightning']);
  expect(await seenBy()).toEqual(['movenet-lightning', 17]);
  expect(memory().numTensors).toBe(before);
});

test('second looks that break: the check goes on without them, but not without memory', async () => {
  const opened = await openLive('movenet-lightning');
  expect(opened.masker).not.toBeNull();
  const { frame } = await picture();
  opened.brokeUnderLook(new Error('bad op'));
  expect(opened.masker).toBeNull();
  expect(await opened.run.estimate(frame, 0)).toMatchObject({ ok: true });
  // As the WASM back end says it, wherever memory runs out.
  opened.brokeUnderLook(new WebAssembly.RuntimeError('Aborted(). Build with -sASSERTIONS.'));
  const answer = await opened.run.estimate(frame, 1);
  expect(answer).toMatchObject({ ok: false, error: { kind: 'memory-full' } });
});

test('a run that ended by itself took the models of second looks with it: closing frees nothing twice', async () => {
  const opened = await openLive('movenet-lightning');
  expect([opened.masker === null, opened.run.isOpen]).toEqual([false, true]);
  opened.run.stopFor({ kind: 'memory-full', detail: '' });
  expect(opened.run.isOpen).toBe(false);
  expect(() => opened.close()).not.toThrow();
});
