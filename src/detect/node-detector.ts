import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { fail, ok, type Result } from '../core/errors';
import type { DetectorId } from '../core/pose/pose';
import { brokenBackend } from './broken-backend';
import { createDetector } from './create-detector';
import type { PersonMasker, PoseDetector } from './detector-port';
import { folderModels } from './node-models';
import { createMasker } from './person-masker';

/**
 * A detector in plain Node: the same code, models and WASM back end as in the browser, one thread.
 * modelsDir: folder with `<id>.json` and `<id>.bin`. Failures: 'model-missing', 'memory-full', 'backend-failed'.
 */
export async function createNodeDetector(
  id: DetectorId,
  modelsDir: string,
): Promise<Result<PoseDetector>> {
  const started = await startWasm();
  return started.ok ? createDetector(id, folderModels(modelsDir)) : started;
}

/** The person masker in plain Node. Failures as of `createNodeDetector`. */
export async function createNodeMasker(modelsDir: string): Promise<Result<PersonMasker>> {
  const started = await startWasm();
  return started.ok ? createMasker(folderModels(modelsDir)) : started;
}

async function startWasm(): Promise<Result<null>> {
  try {
    if (!(await setBackend('wasm')))
      return fail('backend-failed', 'the WASM back end did not start');
    await ready();
    return ok(null);
  } catch (error) {
    return { ok: false, error: brokenBackend(error) };
  }
}
