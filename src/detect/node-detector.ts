import { ready, setBackend } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-wasm';
import { fail, type Result } from '../core/errors';
import type { DetectorId } from '../core/pose/pose';
import { createDetector } from './create-detector';
import type { PoseDetector } from './detector-port';
import { folderModels } from './node-models';

/**
 * A detector in plain Node: the same code, models and WASM back end as in the browser, one thread.
 * modelsDir: folder with `<id>.json` and `<id>.bin`. Failures: 'model-missing', 'backend-failed'.
 */
export async function createNodeDetector(
  id: DetectorId,
  modelsDir: string,
): Promise<Result<PoseDetector>> {
  try {
    if (!(await setBackend('wasm')))
      return fail('backend-failed', 'the WASM back end did not start');
    await ready();
  } catch (error) {
    return fail('backend-failed', String(error));
  }
  return createDetector(id, folderModels(modelsDir));
}
