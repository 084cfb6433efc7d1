import { ok, type AppError, type Result } from '../core/errors';
import type { Fraction } from '../core/units';
import type { BackendId, DetectorChoice, MeasuredChoice } from '../pipeline/protocol';
import { startBackend, type ComputeBackend } from './backend';
import { brokenBackend } from './broken-backend';
import { createDetector } from './create-detector';
import {
  candidateDetectors,
  candidateThreads,
  choose,
  fastestFirst,
  isEnough,
  type Use,
  type Wish,
} from './detector-choice';
import type { PoseDetector } from './detector-port';
import { measureSpeed, warmUp } from './detector-speed';
import { hasHardwareWebGl, hasHardwareWebGpu } from './gpu-kind';
import { probeGpu } from './gpu-probe';
import type { ModelSource } from './model-files';

/** A detector that is loaded, warm and ready, and what it runs on. */
export interface OpenDetector {
  choice: DetectorChoice;
  detector: PoseDetector;
  backend: ComputeBackend;
}

export type OpenStep = (
  step: 'loading' | 'measuring' | 'warming',
  fraction: Fraction,
  detail: string,
  bytes?: { got: number; of: number },
) => void;

/**
 * Chooses by measuring on this machine (see detector-choice.ts), then loads and warms up the choice.
 * Nothing is measured when the person chose both detector and back end.
 * Failures: 'model-missing'; 'memory-full'; 'backend-failed' when no back end runs here (`detail` has what each said).
 */
export async function openDetector(
  wish: Wish,
  models: ModelSource,
  assetBase: string,
  onStep: OpenStep,
): Promise<Result<OpenDetector>> {
  const measured: MeasuredChoice[] = [];
  let wasmError: AppError | null = null;
  const decided = wish.backend !== 'auto' && wish.detector !== 'auto';
  if (!decided && (wish.backend === 'auto' || wish.backend === 'wasm')) {
    const wasm = await measureWasm(wish, models, assetBase, onStep);
    if (wasm.ok) measured.push(...wasm.value);
    else if (wasm.error.kind === 'model-missing') return wasm;
    else wasmError = wasm.error;
  }
  if (!decided && wish.backend !== 'wasm') {
    measured.push(...(await measureGpus(wish, assetBase, onStep)));
  }
  const chosen = choose(measured, wish) ?? unmeasured(wish);
  if (!chosen)
    return {
      ok: false,
      error: wasmError ?? { kind: 'backend-failed', detail: 'nothing could be measured' },
    };
  return openChoice(chosen, measured, models, null, assetBase, onStep);
}

/** What the person asked for outright (a slow GPU too) is not measured first, only told how fast it turned out. */
function unmeasured({ backend, detector, use }: Wish): MeasuredChoice | null {
  if (backend === 'auto') return null;
  const fallback = use === 'live' ? 'movenet-lightning' : 'movenet-thunder';
  const threads = backend === 'wasm' ? wasmThreads(use)[0] : 1;
  return {
    backend,
    detector: detector === 'auto' ? fallback : detector,
    threads: threads ?? 1,
    posesPerSecond: 0,
  };
}

/**
 * Opens one choice, without measuring more than its own speed where that is not known.
 *
 * @param models from where; kept, so that the next choice need not fetch what this one did
 * @param beside the back end that runs already and stays whatever becomes of this; null: it is started
 */
export async function openChoice(
  chosen: MeasuredChoice,
  measured: readonly MeasuredChoice[],
  models: ModelSource,
  beside: ComputeBackend | null,
  assetBase: string,
  onStep: OpenStep,
): Promise<Result<OpenDetector>> {
  const started =
    beside === null ? await startBackend(chosen.backend, chosen.threads, assetBase) : ok(beside);
  if (!started.ok) return started;
  const backend = started.value;
  const warm = await openWarm(chosen, models, onStep);
  if (!warm.ok) {
    if (beside === null) backend.close();
    return warm;
  }
  const { detector, posesPerSecond } = warm.value;
  const own = { ...chosen, posesPerSecond, threads: backend.threads };
  const all = measured.length > 0 ? measured : [own];
  return ok({ choice: { ...own, measured: fastestFirst(all) }, detector, backend });
}

async function openWarm(
  { detector: id, backend, posesPerSecond }: MeasuredChoice,
  models: ModelSource,
  onStep: OpenStep,
): Promise<Result<{ detector: PoseDetector; posesPerSecond: number }>> {
  const name = `${id} ${backend}`;
  onStep('loading', 0, name);
  const created = await createDetector(id, models, (got, of) =>
    onStep('loading', got / of, name, { got, of }),
  );
  if (!created.ok) return created;
  const detector = created.value;
  try {
    onStep('warming', 0, name);
    await warmUp(detector);
    const known = posesPerSecond || (await measureSpeed(detector, () => performance.now()));
    onStep('warming', 1, name);
    return ok({ detector, posesPerSecond: known });
  } catch (error) {
    detector.dispose();
    return { ok: false, error: brokenBackend(error, name) };
  }
}

async function measureWasm(
  wish: Wish,
  models: ModelSource,
  assetBase: string,
  onStep: OpenStep,
): Promise<Result<MeasuredChoice[]>> {
  const measured: MeasuredChoice[] = [];
  const detectors = candidateDetectors(wish);
  const candidates = wasmThreads(wish.use).flatMap((threads) =>
    detectors.map((id) => ({ threads, id })),
  );
  let running = 0;
  for (const [index, { threads, id }] of candidates.entries()) {
    if (threads !== running) {
      const backend = await startBackend('wasm', threads, assetBase);
      if (!backend.ok) return backend;
      running = threads;
    }
    const created = await createDetector(id, models, (got, of) =>
      onStep('loading', got / of, id, { got, of }),
    );
    if (!created.ok) return created;
    const detector = created.value;
    try {
      onStep('measuring', index / candidates.length, `${id} wasm`);
      await warmUp(detector);
      const posesPerSecond = await measureSpeed(detector, () => performance.now());
      measured.push({ detector: id, backend: 'wasm', threads, posesPerSecond });
    } catch (error) {
      return { ok: false, error: brokenBackend(error, `${id} wasm`) };
    } finally {
      detector.dispose();
    }
  }
  return ok(measured);
}

const wasmThreads = (use: Use) =>
  candidateThreads(use, navigator.hardwareConcurrency, crossOriginIsolated);

/** WebGPU first: where it works it is the faster one, and then WebGL need not be asked. */
async function measureGpus(
  wish: Wish,
  assetBase: string,
  onStep: OpenStep,
): Promise<MeasuredChoice[]> {
  const measured: MeasuredChoice[] = [];
  const wished = (id: BackendId) => wish.backend === 'auto' || wish.backend === id;
  // The accurate one first: it decides, and the deadline may cut the other off.
  const order = { detectors: candidateDetectors(wish).toReversed(), assetBase };
  if (wished('webgpu') && (await hasHardwareWebGpu())) {
    onStep('measuring', 0.5, 'webgpu');
    measured.push(...(await probeGpu({ ...order, backend: 'webgpu' })));
  }
  const enough = wish.use === 'live' ? isEnough(measured, wish) : measured.length > 0;
  if (wished('webgl') && !enough && hasHardwareWebGl()) {
    onStep('measuring', 0.75, 'webgl');
    measured.push(...(await probeGpu({ ...order, backend: 'webgl' })));
  }
  return measured;
}
