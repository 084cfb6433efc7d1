import type { Result } from '../../core/errors';
import type { SessionStore } from '../../core/records/session-store';
import type { EpochMs } from '../../core/units';

/** Sessions that began before this moment are older than so many months, of the calendar, UTC. */
export function oldestKept(now: EpochMs, months: number): EpochMs {
  const day = new Date(now);
  const dayOfMonth = day.getUTCDate();
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  const lastOfMonth = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0));
  return day.setUTCDate(Math.min(dayOfMonth, lastOfMonth.getUTCDate()));
}

/** Deletes what is older than the person wants it kept. @param months null = for ever */
export async function endRetention(
  store: SessionStore,
  now: EpochMs,
  months: number | null,
): Promise<Result<number> | null> {
  return months === null ? null : store.deleteBefore(oldestKept(now, months));
}
