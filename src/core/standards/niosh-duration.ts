import type { Duration } from './niosh-tables';

/** A spell of lifting and what comes after it, minutes. */
export interface WorkSpell {
  workMin: number;
  /** Light work or rest until the next spell; null: lifting is over for the day. */
  recoveryMin: number | null;
}

const SHORT_MIN = 60;
const MODERATE_MIN = 120;
const LONG_MIN = 480;
/** Recovery as a share of the work before it. Short: 1.0 since the revision of 2021, 1.2 before. */
const SHORT_RECOVERY = 1;
const MODERATE_RECOVERY = 0.3;
/** So few lifts a minute that recovery between them is taken to be enough (p. 14). */
const RARE_PER_MINUTE = 0.1;

/** Whether recovery is enough for work of this length to stand alone. More than two hours never does. */
function isRecovered(workMin: number, recoveryMin: number, shortRecovery: number): boolean {
  if (workMin > MODERATE_MIN) return false;
  return recoveryMin >= (workMin <= SHORT_MIN ? shortRecovery : MODERATE_RECOVERY) * workMin;
}

const categoryOf = (workMin: number): Duration =>
  workMin <= SHORT_MIN ? 'short' : workMin <= MODERATE_MIN ? 'moderate' : 'long';

/**
 * Rule NIOSH-10: spells of work without enough recovery between them are added up; the longest sum decides.
 *
 * @param spells in order of time
 * @param shortRecovery 1.2 for the manual before 2021
 * @returns the category, and the work that decided; null when that is more than 8 h: outside the equation
 */
export function durationOf(
  spells: readonly WorkSpell[],
  perMinute: number,
  shortRecovery = SHORT_RECOVERY,
): { duration: Duration | null; workMin: number } {
  let workMin = 0;
  let sum = 0;
  for (const spell of spells) {
    sum += spell.workMin;
    workMin = Math.max(workMin, sum);
    if (spell.recoveryMin === null || isRecovered(sum, spell.recoveryMin, shortRecovery)) sum = 0;
  }
  const total = spells.reduce((minutes, spell) => minutes + spell.workMin, 0);
  if (total > LONG_MIN) return { duration: null, workMin: total };
  if (perMinute < RARE_PER_MINUTE) return { duration: 'short', workMin };
  const category = categoryOf(workMin);
  const last = spells.at(-1)?.recoveryMin ?? null;
  // A stated recovery after the last spell that was too little: one category on.
  if (sum > 0 && last !== null) {
    const next = last >= MODERATE_RECOVERY * sum && sum <= MODERATE_MIN ? 'moderate' : 'long';
    return { duration: category === 'long' ? 'long' : next, workMin };
  }
  return { duration: category, workMin };
}

/** The manual averages over this long, minutes. */
const WINDOW_MIN = 15;
/** The most lifts a minute that the rule holds for. */
const MOST_PER_MINUTE = 15;

/**
 * Rule NIOSH-11, special frequency rule (p. 16): who does not lift all through the 15 minutes, and while lifting does
 * no more than 15 lifts a minute, counts the lifts of the 15 minutes.
 *
 * @param perMinute lifts a minute while lifting
 * @param liftingMin how much of 15 minutes is lifting
 */
export const averageFrequency = (perMinute: number, liftingMin: number): number =>
  perMinute > MOST_PER_MINUTE
    ? perMinute
    : (perMinute * Math.min(liftingMin, WINDOW_MIN)) / WINDOW_MIN;
