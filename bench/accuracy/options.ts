import { parseArgs } from 'node:util';
import { ok, type Result } from '../../src/core/errors';
import { DETECTOR_IDS, type DetectorId } from '../../src/core/pose/pose';

export interface AccuracyOptions {
  folders: string[];
  models: DetectorId[];
  /** Whether `--model` was given. */
  modelsAsked: boolean;
  fps: number;
  /** Instead of the targets: how the answer depends on the rate. */
  rates: boolean;
  json: boolean;
  /** Folders with saved pose files. */
  poses: string[];
  /** null = the default. */
  cache: string | null;
  lifters: string | null;
  folds: string | null;
  /** File for the figures that people see. */
  figures: string | null;
}

export const USAGE = `Usage: npm run accuracy -- DIR... [options]
  DIR             clips with NAME.truth.json, videos with NAME.mocap.csv, or sequences s000.json.gz;
                  instead of videos, saved poses NAME.analysis.json may lie there
  --model ID      detector, may be given several times (default movenet-thunder):
                  ${DETECTOR_IDS.join(', ')}
  --fps N         pictures looked at in a second (default 15)
  --rates         clips only: the same poses at 30, 15, 10, 7, 5 and 3 a second, as a recording and live, instead of the
                  targets; looks at 30 pictures in a second where --fps says nothing else
  --poses DIR     saved poses DIR/NAME.analysis.json or DIR/MODEL/NAME.analysis.json, used instead of detection
  --lifters DIR   folder with lifter files as in models/ (default models)
  --folds DIR     DIR/fold-0 to fold-3, each like models/: for sequences, four folds by body
  --cache DIR     where found poses are kept (default node_modules/.cache/liftcheck-poses)
  --figures FILE  writes the few figures that people see (docs/accuracy.json); then: npm run methods
  --json          everything as one JSON document
Exits with 1 when a target is missed. What to put into a folder: docs/accuracy-clips.md`;

const OPTIONS = {
  model: { type: 'string', multiple: true },
  fps: { type: 'string' },
  rates: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  poses: { type: 'string', multiple: true },
  cache: { type: 'string' },
  lifters: { type: 'string' },
  folds: { type: 'string' },
  figures: { type: 'string' },
} as const;

/** Reads the words after `npm run accuracy --`; the error is a sentence. */
export function readOptions(words: string[]): Result<AccuracyOptions, string> {
  const no = (error: string) => ({ ok: false, error }) as const;
  let parsed;
  try {
    parsed = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch (thrown) {
    return no(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const { values, positionals } = parsed;
  if (positionals.length === 0) return no('Name at least one folder.');
  const asked = values.model ?? ['movenet-thunder'];
  const models = DETECTOR_IDS.filter((id) => asked.includes(id));
  if (models.length < new Set(asked).size)
    return no(`--model is one of: ${DETECTOR_IDS.join(', ')}`);
  const said = values.fps ?? (values.rates ? '30' : '15');
  const fps = /^\d+(\.\d+)?$/.test(said) ? Number(said) : NaN;
  if (!(fps >= 1 && fps <= 120)) return no('--fps is a number from 1 to 120.');
  return ok({
    folders: positionals,
    models,
    modelsAsked: values.model !== undefined,
    fps,
    rates: values.rates,
    json: values.json,
    poses: values.poses ?? [],
    cache: values.cache ?? null,
    lifters: values.lifters ?? null,
    folds: values.folds ?? null,
    figures: values.figures ?? null,
  });
}
