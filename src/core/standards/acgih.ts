import type { Metres } from '../units';
import {
  difference,
  exactly,
  isAbove,
  isAtLeast,
  originsOf,
  rangeOf,
  sizeOf,
  type Answer,
  type InputOrigin,
  type JudgedRange,
  type NumberInput,
  type StandardReason,
  type Truth,
} from './judged-range';

/** Rule ACGIH-1: load from the middle between the ankles. An edge belongs to the zone it begins, 0.8 m to the last. */
export const ACGIH_HORIZONTAL = ['close', 'intermediate', 'extended'] as const;
export type AcgihHorizontal = (typeof ACGIH_HORIZONTAL)[number];
export const ACGIH_HORIZONTAL_EDGES_M: readonly [Metres, Metres, Metres] = [0.3, 0.6, 0.8];

/** Rule ACGIH-2: height of the hands at origin, by the lifter's own body. An edge belongs to the zone above it. */
export const ACGIH_VERTICAL = [
  'floor-to-mid-shin',
  'mid-shin-to-knuckle',
  'knuckle-to-below-shoulder',
  'about-shoulder',
] as const;
export type AcgihVertical = (typeof ACGIH_VERTICAL)[number];
/** The shoulder zone, from the shoulder: 8 cm below to 30 cm above. */
export const ACGIH_BELOW_SHOULDER_M: Metres = 0.08;
export const ACGIH_ABOVE_SHOULDER_M: Metres = 0.3;

/** Kilograms; null = no known safe limit for repeated lifting. Close, intermediate, extended. */
export type AcgihRow = readonly [number | null, number | null, number | null];
export interface AcgihTable {
  rows: Record<AcgihVertical, AcgihRow>;
  verified: boolean;
}

/** Rule ACGIH-3: the three tables. The first was read in a text that quotes it, the others were not read again. */
export const ACGIH_TABLES: readonly [AcgihTable, AcgihTable, AcgihTable] = [
  {
    rows: {
      'about-shoulder': [16, 7, null],
      'knuckle-to-below-shoulder': [32, 16, 9],
      'mid-shin-to-knuckle': [18, 14, 7],
      'floor-to-mid-shin': [14, null, null],
    },
    verified: true,
  },
  {
    rows: {
      'about-shoulder': [14, 5, null],
      'knuckle-to-below-shoulder': [27, 14, 7],
      'mid-shin-to-knuckle': [16, 11, 5],
      'floor-to-mid-shin': [9, null, null],
    },
    verified: false,
  },
  {
    rows: {
      'about-shoulder': [11, null, null],
      'knuckle-to-below-shoulder': [14, 9, 5],
      'mid-shin-to-knuckle': [9, 7, 2],
      'floor-to-mid-shin': [null, null, null],
    },
    verified: false,
  },
];

/** Rule ACGIH-4: up to so many lifts an hour each table is for; the day's lifting up to two hours, or longer. */
export const ACGIH_SHORT_DAY_H = 2;
export const ACGIH_LONGEST_DAY_H = 8;
export const ACGIH_LIFTS_AN_HOUR = { short: [60, 360], long: [12, 30, 360] } as const;

/** Rule ACGIH-5: where the tables do not apply; the first four are computed, the others are asked. */
export const ACGIH_COMPUTED_SCOPE = [
  'beyond-the-zones',
  'more-than-360-an-hour',
  'more-than-8-hours',
  'asymmetry-beyond-30',
] as const;
export const ACGIH_ASKED_SCOPE = [
  'rapid-or-twisting',
  'one-hand',
  'seated-or-kneeling',
  'heat',
  'unstable-load',
  'poor-hold-or-footing',
] as const;
export type AcgihAskedScope = (typeof ACGIH_ASKED_SCOPE)[number];
export type AcgihComputedScope = (typeof ACGIH_COMPUTED_SCOPE)[number];
export type AcgihScope = AcgihComputedScope | AcgihAskedScope;
export const ACGIH_ASYMMETRY_UP_TO_DEG = 30;

