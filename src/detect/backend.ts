import {
  backend as activeBackend,
  env,
  findBackendFactory,
  ready,
  registerBackend,
  removeBackend,
  setBackend,
} from '@tensorflow/tfjs-core';
import { getThreadsCount, setThreadsCount, setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import { fail, ok, type Result } from '../core/errors';
import type { BackendId } from '../pipeline/protocol';
import { brokenBackend } from './broken-backend';

/** A running back end of tfjs: the one that models are loaded onto. One at a time. */
export interface ComputeBackend {
  readonly id: BackendId;
  readonly threads: number;
  /** True once the GPU or its driver gave up: nothing it says from then on means anything. */
  isLost(): boolean;
  /** Frees the GPU context or the WASM memory and threads. Models must be disposed of before. */
  close(): void;
}

/**
 * Starts a back end and makes it the active one. threads: for WASM; more than 1 only on an isolated page.
 * assetBase: folder that holds `wasm/`. Failures: 'memory-full', 'backend-failed', with what the browser said.
 */
export async function startBackend(
  id: BackendId,
  threads: number,
  assetBase: string,
): Promise<Result<ComputeBackend>> {
  try {
    const started = id === 'wasm' ? await startWasm(threads, assetBase) : await startGpu(id);
    if (!started) return fail('backend-failed', `${id} did not start`);
    return ok({
      id,
      threads: id === 'wasm' ? getThreadsCount() : 1,
      isLost: lossWatch(id),
      close: () => closeBackend(id),
    });
  } catch (error) {
    return { ok: false, error: brokenBackend(error, id) };
  }
}

/** Threads of the WASM back end that is running; 0 = none. */
let wasmThreads = 0;

async function startWasm(threads: number, assetBase: string): Promise<boolean> {
  if (wasmThreads === threads) return setBackend('wasm');
  // The number of threads is fixed when the back end starts: one that runs with another number has to go first.
  if (wasmThreads > 0) closeBackend('wasm');
  setWasmPaths(new URL('wasm/', assetBase).href);
  setThreadsCount(threads);
  // The threaded binary always starts eight workers: for a single thread the plain one is quicker and smaller.
  env().set('WASM_HAS_MULTITHREAD_SUPPORT', threads > 1);
  return withCores(threads * 2, async () => {
    const started = await setBackend('wasm');
    await ready();
    if (started) wasmThreads = threads;
    return started;
  });
}

/**
 * tfjs never takes more threads than half of what `navigator.hardwareConcurrency` says (its C++ reads it once, at the
 * start, and caps the wish with it): so on two cores it stays at one whatever is asked for. While it starts, this
 * worker's navigator says twice the wish.
 */
async function withCores<T>(cores: number, start: () => Promise<T>): Promise<T> {
  Object.defineProperty(navigator, 'hardwareConcurrency', { value: cores, configurable: true });
  try {
    return await start();
  } finally {
    // The own property goes; the browser's answer, on the prototype, shows again.
    delete (navigator as { hardwareConcurrency?: number }).hardwareConcurrency;
  }
}

async function startGpu(id: 'webgl' | 'webgpu'): Promise<boolean> {
  if (id === 'webgl') await import('@tensorflow/tfjs-backend-webgl');
  else await import('@tensorflow/tfjs-backend-webgpu');
  const started = await setBackend(id);
  await ready();
  // MoveNet ends in a top-k over 6400 values, which tfjs would else fetch from the GPU and do on the processor.
  if (id === 'webgl') env().set('TOPK_LAST_DIM_CPU_HANDOFF_SIZE_THRESHOLD', 0);
  return started;
}

/** tfjs forgets how to start a back end that is removed; it may be wanted again. */
function closeBackend(id: BackendId): void {
  if (id === 'wasm') wasmThreads = 0;
  const factory = findBackendFactory(id);
  removeBackend(id);
  registerBackend(id, factory);
}

/** The two things of tfjs's GPU back ends that tell of a loss; tfjs itself goes on and computes zeros. */
interface GpuParts {
  gpgpu?: { gl: WebGLRenderingContext };
  device?: { lost: Promise<unknown> };
}

function lossWatch(id: BackendId): () => boolean {
  const parts = activeBackend() as GpuParts;
  if (id === 'webgl') {
    const gl = parts.gpgpu?.gl;
    return () => gl?.isContextLost() ?? false;
  }
  let lost = false;
  void parts.device?.lost.then(() => (lost = true));
  return () => lost;
}
