/**
 * @typedef {{ heap: number, buffers: number }} HeapUse bytes in use after collecting garbage: objects, and what typed
 * arrays and WASM hold
 */

/**
 * Asks a page and its worker what they hold.
 *
 * @param {import('playwright').Page} page with one worker
 * @returns {Promise<() => Promise<{ page: HeapUse, worker: HeapUse }>>}
 */
export async function heapsOf(page) {
  const session = await page.context().newCDPSession(page);
  /** @type {Map<number, (answer: any) => void>} */
  const waiting = new Map();
  let next = 1;
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message);
    waiting.get(id)?.(result);
    waiting.delete(id);
  });
  /** @type {Promise<string>} */
  const attached = new Promise((resolve) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      // The back end's threads are workers of the worker: only the first is attached here.
      if (targetInfo.type === 'worker') resolve(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await attached;
  /** @param {string} method */
  const ofWorker = (method) =>
    new Promise((resolve) => {
      const id = next++;
      waiting.set(id, resolve);
      void session.send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id, method }),
      });
    });
  /** @param {any} use @returns {HeapUse} */
  const read = ({ usedSize, backingStorageSize = 0 }) => ({
    heap: usedSize,
    buffers: backingStorageSize,
  });
  return async () => {
    // What finalizers let go is collected in the second round.
    for (let round = 0; round < 2; round++) {
      await session.send('HeapProfiler.collectGarbage');
      await ofWorker('HeapProfiler.collectGarbage');
    }
    return {
      page: read(await session.send('Runtime.getHeapUsage')),
      worker: read(await ofWorker('Runtime.getHeapUsage')),
    };
  };
}