/** A lift at its origin. All heights from one level: the floor, or the ankles. */
export interface AcgihLift {
  horizontalM: NumberInput;
  handHeightM: NumberInput;
  midShinHeightM: NumberInput;
  knuckleHeightM: NumberInput;
  shoulderHeightM: NumberInput;
  /** Of the load from straight ahead, with or without a sign. */
  asymmetryDeg: NumberInput;
  liftsPerHour: NumberInput;
  hoursPerDay: Answer<number>;
  massKg: Answer<number>;
  conditions: Record<AcgihAskedScope, Answer<boolean>>;
}

export interface AcgihResult {
  judged: true | StandardReason;
  horizontal: AcgihHorizontal | null;
  vertical: AcgihVertical | null;
  /** Which of the tables, 1 to 3. */
  table: 1 | 2 | 3 | null;
  /** `kg` null: no known safe limit for repeated lifting. The whole is null when not judged. */
  limit: { kg: number | null } | null;
  /** The strictest and the mildest limit the errors leave open; `kg` null as above; null when all is open or none applies. */
  low: { kg: number | null } | null;
  high: { kg: number | null } | null;
  /** The mass against the limit; null when either is not known. Unsure: the errors leave both open. */
  verdict: 'within' | 'unsure' | 'over' | null;
  scope: { outside: AcgihScope[]; maybe: AcgihScope[]; notAsked: AcgihAskedScope[] };
  origins: InputOrigin[];
  /** Whether every table that may apply was read again. */
  verified: boolean;
}

/** Between which steps a number lies: surely at least `low`, by the value, at most `high`. */
interface Steps {
  low: number;
  value: number | null;
  high: number;
}

/** Of edges in rising order, how many a number has reached. */
function stepsOf(aboveEdges: readonly JudgedRange[]): Steps {
  const truths = aboveEdges.map((above) => isAtLeast(above, 0));
  const likely = truths.map((truth) => truth.likely);
  return {
    low: truths.filter(({ surely }) => surely).length,
    value: likely.includes(null) ? null : likely.filter(Boolean).length,
    high: truths.filter(({ maybe }) => maybe).length,
  };
}

const raised = (range: JudgedRange, by: Metres): JudgedRange => difference(range, exactly(-by));

/** The table (0 to 2) for a rate; 3 = more than any is for. */
function tableFor(liftsPerHour: number, hours: number): number {
  const edges = hours <= ACGIH_SHORT_DAY_H ? ACGIH_LIFTS_AN_HOUR.short : ACGIH_LIFTS_AN_HOUR.long;
  const index = edges.findIndex((most) => liftsPerHour <= most);
  return index === -1 ? 3 : index;
}

function tablesOf(rate: JudgedRange, hours: number | null): Steps {
  const days = hours === null ? [ACGIH_SHORT_DAY_H, ACGIH_LONGEST_DAY_H] : [hours];
  const at = (liftsPerHour: number): number[] => days.map((day) => tableFor(liftsPerHour, day));
  return {
    low: Math.min(...at(rate.low)),
    value: hours === null || rate.value === null ? null : tableFor(rate.value, hours),
    high: Math.max(...at(rate.high)),
  };
}

/** A missing limit is stricter than any. */
const strictness = (kg: number | null): number => kg ?? 0;

