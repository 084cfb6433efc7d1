import type { Metres } from '../units';
import type { Answer, StandardReason } from './judged-range';

export const SEXES = ['woman', 'man'] as const;
export type Sex = (typeof SEXES)[number];
export const AGE_GROUPS = ['under-18', '18-to-45', 'over-45'] as const;
export type AgeGroup = (typeof AGE_GROUPS)[number];

/** Rule ISO-11228-1: reference mass, kg, by sex and age. Read in a paper that quotes the standard. */
export const ISO_REFERENCE_MASS_KG: {
  kg: Record<Sex, Record<AgeGroup, number>>;
  where: string;
  verified: boolean;
} = {
  kg: {
    woman: { 'under-18': 15, '18-to-45': 20, 'over-45': 15 },
    man: { 'under-18': 20, '18-to-45': 25, 'over-45': 20 },
  },
  where: 'as quoted in MDPI 12(11):2624',
  verified: true,
};

/** The load constant of the NIOSH equation, which ISO 11228-1 names as another choice. */
export const ISO_OTHER_REFERENCE_KG = {
  kg: 23,
  where: 'NIOSH 94-110 (rev. 2021)',
  verified: false,
} as const;

export const ageGroup = (years: number): AgeGroup =>
  years < 18 ? 'under-18' : years <= 45 ? '18-to-45' : 'over-45';

/** A reference mass; what was not answered leaves a range, whose lower end fits everybody it leaves open. */
export interface ReferenceMass {
  judged: true | StandardReason;
  kg: number | null;
  lowKg: number;
  highKg: number;
  verified: boolean;
}

export function isoReferenceMass(sex: Answer<Sex>, years: Answer<number>): ReferenceMass {
  const sexes = sex.value === null ? SEXES : [sex.value];
  const ages = years.value === null ? AGE_GROUPS : [ageGroup(years.value)];
  const { kg, verified } = ISO_REFERENCE_MASS_KG;
  const masses = sexes.flatMap((s) => ages.map((age) => kg[s][age]));
  const [lowKg, highKg] = [Math.min(...masses), Math.max(...masses)];
  const known = lowKg === highKg;
  return { judged: known ? true : 'not-asked', kg: known ? lowKg : null, lowKg, highKg, verified };
}

/** Kilograms with what the errors leave open. */
export interface MassRange {
  value: number;
  low: number;
  high: number;
}

/**
 * Rule ISO-11228-2: the method is NIOSH's equation with the reference mass in place of its load constant: the
 * recommended weight limit in the same proportion. Kilograms.
 */
export const isoRecommendedLimit = (
  nioshLimit: MassRange,
  { lowKg, highKg, kg }: ReferenceMass,
): { value: number | null; low: number; high: number } => ({
  value: kg === null ? null : (nioshLimit.value * kg) / ISO_OTHER_REFERENCE_KG.kg,
  low: (nioshLimit.low * lowKg) / ISO_OTHER_REFERENCE_KG.kg,
  high: (nioshLimit.high * highKg) / ISO_OTHER_REFERENCE_KG.kg,
});

interface CarryingLine {
  upToM: Metres;
  perMinute: number;
  kgPerMinute: number;
  kgPerHour: number;
  /** In eight hours. */
  kgPerDay: number;
}
/** Rule ISO-11228-3: carrying, by distance. From the edition of 2003; not read again. */
export const ISO_CARRYING: {
  lines: readonly CarryingLine[];
  where: string;
  verified: boolean;
} = {
  lines: [
    { upToM: 1, perMinute: 8, kgPerMinute: 120, kgPerHour: 7200, kgPerDay: 10_000 },
    { upToM: 2, perMinute: 5, kgPerMinute: 75, kgPerHour: 4500, kgPerDay: 10_000 },
    { upToM: 4, perMinute: 4, kgPerMinute: 60, kgPerHour: 3000, kgPerDay: 10_000 },
    { upToM: 10, perMinute: 2, kgPerMinute: 30, kgPerHour: 1500, kgPerDay: 10_000 },
    { upToM: 20, perMinute: 1, kgPerMinute: 15, kgPerHour: 750, kgPerDay: 6_000 },
  ],
  where: 'ISO 11228-1:2003, table 1',
  verified: false,
};

