/** @typedef {{ name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }} TraceEvent */

/** A task of the page's event loop, under the names Chromium has for it. */
const TASK = new Set(['RunTask', 'ThreadControllerImpl::RunTask']);

/**
 * The tasks of the page's main thread in a Chromium trace, by CPU time.
 *
 * @param {{ traceEvents: TraceEvent[] }} trace
 * @returns {{ tasks: number, longestMs: number, longestWallMs: number, busyMs: number }}
 * @throws {Error} when the trace holds no CPU times, so that nothing is never taken for good
 */
export function longestTasks({ traceEvents }) {
  const threads = traceEvents.filter(
    (event) => event.ph === 'M' && event.args?.name === 'CrRendererMain',
  );
  const ofThread = threads.map(({ pid, tid }) =>
    traceEvents.filter(
      (event) => event.ph === 'X' && event.pid === pid && event.tid === tid && TASK.has(event.name),
    ),
  );
  // Chromium keeps a spare renderer, which does nothing: the page is the busiest.
  const busy = (/** @type {TraceEvent[]} */ events) =>
    events.reduce((sum, event) => sum + (event.tdur ?? 0), 0);
  const tasks = ofThread.toSorted((a, b) => busy(b) - busy(a))[0] ?? [];
  const timed = tasks.filter((event) => event.tdur !== undefined);
  if (timed.length < 100) throw new Error(`The trace has CPU times of ${timed.length} tasks only.`);
  const longest = (/** @type {'dur' | 'tdur'} */ key) =>
    Math.max(...timed.map((event) => event[key] ?? 0)) / 1000;
  return {
    tasks: timed.length,
    longestMs: longest('tdur'),
    longestWallMs: longest('dur'),
    busyMs: busy(timed) / 1000,
  };
}
