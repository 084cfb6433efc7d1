import { loadGraphModel } from '@tensorflow/tfjs-converter';
import { ok, type Result } from '../core/errors';
import type { DetectorId } from '../core/pose/pose';
import { brokenBackend } from './broken-backend';
import type { PoseDetector } from './detector-port';
import type { ModelSource, OnBytes } from './model-files';
import { MoveNetDetector } from './movenet-detector';

/**
 * Loads a detector's models onto the back end that is active now.
 * Failures: 'model-missing'; 'memory-full'; 'backend-failed' when the back end does not take the model.
 */
export async function createDetector(
  id: DetectorId,
  models: ModelSource,
  onBytes?: OnBytes,
): Promise<Result<PoseDetector>> {
  const main = await models.load(id, onBytes);
  if (!main.ok) return main;
  try {
    if (id === 'movenet-thunder' || id === 'movenet-lightning') {
      return ok(new MoveNetDetector(id, await loadGraphModel(main.value)));
    }
    const finder = await models.load('blazepose-detector');
    if (!finder.ok) return finder;
    // Only here: pose-detection and its code are not needed for MoveNet.
    const { BlazePoseDetector } = await import('./blazepose-detector');
    return ok(await BlazePoseDetector.create(id, finder.value, main.value));
  } catch (error) {
    return { ok: false, error: brokenBackend(error, id) };
  }
}
