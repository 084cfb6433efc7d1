/**
 * The product's worker as it is, with a second pair of ears: it can run a model by itself on the back end that the
 * product has started, so that both are timed in one place, on one back end, at one time.
 */
import '../../src/pipeline/worker';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { memory, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { parseLifters } from '../../src/core/kinematics/lifter';
import { siteModels } from '../../src/detect/model-files';
import { MOVENET_INPUT, type MoveNetId } from '../../src/detect/movenet-model';
import { LiveCheck } from '../../src/pipeline/live-check';
import type { FromBench, ToBench } from './bench-messages';

const WARM_ROUNDS = 5;
const ROUNDS = 36;

let model: GraphModel | null = null;
let input: Tensor | null = null;

addEventListener('message', ({ data }: MessageEvent<ToBench>) => {
  if (!data.kind.startsWith('bench-')) return;
  run(data).then(
    (ms) => postMessage({ kind: 'bench-done', ms, count: memory().numTensors } satisfies FromBench),
    (error: unknown) =>
      setTimeout(() => {
        throw error;
      }),
  );
});

async function run(message: ToBench): Promise<number> {
  switch (message.kind) {
    case 'bench-load': {
      const files = await siteModels(message.assetBase).load(message.detector);
      if (!files.ok) throw new Error(files.error.detail);
      model = await loadGraphModel(files.value);
      const side = MOVENET_INPUT[message.detector as MoveNetId];
      input = zeros([1, side, side, 3], 'int32');
      return 0;
    }
    case 'bench-unload':
      model?.dispose();
      input?.dispose();
      model = input = null;
      return 0;
    case 'bench-execute': {
      if (!model || !input) throw new Error('no model was loaded');
      const start = performance.now();
      const output = model.execute(input) as Tensor;
      output.dataSync();
      output.dispose();
      return performance.now() - start;
    }
    case 'bench-core':
      return timeCore(message);
    case 'bench-tensors':
      return 0;
  }
}

/**
 * Milliseconds a frame of everything after detection: lifter, measures, lifts, checks. Each round is a whole clip, so that
 * the dear frames (a lift that ends) count too; the median round, without the first ones, which still compile.
 */
async function timeCore({
  frames,
  detector,
  assetBase,
}: Extract<ToBench, { kind: 'bench-core' }>): Promise<number> {
  const lifters = parseLifters(
    await (await fetch(new URL('models/lifter.json', assetBase))).json(),
  );
  const person = { heightM: 1.7, heightEntered: false };
  const rounds: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const live = new LiveCheck({ lifters, person, detector, sourceName: 'bench' });
    const start = performance.now();
    for (const frame of frames) live.push(frame);
    if (round >= WARM_ROUNDS) rounds.push((performance.now() - start) / frames.length);
  }
  return rounds.toSorted((a, b) => a - b)[rounds.length >> 1] ?? NaN;
}
