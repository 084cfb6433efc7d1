import type { StoredRecords } from '../records/session-store';

/**
 * What in a set of records refers to something that is not there. People are let off: somebody may have been deleted
 * whom older amendments still name. So are turns of a training: one that has just begun, or without a lift, has no
 * session.
 * @returns the first such thing, in words for the curious; null when all is there
 */
export function brokenLink(records: StoredRecords): string | null {
  const sessions = new Set(records.sessions.map(({ id }) => id));
  const sessionOf = new Map(records.lifts.map(({ id, sessionId }) => [id, sessionId]));
  for (const { id, sessionId } of records.lifts)
    if (!sessions.has(sessionId)) return `lift ${id}: its session ${sessionId} is missing`;
  for (const { liftId } of records.tracks)
    if (!sessionOf.has(liftId)) return `track: its lift ${liftId} is missing`;
  const parts = [
    ['amendment', records.amendments],
    ['rescore', records.rescores],
  ] as const;
  for (const [name, list] of parts)
    for (const { id, liftId, sessionId } of list) {
      if (!sessionOf.has(liftId)) return `${name} ${id}: its lift ${liftId} is missing`;
      if (sessionOf.get(liftId) !== sessionId)
        return `${name} ${id}: its lift ${liftId} is of another session`;
    }
  return null;
}
