/**
 * Measures a GPU back end in a worker of its own: its first call can block for seconds inside the driver, and only a
 * worker can be ended from outside. It is asked once, answers once for each detector, and is then terminated.
 */
import type { DetectorId } from '../core/pose/pose';
import type { BackendId, MeasuredChoice } from '../pipeline/protocol';
import { startBackend } from './backend';
import { createDetector } from './create-detector';
import { measureSpeed, warmUp } from './detector-speed';
import { siteModels } from './model-files';

export interface ProbeOrder {
  backend: BackendId;
  detectors: DetectorId[];
  assetBase: string;
}

/** One measured detector, or null at the end (also when the back end did not work). */
export type ProbeAnswer = MeasuredChoice | null;

addEventListener('message', (event: MessageEvent<ProbeOrder>) => {
  probe(event.data).then(
    () => postMessage(null satisfies ProbeAnswer),
    () => postMessage(null satisfies ProbeAnswer),
  );
});

async function probe({ backend, detectors, assetBase }: ProbeOrder): Promise<void> {
  const started = await startBackend(backend, 1, assetBase);
  if (!started.ok) return;
  const models = siteModels(assetBase);
  for (const id of detectors) {
    const created = await createDetector(id, models);
    if (!created.ok) continue;
    await warmUp(created.value);
    const posesPerSecond = await measureSpeed(created.value, () => performance.now());
    if (!started.value.isLost())
      postMessage({ detector: id, backend, threads: 1, posesPerSecond } satisfies ProbeAnswer);
    created.value.dispose();
  }
}
