import { csvParse } from 'd3-dsv';
import { ok, type Result } from '../../src/core/errors';

/** Part scores of REBA that are compared, with the highest each can be. */
export const PARTS = { trunk: 5, legs: 4, upperArm: 6 } as const;
export type Part = keyof typeof PARTS;
export const PART_NAMES = Object.keys(PARTS) as Part[];

const COLUMNS: Record<Part, string> = { trunk: 'trunk', legs: 'legs', upperArm: 'upper_arm' };

/** What people said of one photo; null where they said nothing. */
export interface RatedPhoto {
  image: string;
  /** Photos of one moment show the same instant from several sides. */
  moment: string;
  scores: Record<Part, number | null>;
}

/**
 * Reads `scores.csv`. A row without an image is left out; a score that is no whole number within its range is null.
 * The error is a sentence.
 */
export function readScoreSheet(text: string): Result<RatedPhoto[], string> {
  const rows = csvParse(text);
  const missing = ['image', ...Object.values(COLUMNS)].filter(
    (name) => !rows.columns.includes(name),
  );
  if (missing.length > 0)
    return { ok: false, error: `scores.csv has no column ${missing.join(', ')}` };
  return ok(
    rows.flatMap((row) => {
      const image = row['image']?.trim() ?? '';
      if (image === '') return [];
      const scores = Object.fromEntries(
        PART_NAMES.map((part) => [part, scoreIn(row[COLUMNS[part]], PARTS[part])]),
      ) as RatedPhoto['scores'];
      // A photo whose moment is not told is a moment of its own.
      return [{ image, moment: row['moment']?.trim() || image, scores }];
    }),
  );
}

function scoreIn(text: string | undefined, top: number): number | null {
  const score = /^\s*\d+\s*$/.test(text ?? '') ? Number(text) : NaN;
  return score >= 1 && score <= top ? score : null;
}
