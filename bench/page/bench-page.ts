import type { DetectorId, PoseFrame } from '../../src/core/pose/pose';
import { WITHIN_S } from '../../src/pipeline/look-queue';
import type { FromWorker, ToWorker } from '../../src/pipeline/protocol';
import { median } from '../figure.mjs';
import type { FromBench, ToBench } from './bench-messages';

export interface PipelineTimes {
  threads: number;
  /** Milliseconds from the page sending a bitmap to the page having its state. */
  pipelineMs: number[];
  /** Milliseconds of model.execute and reading its output, in the worker alone. */
  executeMs: number[];
  coreMs: number;
  tensorsBefore: number;
  tensorsAfter: number;
}

/** A stretch of a long live check. */
export interface Stretch {
  /** Median, from the bitmap sent to the state there. */
  frameMs: number;
  /** Median of the model alone, in the same stretch: what else the machine does slows both. */
  executeMs: number;
  tensors: number;
  lifts: number;
}

declare global {
  /** @returns how many pictures the clip has */
  var beginSoak: (detector: DetectorId, clip: string) => Promise<number>;
  var soak: (frames: number) => Promise<Stretch>;
  var measurePipeline: (
    detector: DetectorId,
    clip: string,
    size: readonly [width: number, height: number],
    pairs: number,
    frames: number,
  ) => Promise<PipelineTimes>;
}

const assetBase = new URL('./', document.baseURI).href;
const worker = new Worker(new URL('./bench-worker.ts', import.meta.url), { type: 'module' });

/** What the worker says beside its answers. */
const ASIDES: readonly string[] = ['progress', 'looked-again', 'lift'];

/** Sends one message and waits for its answer. */
function ask<T extends FromWorker | FromBench>(
  message: ToWorker | ToBench,
  transfer: Transferable[] = [],
): Promise<T> {
  return new Promise((resolve, reject) => {
    const listen = ({ data }: MessageEvent<FromWorker | FromBench>) => {
      if (ASIDES.includes(data.kind)) return;
      worker.removeEventListener('message', listen);
      worker.removeEventListener('error', broke);
      if (data.kind === 'failed') reject(new Error(`${data.error.kind}: ${data.error.detail}`));
      else resolve(data as T);
    };
    const broke = (event: ErrorEvent) => reject(new Error(event.message));
    worker.addEventListener('message', listen);
    worker.addEventListener('error', broke);
    worker.postMessage(message, transfer);
  });
}
type Of<K extends FromWorker['kind']> = Extract<FromWorker, { kind: K }>;

/** Every picture of a clip, as a camera of that size would give them; null = its own size. */
async function picturesOf(
  url: string,
  size: readonly [width: number, height: number] | null = null,
): Promise<ImageBitmap[]> {
  const scaled = size === null ? {} : { resizeWidth: size[0], resizeHeight: size[1] };
  const video = document.createElement('video');
  video.muted = true;
  video.src = url;
  await new Promise((resolve, reject) => {
    video.onloadeddata = resolve;
    video.onerror = () => reject(new Error(`${url} does not play`));
  });
  const pictures: ImageBitmap[] = [];
  for (let time = 0; time < video.duration; time += 0.1) {
    await new Promise((resolve) => {
      video.onseeked = resolve;
      video.currentTime = time;
    });
    // On a busy machine the place is reached before its picture is decoded.
    while (video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) {
      await new Promise((resolve) => video.addEventListener('canplay', resolve, { once: true }));
    }
    pictures.push(await createImageBitmap(video, scaled));
  }
  return pictures;
}

/** After the last frame, until second looks have let go of their pictures: they come within this, or not at all. */
const LOOKED_MS = (WITHIN_S + 1) * 1000;
/** Frames between two that are timed without the pipeline. */
const EXECUTE_EVERY = 10;
let soakPictures: ImageBitmap[] = [];
let soaked = 0;
let lifts = 0;

globalThis.beginSoak = async (detector, clip) => {
  await ask<Of<'ready'>>({
    kind: 'open',
    id: 1,
    use: 'live',
    detector,
    backend: 'wasm',
    assetBase,
  });
  await ask<FromBench>({ kind: 'bench-load', detector, assetBase });
  soakPictures = await picturesOf(clip);
  worker.postMessage({
    kind: 'start-live',
    person: { heightM: 1.7, heightEntered: false },
    sourceName: 'soak',
  } satisfies ToWorker);
  return soakPictures.length;
};

globalThis.soak = async (frames) => {
  const [frameMs, executeMs]: [number[], number[]] = [[], []];
  for (let i = 0; i < frames; i++) {
    const image = await createImageBitmap(soakPictures[soaked % soakPictures.length]!);
    const start = performance.now();
    const answer = await ask<Of<'state'>>({ kind: 'frame', image, timeS: soaked++ / 10 }, [image]);
    frameMs.push(performance.now() - start);
    lifts = answer.lifts?.length ?? lifts;
    if (i % EXECUTE_EVERY === 0)
      executeMs.push((await ask<FromBench>({ kind: 'bench-execute' })).ms);
  }
  await new Promise((resolve) => setTimeout(resolve, LOOKED_MS));
  const { count: tensors } = await ask<FromBench>({ kind: 'bench-tensors' });
  return { frameMs: median(frameMs), executeMs: median(executeMs), tensors, lifts };
};

globalThis.measurePipeline = async (detector, clip, size, pairs, frames) => {
  const ready = await ask<Of<'ready'>>({
    kind: 'open',
    id: 1,
    use: 'live',
    detector,
    backend: 'wasm',
    assetBase,
  });
  await ask<FromBench>({ kind: 'bench-load', detector, assetBase });
  worker.postMessage({
    kind: 'start-live',
    person: { heightM: 1.7, heightEntered: false },
    sourceName: 'bench',
  } satisfies ToWorker);
  const pictures = await picturesOf(clip, size);
  const poses: PoseFrame[] = [];
  let sent = 0;
  const pipeline = async (): Promise<number> => {
    const image = await createImageBitmap(pictures[sent % pictures.length] as ImageBitmap);
    const timeS = sent++ / 10;
    const start = performance.now();
    const { state } = await ask<Of<'state'>>({ kind: 'frame', image, timeS }, [image]);
    const ms = performance.now() - start;
    if (poses.length < pictures.length) poses.push({ timeS, pose: state.pose });
    return ms;
  };
  const execute = async (): Promise<number> => (await ask<FromBench>({ kind: 'bench-execute' })).ms;

  for (let warm = 0; warm < 10; warm++) {
    await pipeline();
    await execute();
  }
  const { count: tensorsBefore } = await ask<FromBench>({ kind: 'bench-tensors' });
  const pipelineMs: number[] = [];
  const executeMs: number[] = [];
  for (let pair = 0; pair < pairs; pair++) {
    // Turn about, so that neither always follows the other.
    if (pair % 2) executeMs.push(await execute());
    pipelineMs.push(await pipeline());
    if (pair % 2 === 0) executeMs.push(await execute());
  }
  for (let frame = pairs; frame < frames; frame++) await pipeline();
  const { count: tensorsAfter } = await ask<FromBench>({ kind: 'bench-tensors' });
  const { ms: coreMs } = await ask<FromBench>({
    kind: 'bench-core',
    frames: poses,
    detector,
    assetBase,
  });
  await ask<FromBench>({ kind: 'bench-unload' });
  for (const picture of pictures) picture.close();
  return {
    threads: ready.choice.threads,
    pipelineMs,
    executeMs,
    coreMs,
    tensorsBefore,
    tensorsAfter,
  };
};
