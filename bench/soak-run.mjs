import { heapsOf } from './heap-use.mjs';
import { onBenchPage } from './page-site.mjs';

/** Frames until everything is compiled and every buffer has its size. */
const SETTLED = 2000;
const MOST_GROWTH = 0.05;
const SLOWEST = 1.1;

/**
 * @typedef {{ name: string, from: number, to: number, ratio: number, target: number | null, met: boolean }} Row
 *   target null = part of another row
 */

/**
 * One live check of many frames, fed as fast as they are answered. The clip is gone through in whole rounds: pictures of
 * the lift in progress are held for second looks, so that only the same moments of a lift compare.
 *
 * @param {number} least frames
 * @param {(line: string) => void} note
 * @returns {Promise<{ frames: number, lifts: number, bytesAFrame: number, rows: Row[] }>}
 */
export async function measureSoak(least, note) {
  return onBenchPage(async (page) => {
    const round = await page.evaluate(() =>
      globalThis.beginSoak('movenet-lightning', 'demo/good.mp4'),
    );
    const heaps = await heapsOf(page);
    const size = round * Math.ceil(Math.max(1, Math.min(SETTLED, least / 5)) / round);
    let frames = 0;
    const stretch = async () => {
      const times = await page.evaluate((n) => globalThis.soak(n), size);
      frames += size;
      const now = { ...times, ...(await heaps()) };
      note(
        `${frames} frames, ${now.lifts} lifts: ${now.frameMs.toFixed(1)} ms a frame (model alone ` +
          `${now.executeMs.toFixed(1)}), ${now.tensors} tensors, worker ${mb(now.worker.heap)} + ${mb(now.worker.buffers)} MB, ` +
          `page ${mb(now.page.heap)} + ${mb(now.page.buffers)} MB`,
      );
      return now;
    };
    const first = await stretch();
    const settled = frames;
    let last = first;
    while (frames < least) last = await stretch();
    const [before, after] = [heldBy(first), heldBy(last)];
    const rows = [
      row('tensors', first.tensors, last.tensors, 1),
      row('worker and page hold, MB', mb(before), mb(after), 1 + MOST_GROWTH),
      row('  worker: objects', mb(first.worker.heap), mb(last.worker.heap), null),
      row('  worker: buffers and WASM', mb(first.worker.buffers), mb(last.worker.buffers), null),
      row('  page: objects', mb(first.page.heap), mb(last.page.heap), null),
      row('  page: buffers', mb(first.page.buffers), mb(last.page.buffers), null),
      // Beside the model alone, because other programs slow both.
      row(
        'frame time / model alone',
        first.frameMs / first.executeMs,
        last.frameMs / last.executeMs,
        SLOWEST,
      ),
    ];
    const bytesAFrame = Math.round((after - before) / Math.max(1, frames - settled));
    return { frames, lifts: last.lifts, bytesAFrame, rows };
  });
}

/** @param {Record<'worker' | 'page', import('./heap-use.mjs').HeapUse>} use */
const heldBy = ({ worker, page }) => worker.heap + worker.buffers + page.heap + page.buffers;

const mb = (/** @type {number} */ bytes) => Math.round(bytes / 1e4) / 100;

/**
 * @param {string} name
 * @param {number} from
 * @param {number} to
 * @param {number | null} target of the ratio
 * @returns {Row}
 */
function row(name, from, to, target) {
  const ratio = from === 0 ? (to === 0 ? 1 : Infinity) : to / from;
  return { name, from, to, ratio, target, met: target === null || ratio <= target };
}