export type CarryingLimit = 'per-minute' | 'kg-per-minute' | 'kg-per-hour' | 'kg-per-day';

/** Carrying over a distance so often; how many hours of a day is asked, and without it no daily mass is known. */
export interface Carrying {
  massKg: number;
  distanceM: Metres;
  perMinute: number;
  hoursPerDay: number | null;
}

export interface CarryingResult {
  judged: true | StandardReason;
  /** Each limit with what is carried against it; a distance between two lines has the limits of the farther one. */
  limits: { limit: CarryingLimit; carried: number; most: number }[];
  over: CarryingLimit[];
  verified: boolean;
}

export function isoCarrying({
  massKg,
  distanceM,
  perMinute,
  hoursPerDay,
}: Carrying): CarryingResult {
  const { lines, verified } = ISO_CARRYING;
  const line = lines.find(({ upToM }) => distanceM <= upToM);
  if (line === undefined) {
    return { judged: 'outside-scope', limits: [], over: [], verified };
  }
  const kgPerMinute = massKg * perMinute;
  const kgPerHour = kgPerMinute * 60;
  const limits: CarryingResult['limits'] = [
    { limit: 'per-minute', carried: perMinute, most: line.perMinute },
    { limit: 'kg-per-minute', carried: kgPerMinute, most: line.kgPerMinute },
    { limit: 'kg-per-hour', carried: kgPerHour, most: line.kgPerHour },
  ];
  if (hoursPerDay !== null)
    limits.push({ limit: 'kg-per-day', carried: kgPerHour * hoursPerDay, most: line.kgPerDay });
  const over = limits.filter(({ carried, most }) => carried > most).map(({ limit }) => limit);
  return { judged: true, limits, over, verified };
}

/** Rule ISO-11228-4: what the standard speaks of. */
export const ISO_11228_SCOPE = {
  fromKg: 3,
  walkingMS: [0.5, 1],
  hours: 8,
  extendedHours: 12,
  excluded: ['seated', 'holding', 'people-or-animals', 'lifting-aid-or-exoskeleton'],
  verified: true,
} as const;
export type IsoExcluded = (typeof ISO_11228_SCOPE.excluded)[number];
export type IsoScope = IsoExcluded | 'below-3-kg' | 'walking-speed' | 'more-than-12-hours';

export interface IsoScopeInput {
  massKg: Answer<number>;
  walkingMS: Answer<number>;
  hoursPerDay: Answer<number>;
  excluded: Record<IsoExcluded, Answer<boolean>>;
}

/** Why ISO 11228-1 does not speak of a job, and what would have to be asked to know. */
export function isoScope({ massKg, walkingMS, hoursPerDay, excluded }: IsoScopeInput): {
  outside: IsoScope[];
  /** Longer than eight hours: the standard's extended shift. */
  extended: boolean;
  notAsked: IsoScope[];
} {
  const [slowest, fastest] = ISO_11228_SCOPE.walkingMS;
  const whether = <T>({ value }: Answer<T>, outside: (value: T) => boolean): boolean | null =>
    value === null ? null : outside(value);
  const outsideIf: (readonly [IsoScope, boolean | null])[] = [
    ['below-3-kg', whether(massKg, (kg) => kg < ISO_11228_SCOPE.fromKg)],
    ['walking-speed', whether(walkingMS, (speed) => speed < slowest || speed > fastest)],
    ['more-than-12-hours', whether(hoursPerDay, (h) => h > ISO_11228_SCOPE.extendedHours)],
    ...ISO_11228_SCOPE.excluded.map((key) => [key, excluded[key].value] as const),
  ];
  return {
    outside: outsideIf.filter(([, outside]) => outside === true).map(([key]) => key),
    extended: hoursPerDay.value !== null && hoursPerDay.value > ISO_11228_SCOPE.hours,
    notAsked: outsideIf.filter(([, outside]) => outside === null).map(([key]) => key),
  };
}
