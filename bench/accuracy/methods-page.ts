import { CHECK_IDS } from '../../src/core/scoring/check';
import { RULES } from '../../src/core/scoring/rules';
import { en } from '../../src/words/en';
import { methodsEn } from '../../src/words/methods-en';
import type { AccuracyFigures, SetFigures } from '../../src/ui/methods/accuracy-figures';

const UNKNOWN = '–';
const fixed = (value: number | null, digits = 1): string =>
  value === null ? UNKNOWN : value.toFixed(digits);
const percent = (share: number | null): string =>
  share === null ? UNKNOWN : `${(100 * share).toFixed(0)} %`;

const plural = (recordings: number): string =>
  `${recordings} recording${recordings === 1 ? '' : 's'}`;

const table = (rows: readonly (readonly string[])[]): string =>
  [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const UNITS: Record<string, string> = { handReach: '% of height', trunkVelocity: '°/s' };
const NAMES: Record<string, string> = {
  trunkInclination: 'trunk inclination',
  hipShoulderInclination: 'hip–shoulder line',
  axialTwist: 'twist',
  axialTwistOver10: 'twist, true twist over 10°',
  kneeFlexion: 'knee flexion',
  handReach: 'hand–ankle distance',
  trunkVelocity: 'trunk speed',
};
const KINDS: Record<string, string> = {
  clips: 'Rendered clips',
  markers: 'Filmed, with markers',
  sequences: 'Rendered sequences',
};
const CHECK_UNITS = { deg: '°', m: ' m', 'deg/s': '°/s' } as const;

/** Measures down, views across; a cell is RMSE (judged share, how often the 90 % error holds). */
function frameRows({ frames }: SetFigures): string {
  const views = Object.keys(methodsEn.views).filter((view) => frames.some((f) => f.view === view));
  const measures = Object.keys(NAMES).filter((id) => frames.some((f) => f.measure === id));
  return table([
    ['', ...views.map((view) => methodsEn.views[view]!), 'bias'],
    ...measures.map((id) => {
      const of = (view: string) => frames.find((f) => f.measure === id && f.view === view);
      const cells = views.map((view) => {
        const row = of(view);
        if (row === undefined || row.rmse === null) return UNKNOWN;
        return `${fixed(row.rmse)} (${percent(row.judged)}, ${percent(row.holds)})`;
      });
      return [`${NAMES[id]!}, ${UNITS[id] ?? '°'}`, ...cells, fixed(of('all')?.bias ?? null)];
    }),
  ]);
}

function worstRows({ worst }: SetFigures): string[] {
  if (worst.length === 0) return [];
  const rows = worst.map(({ check, phases, judged, rmse, bias, holds }) => {
    const id = CHECK_IDS.find((known) => known === check);
    const unit = id === undefined ? '' : CHECK_UNITS[RULES[id].unit];
    const digits = unit === ' m' ? 3 : 1;
    const say = (value: number | null) =>
      value === null ? UNKNOWN : `${fixed(value, digits)}${unit}`;
    return [check, `${judged} of ${phases}`, say(rmse), say(bias), percent(holds)];
  });
  return [
    'Worst moment of each phase, as a verdict states it, against the true peak:',
    table([['check', 'judged', 'RMSE', 'bias', '90 % error holds'], ...rows]),
  ];
}

function checkRows({ checks }: SetFigures): string[] {
  if (checks.length === 0) return [];
  const rows = checks.map(({ check, right, wrong, abstained, nearEdge }) =>
    [check, right, wrong, abstained, nearEdge].map(String),
  );
  return [
    'Checks of lifts against the truth labels:',
    table([['check', 'right', 'wrong', 'abstained', 'too near the edge to count'], ...rows]),
  ];
}

function sentences({ lifts, twistPeaks, bendPeaks, rounded }: SetFigures): string[] {
  const said: string[] = [];
  if (lifts !== null)
    said.push(
      `Lifts: ${lifts.lifts}; recall ${percent(lifts.recall)}, precision ${percent(lifts.precision)}; start off by ${fixed(lifts.startErrorS, 2)} s, end by ${fixed(lifts.endErrorS, 2)} s (mean).`,
    );
  if (twistPeaks !== null) {
    const { recordings, slope, large, found, untwisted, stepTurns, flagged } = twistPeaks;
    said.push(
      `Twist peaks of ${recordings} recordings: read at ${fixed(slope, 2)} of their size. Of ${large} with 30° and more the check finds ${percent(found)}; of ${untwisted} without a twist (${stepTurns} turn with the feet) it flags ${flagged}.`,
    );
  }
  if (bendPeaks !== null)
    said.push(
      `Peaks of the hip–shoulder line: ${bendPeaks.judged} of ${bendPeaks.peaks} judged, off by ${fixed(bendPeaks.bias)}° on average and by ${fixed(bendPeaks.largestOff)}° at most.`,
    );
  if (rounded !== null && rounded.lifts > 0)
    said.push(
      `Rounded against straight back, seen from the side: ${rounded.judged} of ${rounded.lifts} lifts judged, ${rounded.right} of them right.`,
    );
  return said;
}

function titleOf({ kind, name, detector }: SetFigures): string {
  const detectors: Record<string, string> = en.detectors;
  return `${KINDS[kind] ?? kind} “${name}”, ${detectors[detector] ?? detector}`;
}

function setPart(set: SetFigures): string {
  const { recordings, notMeasured, fps, lifter, weights } = set;
  const about = `${plural(recordings)}${notMeasured > 0 ? ` (${notMeasured} could not be measured)` : ''}, ${fixed(fps, 0)} poses a second, lifter ${lifter}. ${weights}`;
  return [
    `### ${titleOf(set)}`,
    about.trim(),
    frameRows(set),
    ...worstRows(set),
    ...checkRows(set),
    ...sentences(set),
  ].join('\n\n');
}

/** The weakest measure in figures, and how little everything rests on. */
function weakestBlock({ sets }: AccuracyFigures): string {
  const twists = sets.flatMap((set) => {
    const { twistPeaks: peaks, frames } = set;
    const row = frames.find(
      ({ measure, view }) => measure === 'axialTwistOver10' && view === 'all',
    );
    if (peaks === null || row === undefined) return [];
    return [
      `- ${titleOf(set)}: twist peaks are read at ${fixed(peaks.slope, 2)} of their size, and of ${peaks.large} twists of 30° and more the check finds ${percent(peaks.found)}. Where the true twist is over 10°, ${percent(row.judged)} of frames are judged; of those the stated 90 % error holds in ${percent(row.holds)}.`,
    ];
  });
  const material = new Map(
    sets.map((set) => [set.name, `${plural(set.recordings)} (${set.name})`]),
  );
  return [
    `Everything rests on ${[...material.values()].join(', ')}. The weakest measure is twist:`,
    twists.join('\n'),
  ].join('\n\n');
}

const figuresBlock = ({ measuredOn, rules, sets }: AccuracyFigures): string =>
  [
    `Measured on ${measuredOn} with rule set ${rules}. A cell is: root mean square error of the judged frames (share of frames judged, how often the stated 90 % error holds the truth). Bias is value less truth, all views.`,
    ...sets.map(setPart),
  ].join('\n\n');

function rulesBlock(): string {
  const rows = CHECK_IDS.map((id) => {
    const { rule, unit, watch, flagged, source, support } = RULES[id];
    const rates = Number.isFinite(flagged);
    const edge = (value: number) => (rates ? `${value}${CHECK_UNITS[unit]}` : UNKNOWN);
    return [rule, en.checks[id].name, edge(watch), edge(flagged), source, support];
  });
  return table([
    ['rule', 'check', 'watch above', 'flagged above', 'source', 'what it carries'],
    ...rows,
  ]);
}

/**
 * `docs/methods.md` with its generated parts, between `<!-- figures -->` and `<!-- /figures -->` and the same with
 * `weakest` and `rules`, made anew. Not yet laid out by prettier.
 *
 * @throws when a part has no place in the page
 */
export function methodsPage(page: string, figures: AccuracyFigures): string {
  const blocks = {
    weakest: weakestBlock(figures),
    figures: figuresBlock(figures),
    rules: rulesBlock(),
  };
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const place = new RegExp(`(<!-- ${name} -->)[^]*(<!-- /${name} -->)`);
    if (!place.test(text)) throw new Error(`docs/methods.md has no place for ${name}`);
    return text.replace(place, (_, from: string, to: string) => `${from}\n\n${block}\n\n${to}`);
  }, page);
}
