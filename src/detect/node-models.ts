import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail } from '../core/errors';
import { describeModel, modelHandler, type ModelSource } from './model-files';

/** Model files of a folder on disk. */
export function folderModels(folder: string): ModelSource {
  return {
    async load(id, onBytes) {
      try {
        const [json, weights] = await Promise.all([
          readFile(join(folder, `${id}.json`)),
          readFile(join(folder, `${id}.bin`)),
        ]);
        onBytes?.(weights.length, weights.length);
        const described = describeModel(id, json);
        if (!described.ok) return described;
        // A copy of its own: small files come in a buffer that Node shares with others.
        return modelHandler(id, described.value, new Uint8Array(weights).buffer);
      } catch (error) {
        return fail('model-missing', String(error));
      }
    },
  };
}
