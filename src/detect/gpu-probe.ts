import type { MeasuredChoice } from '../pipeline/protocol';
import type { ProbeAnswer, ProbeOrder } from './gpu-probe-worker';

/** A GPU that has not measured itself by then is left out. A software GPU would take 8–20 s for its first call. */
const DEADLINE_MS = 6000;

/** Speeds of a GPU back end, measured in a worker of its own; empty when it does not work or not in time. */
export function probeGpu(order: ProbeOrder): Promise<MeasuredChoice[]> {
  // Some browsers let no worker start another one.
  if (typeof Worker === 'undefined') return Promise.resolve([]);
  return new Promise((resolve) => {
    const measured: MeasuredChoice[] = [];
    const worker = new Worker(new URL('./gpu-probe-worker.ts', import.meta.url), {
      type: 'module',
    });
    const end = () => {
      clearTimeout(timer);
      worker.terminate();
      resolve(measured);
    };
    const timer = setTimeout(end, DEADLINE_MS);
    worker.addEventListener('error', end);
    worker.addEventListener('message', ({ data }: MessageEvent<ProbeAnswer>) => {
      if (data) measured.push(data);
      else end();
    });
    worker.postMessage(order);
  });
}
