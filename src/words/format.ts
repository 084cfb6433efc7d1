import type { Check } from '../core/scoring/check';
import type { Degrees, Fraction, Metres, Seconds } from '../core/units';

export type UnitSystem = 'metric' | 'imperial';

/** Numbers as a person of one locale and unit system reads them. */
export interface Format {
  units: UnitSystem;
  whole: (value: number) => string;
  degrees: (value: Degrees) => string;
  distance: (value: Metres) => string;
  /** Of an error, to a tenth: "3.6°", "14.1°/s", or "2.3 cm". */
  fine: (unit: Check['unit'], value: number) => string;
  percent: (share: Fraction) => string;
  /** Across a room: "3 m" or "10 ft". */
  farAway: (value: Metres) => string;
  /** "1.70 m" or "5 ft 7 in". */
  height: (value: Metres) => string;
  /** The number alone: "3.1". */
  megabytes: (bytes: number) => string;
  /** "12.4 s" or "1:02". */
  time: (value: Seconds) => string;
  /** Size of a check's value (twist without its sign), with the unit. */
  amount: (check: Pick<Check, 'unit'>, value: number) => string;
  /** The same with its error: "58° ±6°". */
  withError: (check: Pick<Check, 'unit' | 'value' | 'error'>) => string;
}

const METRES_PER_INCH = 0.0254;

/** Feet and inches of a height, inches rounded to whole ones. */
export function feetAndInches(height: Metres): { feet: number; inches: number } {
  const inches = Math.round(height / METRES_PER_INCH);
  return { feet: Math.floor(inches / 12), inches: inches % 12 };
}

export const metresOfFeet = (feet: number, inches: number): Metres =>
  (feet * 12 + inches) * METRES_PER_INCH;

/** The unit system people of this locale use for distances. */
export function unitsOfLocale(locale: string): UnitSystem {
  return /-(US|LR|MM)\b/.test(locale) ? 'imperial' : 'metric';
}

/** Formats with Intl for `locale`, for example 'de-AT'. */
export function makeFormat(locale: string, units: UnitSystem): Format {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const two = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const unit = (u: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: u, maximumFractionDigits: 0 });
  const fineUnit = (u: string) =>
    new Intl.NumberFormat(locale, { style: 'unit', unit: u, maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const metres = unit('meter');
  const cm = unit('centimeter');
  const feet = unit('foot');
  const inch = unit('inch');
  const distance = (m: Metres) =>
    units === 'metric' ? cm.format(m * 100) : inch.format(m / METRES_PER_INCH);
  const degrees = (d: Degrees) => `${whole.format(Math.abs(d))}°`;

  const amount = (check: Pick<Check, 'unit'>, value: number) => {
    if (check.unit === 'm') return distance(value);
    return check.unit === 'deg' ? degrees(value) : `${whole.format(Math.abs(value))}°/s`;
  };

  return {
    units,
    whole: (v) => whole.format(v),
    degrees,
    distance,
    fine(of, value) {
      if (of === 'm')
        return units === 'metric'
          ? fineUnit('centimeter').format(value * 100)
          : fineUnit('inch').format(value / METRES_PER_INCH);
      return `${one.format(value)}${of === 'deg' ? '°' : '°/s'}`;
    },
    percent: (share) => percent.format(share),
    farAway: (m) =>
      units === 'metric' ? metres.format(m) : feet.format(m / (12 * METRES_PER_INCH)),
    height(m) {
      if (units === 'metric') return `${two.format(m)}\u00a0m`;
      const parts = feetAndInches(m);
      return `${feet.format(parts.feet)}\u00a0${inch.format(parts.inches)}`;
    },
    megabytes: (bytes) => one.format(bytes / 1e6),
    time(s) {
      if (s < 60) return `${one.format(s)}\u00a0s`;
      return `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;
    },
    amount,
    withError(check) {
      if (check.value === null) return '–';
      const value = amount(check, check.value);
      return check.error === null ? value : `${value} ±${amount(check, check.error)}`;
    },
  };
}
