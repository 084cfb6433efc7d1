import { dayOf } from '../../core/records/lift-query';
import { mondayOf } from '../../core/report/trends';

const DAY_MS = 86_400_000;

/** One column of the calendar: seven days from Monday on; null = after today. */
export interface Week {
  monday: string;
  days: (string | null)[];
}

/**
 * Weeks up to the one of `last`, oldest first.
 * @param last 'YYYY-MM-DD'
 */
export function weeksUntil(last: string, count: number): Week[] {
  const end = Date.parse(`${mondayOf(last)}T00:00:00Z`);
  return Array.from({ length: count }, (_, i) => {
    const ms = end - (count - 1 - i) * 7 * DAY_MS;
    const days = Array.from({ length: 7 }, (_, k) => dayOf(ms + k * DAY_MS));
    return { monday: dayOf(ms), days: days.map((day) => (day <= last ? day : null)) };
  });
}

/** Moments from which and before which a day lasts, for a query. */
export const dayBounds = (day: string): { fromMs: number; untilMs: number } => {
  const fromMs = Date.parse(`${day}T00:00:00Z`);
  return { fromMs, untilMs: fromMs + DAY_MS };
};

/** How large a day's square is, in four steps, by its share of the busiest day shown. */
export function stepOf(lifts: number, most: number): 0 | 1 | 2 | 3 | 4 {
  if (lifts <= 0 || most <= 0) return 0;
  return Math.min(4, Math.ceil((4 * Math.log1p(lifts)) / Math.log1p(most))) as 1 | 2 | 3 | 4;
}