/** A lift against the ACGIH tables. */
export function acgihLift(lift: AcgihLift): AcgihResult {
  const reach = rangeOf(lift.horizontalM);
  const hand = rangeOf(lift.handHeightM);
  const midShin = rangeOf(lift.midShinHeightM);
  const knuckle = rangeOf(lift.knuckleHeightM);
  const shoulder = rangeOf(lift.shoulderHeightM);
  const rate = rangeOf(lift.liftsPerHour);
  const hours = lift.hoursPerDay.value;
  const above = (edge: JudgedRange): JudgedRange => difference(hand, edge);

  const [close, intermediate, furthest] = ACGIH_HORIZONTAL_EDGES_M;
  const horizontal = stepsOf([close, intermediate].map((edge) => difference(reach, exactly(edge))));
  const vertical = stepsOf([
    above(midShin),
    above(knuckle),
    above(raised(shoulder, -ACGIH_BELOW_SHOULDER_M)),
  ]);
  const table = tablesOf(rate, hours);

  const tooFar = isAbove(reach, furthest);
  const tooHigh = isAbove(above(raised(shoulder, ACGIH_ABOVE_SHOULDER_M)), 0);
  const most = ACGIH_LIFTS_AN_HOUR.long[2];
  const tooOften = isAbove(rate, most);
  const turned = isAbove(sizeOf(rangeOf(lift.asymmetryDeg)), ACGIH_ASYMMETRY_UP_TO_DEG);
  const tooLong = hours !== null && hours > ACGIH_LONGEST_DAY_H;
  const computed: Record<AcgihComputedScope, readonly Truth[]> = {
    'beyond-the-zones': [tooFar, tooHigh],
    'more-than-360-an-hour': [tooOften],
    'more-than-8-hours': [{ surely: tooLong, likely: tooLong, maybe: tooLong }],
    'asymmetry-beyond-30': [turned],
  };
  const outsideBy = (how: keyof Truth): AcgihComputedScope[] =>
    ACGIH_COMPUTED_SCOPE.filter((key) => computed[key].some((truth) => truth[how]));
  const surely = outsideBy('surely');
  const scope = {
    outside: [...surely, ...ACGIH_ASKED_SCOPE.filter((key) => lift.conditions[key].value === true)],
    maybe: outsideBy('maybe').filter((key) => !surely.includes(key)),
    notAsked: ACGIH_ASKED_SCOPE.filter((key) => lift.conditions[key].value === null),
  };

  const limits: (number | null)[] = [];
  for (let t = table.low; t <= Math.min(2, table.high); t++) {
    for (let v = vertical.low; v <= vertical.high; v++) {
      const row = ACGIH_TABLES[t]!.rows[ACGIH_VERTICAL[v]!];
      limits.push(...row.slice(horizontal.low, horizontal.high + 1));
    }
  }
  limits.sort((a, b) => strictness(a) - strictness(b));
  const outside = scope.outside.length > 0;
  const [low, high] = [limits[0], limits.at(-1)];
  const ends =
    outside || low === undefined || high === undefined
      ? null
      : { low: { kg: low }, high: { kg: high } };

  const likely =
    table.value === null || table.value > 2 || vertical.value === null || horizontal.value === null
      ? undefined
      : ACGIH_TABLES[table.value]!.rows[ACGIH_VERTICAL[vertical.value]!][horizontal.value];
  // by the value alone it may lie outside, though the errors leave a cell open
  const none = outside || outsideBy('likely').length > 0;
  const limit = none || likely === undefined ? null : { kg: likely };
  const measured = [reach, hand, midShin, knuckle, shoulder, rate];
  const unknown = measured.find((range) => range.value === null)?.reason;
  const reason = unknown ?? (hours === null ? 'not-asked' : 'outside-scope');

  const { value: mass } = lift.massKg;
  let verdict: AcgihResult['verdict'] = null;
  if (mass !== null && ends !== null && limit !== null) {
    const isOver = (end: { kg: number | null }): boolean => mass > strictness(end.kg);
    verdict = isOver(ends.high) ? 'over' : isOver(ends.low) ? 'unsure' : 'within';
  }
  return {
    judged: none ? 'outside-scope' : limit === null ? reason : true,
    horizontal: horizontal.value === null ? null : ACGIH_HORIZONTAL[horizontal.value]!,
    vertical: vertical.value === null ? null : ACGIH_VERTICAL[vertical.value]!,
    table: table.value === null || table.value > 2 ? null : ((table.value + 1) as 1 | 2 | 3),
    limit,
    low: ends?.low ?? null,
    high: ends?.high ?? null,
    verdict,
    scope,
    origins: originsOf(
      lift.horizontalM,
      lift.handHeightM,
      lift.midShinHeightM,
      lift.knuckleHeightM,
      lift.shoulderHeightM,
      lift.asymmetryDeg,
      lift.liftsPerHour,
      lift.hoursPerDay,
    ),
    verified: ACGIH_TABLES.slice(table.low, table.high + 1).every((t) => t.verified),
  };
}
