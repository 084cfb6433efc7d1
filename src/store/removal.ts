import { sessionsOfPerson, withdraw, withoutSessions } from '../core/course/course';
import type { AmendmentRecord } from '../core/records/amendment-record';
import type { TrainingRecord } from '../core/records/training-record';
import type { Database, StoredRow } from './database';
import { renewRows } from './row-upkeep';

const LATEST = Number.MAX_SAFE_INTEGER;

/** The person that an amendment names. */
export const personSaid = ({ amendment }: AmendmentRecord): string | null =>
  amendment.kind === 'person' ? amendment.personId : null;

export const liftIdsOf = (db: Database, sessionIds: readonly string[]): Promise<string[]> =>
  db.lifts
    .where('sessionId')
    .anyOf([...sessionIds])
    .primaryKeys();

/** Lifts with everything that hangs on them; all of this runs inside the caller's transaction. */
export async function removeLifts(db: Database, ids: readonly string[]): Promise<void> {
  const gone = [...ids];
  await Promise.all([
    db.lifts.bulkDelete(gone),
    db.tracks.bulkDelete(gone),
    db.amendments.where('liftId').anyOf(gone).delete(),
    db.rescores.where('liftId').anyOf(gone).delete(),
  ]);
  await renewRows(db, gone);
}

export async function removeSessions(db: Database, ids: readonly string[]): Promise<void> {
  await removeLifts(db, await liftIdsOf(db, ids));
  await db.sessions.bulkDelete([...ids]);
  const gone = new Set(ids);
  await changeTrainings(db, (training) => withoutSessions(training, gone));
}

async function changeTrainings(
  db: Database,
  how: (training: TrainingRecord) => TrainingRecord,
): Promise<void> {
  const trainings = await db.trainings.toArray();
  const changed = trainings.map(how).filter((training, i) => training !== trainings[i]);
  await db.trainings.bulkPut(changed);
}

/**
 * A person, and every lift that is theirs; their place in trainings too, with lifts of their turns that are nobody's by
 * name. Sessions left without a lift go; in what is left of the others, and in corrections of other people's lifts, the
 * name goes.
 * @returns the sessions that went
 */
export async function removePerson(db: Database, id: string): Promise<string[]> {
  const turns = sessionsOfPerson(await db.trainings.toArray(), id);
  const named = await db.rows
    .where('[personKey+startedMs+liftId]')
    .between([id, 0, ''], [id, LATEST, '\uffff'])
    .toArray();
  const unnamed = (await db.rows.bulkGet(await liftIdsOf(db, turns))).filter(
    (row): row is StoredRow => row?.personId === null,
  );
  const theirs = [...named, ...unnamed];
  await removeLifts(
    db,
    theirs.map(({ liftId }) => liftId),
  );
  const own = await db.sessions.where('personId').equals(id).primaryKeys();
  const touched = [...own, ...turns, ...theirs.map((row) => row.sessionId)];
  const emptied: string[] = [];
  for (const session of await db.sessions.bulkGet([...new Set(touched)]))
    if (session && (await db.lifts.where('sessionId').equals(session.id).count()) === 0)
      emptied.push(session.id);
  await removeSessions(db, emptied);
  await db.sessions.where('personId').equals(id).modify({ personId: null });
  const said = await db.amendments.filter((one) => personSaid(one) === id).toArray();
  await db.amendments.bulkDelete(said.map((one) => one.id));
  const changed = await liftIdsOf(
    db,
    own.filter((sessionId) => !emptied.includes(sessionId)),
  );
  await renewRows(db, [...new Set([...changed, ...said.map(({ liftId }) => liftId)])]);
  await db.people.delete(id);
  await changeTrainings(db, (training) => withdraw(training, id));
  return emptied;
}
