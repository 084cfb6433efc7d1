import type { SheetInput, SheetResult, SheetUnit } from '../../core/job/sheet';
import type { UnitSystem } from '../../core/records/job-record';
import { MAC_FACTOR_IDS, type MacFactor } from '../../core/standards/mac';
import {
  cmFromInches,
  inchesFromCm,
  kgFromPounds,
  poundsFromKg,
} from '../../core/standards/us-units';
import type { JobWords, NamedPath, NamedResult, ValueKey } from '../../words/job-en';
import { fieldOf } from './fields';

const INCHES_PER_FOOT = 12;
const CM_PER_METRE = 100;
const same = (x: number): number => x;
const feet = (m: number): number => inchesFromCm(m * CM_PER_METRE) / INCHES_PER_FOOT;
const metres = (ft: number): number => cmFromInches(ft * INCHES_PER_FOOT) / CM_PER_METRE;

/** There and back: from what is kept to what is shown. */
const US: Partial<
  Record<NonNullable<SheetUnit>, readonly [(x: number) => number, (x: number) => number]>
> = {
  kg: [poundsFromKg, kgFromPounds],
  'kg/min': [poundsFromKg, kgFromPounds],
  'kg/h': [poundsFromKg, kgFromPounds],
  'kg/day': [poundsFromKg, kgFromPounds],
  cm: [inchesFromCm, cmFromInches],
  m: [feet, metres],
  'm/s': [feet, metres],
};
const waysOf = (unit: SheetUnit, system: UnitSystem) =>
  (system === 'us' && unit !== null && US[unit]) || ([same, same] as const);

/** A size as it is kept (metric), in the units a person reads. */
export const shownIn = (value: number, unit: SheetUnit, system: UnitSystem): number =>
  waysOf(unit, system)[0](value);
/** What a person entered, as it is kept (metric). */
export const enteredIn = (value: number, unit: SheetUnit, system: UnitSystem): number =>
  waysOf(unit, system)[1](value);

/** Digits after the point that a measured value is shown with. */
const DIGITS: Record<UnitSystem, Partial<Record<NonNullable<SheetUnit>, number>>> = {
  metric: { kg: 1, m: 2, 'm/s': 2, '1/min': 2, h: 1 },
  us: { kg: 1, cm: 1, m: 1, 'm/s': 1, '1/min': 2, h: 1 },
};
const digitsOf = (unit: SheetUnit, system: UnitSystem): number =>
  unit === null ? 2 : (DIGITS[system][unit] ?? 0);

/** What a person typed, with a point or a comma; null = nothing; NaN = no number. */
export function typedNumber(text: string): number | null {
  const trimmed = text.trim().replace('\u2212', '-').replace(',', '.');
  return trimmed === '' ? null : /^[+-]?(\d+\.?\d*|\.\d+)$/.test(trimmed) ? Number(trimmed) : NaN;
}

const SHARES = /^(judged-share|time-at-level-\d)$/;
const INDEX = /^(li|vli)/;

/** Numbers and names of a job sheet, as a person of one language and unit system reads them. */
export class JobFormat {
  readonly #words: JobWords;
  readonly #locale: string;
  readonly system: UnitSystem;

  constructor(words: JobWords, locale: string, system: UnitSystem) {
    this.#words = words;
    this.#locale = locale;
    this.system = system;
  }

  number(value: number, digits: number, least = 0): string {
    return new Intl.NumberFormat(this.#locale, {
      maximumFractionDigits: digits,
      minimumFractionDigits: least,
    }).format(value);
  }

  percent(share: number): string {
    return new Intl.NumberFormat(this.#locale, {
      style: 'percent',
      maximumFractionDigits: 0,
    }).format(share);
  }

  /** A lifting index: to a tenth. */
  index(value: number): string {
    return this.number(value, 1, 1);
  }

  unit(unit: NonNullable<SheetUnit>): string {
    return this.#words.unitWords[this.system][unit];
  }

  /** What stands in a field: entered values as they were entered. */
  typed(value: number, unit: SheetUnit, from: SheetInput['from']): string {
    const digits = digitsOf(unit, this.system) + (from === 'asked' ? 1 : 0);
    return new Intl.NumberFormat(this.#locale, {
      maximumFractionDigits: digits,
      useGrouping: false,
    }).format(shownIn(value, unit, this.system));
  }

  /** "42 cm", "35°", "1.20 m". */
  amount(value: number, unit: SheetUnit): string {
    const text = this.number(shownIn(value, unit, this.system), digitsOf(unit, this.system));
    if (unit === null) return text;
    return unit === 'deg' ? `${text}°` : `${text}\u00a0${this.unit(unit)}`;
  }

  /** The value of an input. */
  input({ path, value, unit }: Pick<SheetInput, 'path' | 'value' | 'unit'>): string {
    if (value === null) return this.#words.none;
    if (typeof value === 'number') return this.amount(value, unit);
    if (typeof value === 'boolean') return value ? this.#words.yes : this.#words.no;
    const field = fieldOf(path);
    const choices: Record<string, string> =
      field.kind === 'choice' ? this.#words.choices[field.of] : this.#words.values;
    return choices[value] ?? value;
  }

  /** A value of a result, or an end of its range. */
  value({ name, unit }: Pick<SheetResult, 'name' | 'unit'>, value: number | string): string {
    if (typeof value === 'string') return this.#words.values[value as ValueKey];
    if (SHARES.test(name)) return this.percent(value);
    return INDEX.test(name) ? this.number(value, 2, 2) : this.amount(value, unit);
  }

  /** The range of a result: "1.1–1.8", "1.1 or more"; empty where it is no range. */
  range(result: SheetResult): string {
    const { low, high, value } = result;
    if (low === null && high === null) return '';
    if (low === high || (low === value && high === value)) return '';
    if (high === null) return this.#words.from(this.value(result, low!));
    if (low === null) return this.#words.upTo(this.value(result, high));
    const [from, to] = [this.value(result, low), this.value(result, high)];
    if (from === to) return '';
    // The unit once.
    const isSize = typeof low === 'number' && typeof high === 'number' && result.unit !== null;
    const digits = digitsOf(result.unit, this.system);
    return this.#words.span(
      isSize ? this.number(shownIn(low, result.unit, this.system), digits) : from,
      to,
    );
  }

  resultName(name: SheetResult['name']): string {
    const level = /^time-at-level-(\d)$/.exec(name)?.[1];
    if (level !== undefined) return this.#words.timeAtLevel(level);
    const factor = MAC_FACTOR_IDS.find((id) => name === `colour-${id}`);
    return factor === undefined ? this.#words.results[name as NamedResult] : this.macFactor(factor);
  }

  macFactor(factor: MacFactor): string {
    return this.#words.fields[`mac.${factor}` satisfies NamedPath].label;
  }
}
