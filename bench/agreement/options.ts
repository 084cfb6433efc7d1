import { parseArgs } from 'node:util';
import { ok, type Result } from '../../src/core/errors';
import { DETECTOR_IDS, type DetectorId } from '../../src/core/pose/pose';

export interface AgreementOptions {
  folder: string;
  models: DetectorId[];
  json: boolean;
}

const DEFAULT_MODELS: readonly DetectorId[] = [
  'movenet-thunder',
  'blazepose-full',
  'blazepose-heavy',
];

export const USAGE = `Usage: npm run agreement -- DIR [options]
  DIR         photos and scores.csv: columns image, moment, trunk, legs, upper_arm (see docs/agreement.md)
  --model ID  detector, may be given several times: the mean of what they say counts,
              and the first of them alone is what the product would say of one picture
              (default ${DEFAULT_MODELS.join(', ')}):
              ${DETECTOR_IDS.join(', ')}
  --json      everything as one JSON document
Exits with 1 when a target is missed.`;

const OPTIONS = {
  model: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
} as const;

/** Reads the words after `npm run agreement --`; the error is a sentence. */
export function readOptions(words: string[]): Result<AgreementOptions, string> {
  const no = (error: string) => ({ ok: false, error }) as const;
  let parsed;
  try {
    parsed = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch (thrown) {
    return no(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const { values, positionals } = parsed;
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) return no('Name one folder.');
  const asked = values.model ?? DEFAULT_MODELS;
  const models = DETECTOR_IDS.filter((id) => asked.includes(id));
  if (models.length < new Set(asked).size)
    return no(`--model is one of: ${DETECTOR_IDS.join(', ')}`);
  return ok({ folder, models, json: values.json });
}
