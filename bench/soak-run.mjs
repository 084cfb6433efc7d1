import { heapsOf } from './heap-use.mjs';
import { onBenchPage } from './page-site.mjs';

/** Frames until everything is compiled and every buffer has its size. */
const SETTLED = 2000;
const MOST_GROWTH = 0.05;
const SLOWEST = 1.1;

/** @typedef {{ name: string, from: number, to: number, ratio: number, target: number, met: boolean }} Row */

/**
 * One live check of many frames, fed as fast as they are answered.
 *
 * @param {number} frames
 * @param {(line: string) => void} note
 * @returns {Promise<{ frames: number, lifts: number, rows: Row[] }>}
 */
export async function measureSoak(frames, note) {
  return onBenchPage(async (page) => {
    await page.evaluate(() => globalThis.beginSoak('movenet-lightning', 'demo/good.mp4'));
    const heaps = await heapsOf(page);
    const stretch = async (/** @type {number} */ count) => ({
      ...(await page.evaluate((n) => globalThis.soak(n), count)),
      ...(await heaps()),
    });
    const size = Math.max(1, Math.min(SETTLED, Math.floor(frames / 5)));
    let done = size;
    const first = await stretch(size);
    let last = first;
    for (; done < frames; done += size) {
      last = await stretch(Math.min(size, frames - done));
      note(
        `${Math.min(frames, done + size)} frames, ${last.lifts} lifts: ${last.frameMs.toFixed(1)} ms a frame (model alone ` +
          `${last.executeMs.toFixed(1)}), worker ${mb(last.worker.heap)} + ${mb(last.worker.buffers)} MB, page ${mb(last.page.heap)} MB`,
      );
    }
    const most = 1 + MOST_GROWTH;
    const rows = [
      row('tensors', first.tensors, last.tensors, 1),
      row('worker: objects, MB', mb(first.worker.heap), mb(last.worker.heap), most),
      row('worker: buffers and WASM, MB', mb(first.worker.buffers), mb(last.worker.buffers), most),
      row('page: objects, MB', mb(first.page.heap), mb(last.page.heap), most),
      row('page: buffers, MB', mb(first.page.buffers), mb(last.page.buffers), most),
      // Beside the model alone, because other programs slow both.
      row(
        'frame time / model alone',
        first.frameMs / first.executeMs,
        last.frameMs / last.executeMs,
        SLOWEST,
      ),
    ];
    return { frames, lifts: last.lifts, rows };
  });
}

const mb = (/** @type {number} */ bytes) => Math.round(bytes / 1e4) / 100;

/**
 * @param {string} name
 * @param {number} from
 * @param {number} to
 * @param {number} target of the ratio
 * @returns {Row}
 */
function row(name, from, to, target) {
  const ratio = from === 0 ? (to === 0 ? 1 : Infinity) : to / from;
  return { name, from, to, ratio, target, met: ratio <= target };
}
