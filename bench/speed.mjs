import { atMost, median } from './figure.mjs';
import { onBenchPage } from './page-site.mjs';

/** @typedef {import('../src/core/pose/pose').DetectorId} DetectorId */

/** How much of model.execute the whole pipeline may take. @type {[DetectorId, number][]} */
const RATIOS = [
  ['movenet-lightning', 1.2],
  ['movenet-thunder', 1.1],
];
/** Of the camera. @type {[number, number][]} */
const SIZES = [
  [640, 480],
  [1280, 720],
];
const CORE_MS = 0.3;

/**
 * What a frame costs beside what the model alone costs, on the WASM back end of a real Chromium.
 *
 * @param {{ quick: boolean }} options quick: a fifth of the frames
 * @returns {Promise<import('./figure.mjs').Figure[]>}
 */
export async function measureSpeed({ quick }) {
  const [frames, pairs] = quick ? [100, 40] : [500, 200];
  return onBenchPage(async (page) => {
    const figures = [];
    for (const [detector, most] of RATIOS) {
      for (const size of SIZES) {
        const times = await page.evaluate(
          ([id, sizeOf, pairsOf, framesOf]) =>
            globalThis.measurePipeline(id, 'demo/good.mp4', sizeOf, pairsOf, framesOf),
          /** @type {[DetectorId, [number, number], number, number]} */ ([
            detector,
            size,
            pairs,
            frames,
          ]),
        );
        const [pipelineMs, executeMs] = [median(times.pipelineMs), median(times.executeMs)];
        // Pair by pair: machines change their pace within a run, and a pair lies within a tenth of a second.
        const ratio = median(times.pipelineMs.map((ms, i) => ms / times.executeMs[i]));
        const name = `${detector.replace('movenet-', '')} ${size.join('×')}`;
        const parts = `${pipelineMs.toFixed(1)} ms / ${executeMs.toFixed(1)} ms`;
        figures.push(
          atMost(`${name}: whole / model (${parts})`, ratio, '', most),
          atMost(`${name}: lifter and core`, times.coreMs, 'ms', CORE_MS),
          atMost(
            `${name}: tensors more after ${frames} frames`,
            times.tensorsAfter - times.tensorsBefore,
            '',
            0,
          ),
        );
      }
    }
    return figures;
  });
}
