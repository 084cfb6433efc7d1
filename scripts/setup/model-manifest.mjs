import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../root.mjs';

/** Folder of the weights. */
export const MODELS = join(ROOT, 'models');

/**
 * @typedef {{ path: string, bytes: number, sha256: string }} ModelFile
 * @typedef {{ package: string, version: string, folder: string }} ModelSource
 */

/**
 * @returns {{ source: ModelSource, files: ModelFile[] }} all files of models/manifest.json
 */
export function readManifest() {
  const { source, models } = JSON.parse(readFileSync(join(MODELS, 'manifest.json'), 'utf8'));
  return {
    source,
    files: models.flatMap((/** @type {{ files: ModelFile[] }} */ model) => model.files),
  };
}
