import { findChromium } from '../scripts/setup/find-chromium.mjs';
import { measureLiveCheck } from './live-check.mjs';
import { onBenchPage } from './page-site.mjs';

const TARGET_RATIO = { 'movenet-lightning': 1.3, 'movenet-thunder': 1.2 };
const TARGET_CORE_MS = 0.3;
const TARGET_TASK_MS = 50;

let missed = 0;

/**
 * Measures and prints everything; see README.md.
 *
 * @param {{ quick: boolean }} options quick: a tenth of the frames and no live check
 * @returns {Promise<boolean>} whether every target was met
 */
export async function measureSpeed({ quick }) {
  const frames = quick ? 100 : 1000;
  const pairs = quick ? 40 : 200;
  const executablePath = findChromium();
  if (executablePath === null) {
    throw new Error('No Chromium was found. Run: npm run setup -- --tests');
  }
  await onBenchPage(async (page) => {
    for (const [detector, target] of Object.entries(TARGET_RATIO)) {
      const times = await page.evaluate(
        ([id, pairsOf, framesOf]) =>
          globalThis.measurePipeline(id, 'demo/good.mp4', pairsOf, framesOf),
        /** @type {[import('../src/core/pose/pose').DetectorId, number, number]} */ ([
          detector,
          pairs,
          frames,
        ]),
      );
      const pipeline = median(times.pipelineMs);
      const execute = median(times.executeMs);
      console.log(
        `${detector}, WASM, ${times.threads} thread(s), 640×480, medians of ${pairs} pairs`,
      );
      console.log(`  bitmap in → state out   ${pipeline.toFixed(1)} ms`);
      console.log(`  model.execute alone     ${execute.toFixed(1)} ms`);
      report('ratio                  ', pipeline / execute, target, '');
      report('lifter and core        ', times.coreMs, TARGET_CORE_MS, 'ms a frame');
      const { tensorsBefore, tensorsAfter } = times;
      console.log(
        `  tensors                 ${tensorsBefore} before, ${tensorsAfter} after ${frames} frames`,
      );
      if (tensorsBefore !== tensorsAfter) missed++;
    }
  });
  if (!quick) {
    const live = await measureLiveCheck(executablePath);
    console.log(
      `live check of ${live.seconds} s in the app, ${live.kept} lifts kept, ${live.choice}`,
    );
    console.log(
      `  main thread             ${live.busyMs.toFixed(0)} ms of CPU in ${live.tasks} tasks`,
    );
    report('longest task           ', live.longestMs, TARGET_TASK_MS, 'ms of CPU');
  }
  return missed === 0;
}

/** @param {string} name @param {number} value @param {number} target @param {string} unit */
function report(name, value, target, unit) {
  const met = value <= target;
  if (!met) missed++;
  console.log(
    `  ${name} ${value.toFixed(2)} ${unit} (target ≤ ${target}: ${met ? 'met' : 'MISSED'})`,
  );
}

/** @param {number[]} values */
function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
