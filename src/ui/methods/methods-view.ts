import { CHECK_IDS, type Check, type CheckId } from '../../core/scoring/check';
import { RULES } from '../../core/scoring/rules';
import { ASSUMED_HEIGHT_M } from '../../core/kinematics/moment';
import { BANDS } from '../../words/bands';
import type { Words } from '../../words/en';
import type { Format } from '../../words/format';
import type { MethodsFacts, MethodsWords } from '../../words/methods-en';
import { supportText } from '../../words/verdict-text';
import type { AccuracyFigures, MeasureFigures, SetFigures } from './accuracy-figures';

/** A figure of fewer judged frames than this (two seconds of video) says nothing. */
const FEWEST_FRAMES = 30;
/** A stated error that holds more seldom than this is too small, and is marked. */
const HOLDS_SELDOM = 0.85;
/** A twist as an example of how large ones are read. */
const LARGE_TWIST = 45;
const UNKNOWN = '–';

/** A set that a person can choose to see the figures of. */
export interface SetChoice {
  key: string;
  label: string;
  set: SetFigures;
}

/** One measure with its figures from each view, as they are written. */
export interface MeasureTable {
  measure: string;
  name: string;
  rows: { view: string; error: string; holds: string; holdsSeldom: boolean; judged: string }[];
}

/** One check with its band. */
export interface BandRow {
  id: CheckId;
  name: string;
  rule: string;
  /** Edges; null for checks that only describe. */
  edges: { watch: string; flagged: string } | null;
  source: string;
  support: string;
}

/** The sets, named for people. */
export const setChoices = (
  { sets }: AccuracyFigures,
  text: MethodsWords,
  words: Words,
  format: Format,
): SetChoice[] =>
  sets.map((set, i) => {
    const what = text.sets[set.kind]?.(format.whole(set.recordings)) ?? set.name;
    const detectors: Record<string, string> = words.detectors;
    return { key: `${i}`, label: `${what} · ${detectors[set.detector] ?? set.detector}`, set };
  });

/** The figures of a set, measure by measure; views of too few judged frames say so. */
export function measureTables(
  { frames }: SetFigures,
  text: MethodsWords,
  format: Format,
): MeasureTable[] {
  return Object.entries(text.measures).flatMap(([measure, name]) => {
    const rows = frames.filter((row) => row.measure === measure);
    // With one view alone, "all" says the same.
    const shown = rows.filter(({ view }) => view !== 'all' || rows.length !== 2);
    if (shown.length === 0) return [];
    return [{ measure, name, rows: shown.map((row) => written(row, text, format)) }];
  });
}

function written(row: MeasureFigures, text: MethodsWords, format: Format) {
  const { measure, view, frames, judged, rmse, holds } = row;
  const enough = frames * judged >= FEWEST_FRAMES;
  return {
    view: text.views[view] ?? view,
    error: enough && rmse !== null ? errorText(measure, rmse, format) : UNKNOWN,
    holds: enough && holds !== null ? format.percent(holds) : UNKNOWN,
    holdsSeldom: enough && holds !== null && holds < HOLDS_SELDOM,
    judged: format.percent(judged),
  };
}

/** Reach is kept in % of the body height and told in the person's unit of length. */
function errorText(measure: string, rmse: number, format: Format): string {
  if (measure === 'handReach') return format.fine('m', (rmse / 100) * ASSUMED_HEIGHT_M);
  return format.fine(measure === 'trunkVelocity' ? 'deg/s' : 'deg', rmse);
}

/** How often the checks of a set's lifts were judged and right; null where the set has none. */
export function checkSentence(
  { checks }: SetFigures,
  text: MethodsWords,
  format: Format,
): string | null {
  const sum = (of: 'right' | 'wrong' | 'abstained'): number =>
    checks.reduce((total, check) => total + check[of], 0);
  const judged = sum('right') + sum('wrong');
  const all = judged + sum('abstained');
  if (all === 0) return null;
  return text.checksRight(format.whole(sum('right')), format.whole(judged), format.whole(all));
}

/** How well lifts were found; null where the set has none. */
export function liftSentence(
  { lifts }: SetFigures,
  text: MethodsWords,
  format: Format,
): string | null {
  if (lifts === null || lifts.recall === null || lifts.precision === null) return null;
  return text.lifts(
    format.whole(lifts.lifts),
    format.percent(lifts.recall),
    format.percent(lifts.precision),
  );
}

/** The numbers that the sentences about limits rest on. */
export function methodsFacts({ sets }: AccuracyFigures, format: Format): MethodsFacts {
  const { watch, flagged } = RULES.twist;
  const firstOf = (kind: string) => sets.find((set) => set.kind === kind);
  const count = (kind: string) => format.whole(firstOf(kind)?.recordings ?? 0);
  const peaks = firstOf('sequences')?.twistPeaks ?? null;
  const slope = peaks?.slope ?? null;
  const found = peaks?.found ?? null;
  return {
    twistWatch: format.degrees(watch),
    twistFlagged: format.degrees(flagged),
    clips: count('clips'),
    sequences: count('sequences'),
    filmed: count('markers'),
    twistTrue: format.degrees(LARGE_TWIST),
    twistRead: slope === null ? UNKNOWN : format.degrees(slope * LARGE_TWIST),
    twistFound: found === null ? UNKNOWN : format.percent(found),
  };
}

/** All checks with band, source and how far the source carries. */
export const bandRows = (text: MethodsWords, words: Words, format: Format): BandRow[] =>
  CHECK_IDS.map((id) => {
    const { rule, unit, source, support } = RULES[id];
    const band = BANDS[id];
    const edge = (value: number): string =>
      format.amount({ unit } satisfies Pick<Check, 'unit'>, value);
    return {
      id,
      name: words.checks[id].name,
      rule,
      edges: band ? { watch: edge(band.watch), flagged: edge(band.flagged) } : null,
      source: text.sources?.[id] ?? source,
      support: supportText({ id, unit, support }, words, format),
    };
  });
