import { readFileSync } from 'node:fs';
import type { TrueValues } from './true-values';

/** A marker-based reference: rows in order of time. */
export interface MarkerReference {
  rows: { t: number; values: TrueValues }[];
}

/** Columns of the file, and what they are here. `trunk_incl_deg` is a body segment's, see docs/accuracy-clips.md. */
const COLUMNS = {
  trunkInclination: 'trunk_incl_deg',
  hipShoulderIncl: 'hipshoulder_line_incl_deg',
  axialTwist: 'twist_deg',
  kneeFlexionL: 'knee_l_flex_deg',
  kneeFlexionR: 'knee_r_flex_deg',
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];

/** Reads `NAME.mocap.csv`: a line of names with at least `t` (s), then one line a row. Empty cells are unknown. */
export function readMarkers(file: string): MarkerReference {
  const [head, ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = head!.split(',');
  const at = (cells: string[], column: string): number => {
    const cell = cells[columns.indexOf(column)];
    return cell === undefined || cell.trim() === '' ? NaN : Number(cell);
  };
  const rows = lines.map((line) => {
    const cells = line.split(',');
    const known = NAMES.map((name) => [name, at(cells, COLUMNS[name])] as const);
    const values = Object.fromEntries(known.filter(([, value]) => Number.isFinite(value)));
    return { t: at(cells, 't'), values };
  });
  return { rows };
}

/** The values at a time, on straight lines between the rows around it; null outside of them. */
export function markerValuesAt({ rows }: MarkerReference, timeS: number): TrueValues | null {
  const after = rows.findIndex(({ t }) => t >= timeS);
  if (after === -1) return null;
  const next = rows[after]!;
  const last = rows[after - 1];
  if (last === undefined) return next.t === timeS ? next.values : null;
  const share = (timeS - last.t) / (next.t - last.t);
  const values: TrueValues = {};
  for (const name of NAMES) {
    const a = last.values[name],
      b = next.values[name];
    if (a !== undefined && b !== undefined) values[name] = a + (b - a) * share;
  }
  return values;
}
