import { ok, type Result } from '../../core/errors';
import type { LiftQuery } from '../../core/records/lift-query';
import { verdictNow } from '../../core/records/lift-row';
import type { LiftRecord } from '../../core/records/lift-record';
import type { RescoreRecord } from '../../core/records/rescore-record';
import type { SessionStore } from '../../core/records/session-store';
import type { TrackRecord } from '../../core/records/track-record';
import type { LiftVerdict } from '../../core/scoring/check';
import type { EpochMs } from '../../core/units';

export type Judge = (
  lift: LiftRecord,
  track: TrackRecord,
) => Promise<Result<Pick<RescoreRecord, 'rules' | 'lifter' | 'verdict'>>>;

/** What became of the lifts that were looked at. */
export interface JudgedAgain {
  seen: number;
  /** Judged, and kept beside the first verdict. */
  judged: number;
  /** Of these, how many say something else now: a check's state, or the headline. */
  changed: number;
  /** Today's rules and lifter gave the same verdict again: nothing to keep. */
  same: number;
  /** Kept without poses, or with poses that cannot be read. */
  withoutPoses: number;
}

interface Wish {
  store: SessionStore;
  judge: Judge;
  query: LiftQuery;
  newId: () => string;
  now: () => EpochMs;
  onProgress: (soFar: JudgedAgain) => void;
  signal: AbortSignal;
}

const PAGE = 100;
/** Written at once: few enough that little is lost when the tab is closed. */
const BATCH = 20;

export function saysOtherwise(a: LiftVerdict, b: LiftVerdict): boolean {
  if (a.headline.kind !== b.headline.kind || a.checks.length !== b.checks.length) return true;
  return a.checks.some(({ id, phase, state }) => {
    const other = b.checks.find((check) => check.id === id && check.phase === phase);
    return other?.state !== state;
  });
}

const isSame = (a: LiftVerdict, b: LiftVerdict): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Judges kept lifts by today's rules, newest first. What was judged until it is stopped, or fails, is kept. */
export async function judgeAllAgain(wish: Wish): Promise<Result<JudgedAgain>> {
  const { store, judge, query, newId, now, onProgress, signal } = wish;
  const soFar: JudgedAgain = { seen: 0, judged: 0, changed: 0, same: 0, withoutPoses: 0 };
  let after: string | null = null;
  do {
    const page = await store.lifts(query, { after, limit: PAGE });
    if (!page.ok) return page;
    after = page.value.next;
    for (let i = 0; i < page.value.rows.length && !signal.aborted; i += BATCH) {
      const batch: RescoreRecord[] = [];
      let changed = 0;
      for (const { liftId } of page.value.rows.slice(i, i + BATCH)) {
        if (signal.aborted) break;
        const kept = await store.lift(liftId);
        if (!kept.ok) return kept;
        soFar.seen++;
        if (kept.value === null) continue;
        const { lift, track, rescores } = kept.value;
        const answer = track === null ? null : await judge(lift, track);
        if (answer?.ok === false && answer.error.kind === 'cancelled') break;
        if (answer?.ok === false && answer.error.kind === 'backend-failed') return answer;
        if (!answer?.ok) soFar.withoutPoses++;
        else {
          const before = verdictNow(lift, rescores);
          const { rules, lifter, verdict } = answer.value;
          const isKnown =
            before.rules === rules && before.lifter === lifter && isSame(before.verdict, verdict);
          if (isKnown) soFar.same++;
          else {
            const { id, sessionId } = lift;
            batch.push({ v: 1, id: newId(), liftId: id, sessionId, atMs: now(), ...answer.value });
            if (saysOtherwise(before.verdict, verdict)) changed++;
          }
        }
        onProgress({ ...soFar, judged: soFar.judged + batch.length });
      }
      const saved = batch.length > 0 ? await store.saveRescores(batch) : ok(null);
      if (!saved.ok) return saved;
      soFar.judged += batch.length;
      soFar.changed += changed;
    }
  } while (after !== null && !signal.aborted);
  return ok(soFar);
}
