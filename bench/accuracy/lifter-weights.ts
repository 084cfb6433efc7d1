import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLifters, type LifterSet } from '../../src/core/kinematics/lifter';
import type { TrueSet } from './true-recording';

/** The weights that a set is measured with. The one place that knows how lifter files are laid out. */
export interface Weights {
  /** Those for one recording, by its body. */
  forBody(body: string): LifterSet;
  /** Whether the weights were fitted on what they are measured on, as a sentence. */
  about: string;
}

const FOLDS = 4;

/** Reads a folder that holds lifter files as `models/` does. */
function loadLifters(folder: string): LifterSet {
  return parseLifters(JSON.parse(readFileSync(join(folder, 'lifter.json'), 'utf8')));
}

/** The weights of a folder like `models/`, for every recording. */
export function oneForAll(folder: string, set: TrueSet): Weights {
  const lifters = loadLifters(folder);
  return { forBody: () => lifters, about: set.kind === 'sequences' ? whatWasSeen(folder) : '' };
}

/**
 * Four sets of weights, `fold-0` to `fold-3` in a folder, each like `models/`: fold k was not fitted on the bodies
 * whose index modulo 4, in sorted order, is k, and is used for just those.
 */
export function byFold(folder: string, set: TrueSet): Weights {
  const folds = Array.from({ length: FOLDS }, (_, k) => loadLifters(join(folder, `fold-${k}`)));
  const bodies = [...new Set(set.recordings.map(({ body }) => body))].sort();
  return {
    forBody: (body) => folds[bodies.indexOf(body) % FOLDS]!,
    about: `Weights of ${folder} in ${FOLDS} folds by body: each sequence is read by weights that were not fitted on its body.`,
  };
}

/** Whether a folder looks like one for {@link byFold}. */
export const hasFolds = (folder: string): boolean =>
  existsSync(folder) &&
  readdirSync(folder).filter((name) => /^fold-\d$/.test(name)).length === FOLDS;

/** Lifter files may name what they were fitted on; see docs/accuracy-clips.md. */
function whatWasSeen(folder: string): string {
  const file = JSON.parse(readFileSync(join(folder, 'lifter.json'), 'utf8')) as {
    version: string;
    recipe?: object;
    fittedOn?: string[];
  };
  const { version, fittedOn } = file;
  const who = `One set of weights (${version}) for all sequences, no folds`;
  if (fittedOn === undefined)
    return `${who}. The lifter file does not name what it was fitted on: if these sequences are among it, the figures are too kind.`;
  return fittedOn.length === 0
    ? `${who}. The lifter file says that they were fitted on simulated people only.`
    : `${who}. FITTED ON ${fittedOn.join(', ')}: if that is this folder, the figures are too kind (use --folds).`;
}
