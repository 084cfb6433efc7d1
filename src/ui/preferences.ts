import * as v from 'valibot';
import { DETECTOR_IDS, type DetectorId } from '../core/pose/pose';
import type { Metres } from '../core/units';
import type { BackendId } from '../pipeline/protocol';
import type { UnitSystem } from '../words/format';
import { LANGUAGES, type Language } from '../words/languages';

/** For how long sessions can be kept, besides for ever. */
export const RETENTION_MONTHS = [3, 6, 12, 24, 60] as const;

/** How the product behaves for this person: what they chose, else the defaults. */
export interface Preferences {
  heightM: Metres | null;
  language: Language | null;
  units: UnitSystem | null;
  theme: 'light' | 'dark' | null;
  sound: boolean;
  speech: boolean;
  /** Cues are spoken in a training. */
  trainingSpeech: boolean;
  detector: DetectorId | 'auto';
  backend: BackendId | 'auto';
  /** Results are kept on this device. Off until chosen. */
  keep: boolean;
  /** Sessions older than this are deleted when the app opens; null = never. */
  retentionMonths: (typeof RETENTION_MONTHS)[number] | null;
  /** The session that was cut off and of which the person has been told. */
  toldCutOff: string | null;
}

export const DEFAULT_PREFERENCES: Preferences = {
  heightM: null,
  language: null,
  units: null,
  theme: null,
  sound: true,
  speech: false,
  trainingSpeech: true,
  detector: 'auto',
  backend: 'auto',
  keep: false,
  retentionMonths: null,
  toldCutOff: null,
};

/** What the person chose themselves. Only this is kept, so that better defaults of later versions reach everybody. */
export type Chosen = Partial<Preferences>;

/** Body heights that can be entered. */
export const HEIGHT_RANGE_M = { min: 1.2, max: 2.3 };

export const BACKEND_IDS = ['webgpu', 'webgl', 'wasm'] as const satisfies BackendId[];

/** Unknown or broken values count as not chosen, each by itself. */
const field = <T extends v.GenericSchema>(schema: T) => v.fallback(v.optional(schema), undefined);

const schema = v.object({
  heightM: field(
    v.pipe(v.number(), v.minValue(HEIGHT_RANGE_M.min), v.maxValue(HEIGHT_RANGE_M.max)),
  ),
  language: field(v.picklist(LANGUAGES)),
  units: field(v.picklist(['metric', 'imperial'])),
  theme: field(v.picklist(['light', 'dark'])),
  sound: field(v.boolean()),
  speech: field(v.boolean()),
  trainingSpeech: field(v.boolean()),
  detector: field(v.picklist(DETECTOR_IDS)),
  backend: field(v.picklist(BACKEND_IDS)),
  keep: field(v.boolean()),
  retentionMonths: field(v.picklist(RETENTION_MONTHS)),
  toldCutOff: field(v.pipe(v.string(), v.maxLength(100))),
});

/**
 * What was kept, as far as it can be understood: an older version, another program or a hand may have written it.
 *
 * @param text as stored; null when nothing is
 */
export function parseChosen(text: string | null): Chosen {
  const read = v.safeParse(schema, parseJson(text ?? '{}'));
  return read.success ? chosenOf(read.output) : {};
}

/** `chosen` with a change; null and 'auto' take a choice back. */
export const withChange = (chosen: Chosen, change: Chosen): Chosen =>
  chosenOf({ ...chosen, ...change });

const chosenOf = (all: { [K in keyof Preferences]?: Preferences[K] | undefined }): Chosen =>
  Object.fromEntries(
    Object.entries(all).filter(
      ([, value]) => value !== undefined && value !== null && value !== 'auto',
    ),
  );

/** Undefined, which fits no schema, for text that is not JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
