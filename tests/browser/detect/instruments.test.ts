import { memory } from '@tensorflow/tfjs-core';
import { afterAll, expect, test } from 'vitest';
import { openVideoFile, readVideoFrames, type VideoPicture } from '../../../src/capture/video-file';
import { Instruments } from '../../../src/pipeline/instruments';

const assetBase = new URL('/', location.href).href;
let instruments: Instruments | null = null;
afterAll(() => instruments?.close());

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
  const opened = await Instruments.open({
    wish: { use: 'live', detector: 'auto', backend: 'wasm' },
    assetBase,
    onStep: () => undefined,
    onSwitched: ({ detector }, why) =>
      switched.push(`${typeof why === 'string' ? why : why.kind} → ${detector}`),
  });
  if (!opened.ok) throw new Error(opened.error.detail);
  instruments = opened.value;
  const { run } = instruments;
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
