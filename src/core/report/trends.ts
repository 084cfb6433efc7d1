import { addDay, dayOf, emptyDay, type DayTotals } from '../records/lift-query';

/** 90 % two-sided, as every other error of the product. */
const Z_90 = 1.644854;

/** 95 % points of Student's t for 1 to 30 degrees of freedom: half-widths of 90 % intervals of a mean. */
const T_90 = [
  6.314, 2.92, 2.353, 2.132, 2.015, 1.943, 1.895, 1.86, 1.833, 1.812, 1.796, 1.782, 1.771, 1.761,
  1.753, 1.746, 1.74, 1.734, 1.729, 1.725, 1.721, 1.717, 1.714, 1.711, 1.708, 1.706, 1.703, 1.701,
  1.699, 1.697,
];

/** The same for more degrees of freedom: first term of the Cornish-Fisher expansion. */
const t90 = (freedom: number): number =>
  T_90[freedom - 1] ?? Z_90 + (Z_90 ** 3 + Z_90) / (4 * freedom);

/** A share of lifts, 0..1, with its 90 % interval. */
export interface Share {
  count: number;
  of: number;
  value: number;
  low: number;
  high: number;
}

/**
 * Wilson's score interval (Wilson 1927): it stays within 0..1 and is of use with few lifts, and with none or all counted.
 * @returns null when there is nothing to take a share of
 */
export function shareOf(count: number, of: number): Share | null {
  if (of === 0) return null;
  const value = count / of;
  const z2 = Z_90 ** 2;
  const middle = (value + z2 / (2 * of)) / (1 + z2 / of);
  const half = (Z_90 * Math.sqrt((value * (1 - value)) / of + z2 / (4 * of ** 2))) / (1 + z2 / of);
  return {
    count,
    of,
    value,
    low: count === 0 ? 0 : middle - half,
    high: count === of ? 1 : middle + half,
  };
}

/** A mean of scores, 0..100. */
export interface Mean {
  of: number;
  value: number;
  /** Half-width of the 90 % interval of the mean; null = one score tells nothing of their spread. */
  error: number | null;
}

/** @param squares sum of the squared scores. @returns null when there is no score */
export function meanOf(sum: number, squares: number, of: number): Mean | null {
  if (of === 0) return null;
  const value = sum / of;
  if (of === 1) return { of, value, error: null };
  // Sums that were added to and taken from may leave a spread a little below nought.
  const variance = Math.max(0, (squares - of * value ** 2) / (of - 1));
  return { of, value, error: t90(of - 1) * Math.sqrt(variance / of) };
}

export type Span = 'day' | 'week' | 'month';

const DAY_MS = 86_400_000;
const msOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Monday of its week. */
export function mondayOf(day: string): string {
  const ms = msOf(day);
  return dayOf(ms - ((new Date(ms).getUTCDay() + 6) % 7) * DAY_MS);
}

/** First day of the span that a day belongs to. */
function beginOf(day: string, span: Span): string {
  if (span === 'day') return day;
  return span === 'week' ? mondayOf(day) : `${day.slice(0, 7)}-01`;
}

/** The finest span that makes a chart of at most some thirty points. */
export function spanFor(days: readonly DayTotals[]): Span {
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return 'day';
  const long = (msOf(last.day) - msOf(first.day)) / DAY_MS;
  if (long < 30) return 'day';
  return long < 30 * 7 ? 'week' : 'month';
}

/** Totals by span, in order; each is named by its first day. Spans without a lift are left out. */
export function totalsBy(days: readonly DayTotals[], span: Span): DayTotals[] {
  const spans = new Map<string, DayTotals>();
  for (const day of days) {
    const begin = beginOf(day.day, span);
    const total = spans.get(begin) ?? emptyDay(begin);
    spans.set(begin, total);
    addDay(total, day);
  }
  return [...spans.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
