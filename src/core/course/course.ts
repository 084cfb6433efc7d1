import { CUE_IDS } from '../coaching/cue-list';
import { LONGEST_NAME } from '../records/fields';
import {
  LIFT_STATIONS,
  MOST_CUES,
  MOST_PARTICIPANTS,
  MOST_TURNS,
  STATIONS,
  type LiftStation,
  type Participant,
  type Station,
  type TrainingRecord,
  type TrainingSetup,
  type Turn,
} from '../records/training-record';
import type { CueId } from '../coaching/cue-list';
import type { StrainTotals } from '../strain/bent-time';
import type { EpochMs } from '../units';

/**
 * The course of a training, rule by rule (SPEC.md). Every step is a function from a record to the next one, so that what
 * is on the disk is always a whole training that can be gone on with.
 */

export const isLiftStation = (station: Station): station is LiftStation =>
  (LIFT_STATIONS as readonly Station[]).includes(station);

export const participantOf = (training: TrainingRecord, id: string | null): Participant | null =>
  training.roster.find((one) => one.id === id) ?? null;

/** Whose turn it is. */
export const currentOf = (training: TrainingRecord): Participant | null =>
  participantOf(training, training.currentId);

/** The turns that count, in order. */
export const turnsAt = ({ turns }: Participant, station: LiftStation): Turn[] =>
  turns.filter((turn) => turn.station === station && !turn.redone);

const change = (
  training: TrainingRecord,
  id: string,
  how: (participant: Participant) => Participant,
): TrainingRecord => ({
  ...training,
  roster: training.roster.map((one) => (one.id === id ? how(one) : one)),
});

const nameOf = (said: string): string => said.trim().slice(0, LONGEST_NAME);

/**
 * Rule ROSTER-1: as many as there is room for are added at the end; who is there already (by id) is not added again, nor is
 * who has no name at all.
 */
export function addParticipants(
  training: TrainingRecord,
  people: readonly Pick<Participant, 'id' | 'name' | 'language' | 'heightM'>[],
): TrainingRecord {
  const known = new Set(training.roster.map(({ id }) => id));
  const isNew = ({ id }: { id: string }): boolean => !known.has(id) && known.add(id).has(id);
  const fresh = people
    .map((one) => ({ ...one, name: nameOf(one.name) }))
    .filter((one) => one.name !== '' && isNew(one))
    .map((one): Participant => ({
      ...one,
      consent: null,
      skipped: false,
      station: 'baseline',
      turns: [],
      focus: [],
    }));
  return { ...training, roster: [...training.roster, ...fresh].slice(0, MOST_PARTICIPANTS) };
}

/** Name, language or height as they are said later; an empty name is none, and changes nothing. */
export const describe = (
  training: TrainingRecord,
  id: string,
  said: Partial<Pick<Participant, 'name' | 'language' | 'heightM'>>,
): TrainingRecord =>
  change(training, id, (one) => ({ ...one, ...said, name: nameOf(said.name ?? '') || one.name }));

/** Moves somebody to another place in the roster. @param to index after the move */
export function move(training: TrainingRecord, id: string, to: number): TrainingRecord {
  const mover = participantOf(training, id);
  if (mover === null) return training;
  const roster = training.roster.filter((one) => one.id !== id);
  roster.splice(Math.max(0, Math.min(roster.length, to)), 0, mover);
  return { ...training, roster };
}

/**
 * Rule CONSENT-1: what somebody said when they were asked. Who does not agree is passed over; of whom there are turns
 * already, that is {@link withdraw}.
 */
export function noteConsent(
  training: TrainingRecord,
  id: string,
  agreed: boolean,
  atMs: EpochMs,
): TrainingRecord {
  if (!agreed && (participantOf(training, id)?.turns.length ?? 0) > 0)
    return withdraw(training, id);
  const noted = change(training, id, (one) => ({ ...one, consent: { agreed, atMs } }));
  return !agreed && training.currentId === id ? { ...noted, currentId: null } : noted;
}

/**
 * Rule CONSENT-2: nothing of the person stays in the training. Their records are the store's to delete.
 * @returns the same record when they are not in it
 */
export function withdraw(training: TrainingRecord, id: string): TrainingRecord {
  if (participantOf(training, id) === null) return training;
  return {
    ...training,
    roster: training.roster.filter((one) => one.id !== id),
    currentId: training.currentId === id ? null : training.currentId,
  };
}

/** Passes somebody over until they come back. */
export function skip(training: TrainingRecord, id: string): TrainingRecord {
  const skipped = change(training, id, (one) => ({ ...one, skipped: true }));
  return training.currentId === id ? { ...skipped, currentId: null } : skipped;
}

/** Rule TURN-1: somebody's turn, wherever they are in the course; who was skipped is back with it. */
export const callUp = (training: TrainingRecord, id: string): TrainingRecord =>
  participantOf(training, id) === null
    ? training
    : { ...change(training, id, (one) => ({ ...one, skipped: false })), currentId: id };

/** Nobody's turn: who it was comes back where they are. */
export const stepBack = (training: TrainingRecord): TrainingRecord => ({
  ...training,
  currentId: null,
});

const isDone = ({ station }: Participant): boolean => station === 'result';

/** May be called up: not passed over, has not refused, and has something left to do. */
const isWaiting = (one: Participant): boolean =>
  !one.skipped && one.consent?.agreed !== false && !isDone(one);

/** Place in the roster of whose turn it is, or of who lifted last; -1 = nobody has yet. */
function lastAt({ roster, currentId }: TrainingRecord): number {
  const current = roster.findIndex(({ id }) => id === currentId);
  if (current >= 0) return current;
  const latest = roster.map(({ turns }) => Math.max(-1, ...turns.map((turn) => turn.startedMs)));
  const last = Math.max(-1, ...latest);
  return last < 0 ? -1 : latest.lastIndexOf(last);
}

/**
 * Rule TURN-2: who is next: the first after whose turn it is, or who lifted last, round about, who has something left to do.
 */
export function nextUp(training: TrainingRecord): Participant | null {
  const { roster, currentId } = training;
  const at = lastAt(training);
  const order = [...roster.slice(at + 1), ...roster.slice(0, at + 1)];
  return order.find((one) => one.id !== currentId && isWaiting(one)) ?? null;
}

/** Goes to a station, on or back. */
export const goTo = (training: TrainingRecord, id: string, station: Station): TrainingRecord =>
  change(training, id, (one) => ({ ...one, station }));

/** The station after this one; the last stays. */
export const after = (station: Station): Station =>
  STATIONS[STATIONS.indexOf(station) + 1] ?? station;

/**
 * Rule CONSENT-3: a turn begins only for somebody who agreed, at a station where people lift, in a session of its own; else
 * the training is answered as it was. One turn runs at a time: another that does is over.
 */
export function beginTurn(
  training: TrainingRecord,
  id: string,
  sessionId: string,
  nowMs: EpochMs,
): TrainingRecord {
  const found = participantOf(training, id);
  if (found?.consent?.agreed !== true || found.turns.length >= MOST_TURNS) return training;
  const { station } = found;
  if (!isLiftStation(station) || sessionsOf(training).includes(sessionId)) return training;
  return change(cutOff(training, nowMs), id, (one) => {
    const turn: Turn = {
      station,
      sessionId,
      startedMs: nowMs,
      endedMs: null,
      redone: false,
      setup: null,
      cues: [],
      strain: null,
    };
    return { ...one, turns: [...one.turns, turn] };
  });
}

const changeTurn = (
  training: TrainingRecord,
  sessionId: string,
  how: (turn: Turn) => Turn,
): TrainingRecord => ({
  ...training,
  roster: training.roster.map((one) => ({
    ...one,
    turns: one.turns.map((turn) => (turn.sessionId === sessionId ? how(turn) : turn)),
  })),
});

/** A cue that was given after a lift. @param lift its index in the turn's session */
export const noteCue = (
  training: TrainingRecord,
  sessionId: string,
  lift: number,
  cue: CueId,
): TrainingRecord =>
  changeTurn(training, sessionId, (turn) => ({
    ...turn,
    cues: [...turn.cues, { lift, cue }].slice(0, MOST_CUES),
  }));

/** Rule SETUP-1: where the camera stands in this turn; the first turn of all sets it for the training. */
export function noteSetup(
  training: TrainingRecord,
  sessionId: string,
  setup: TrainingSetup,
): TrainingRecord {
  if (!sessionsOf(training).includes(sessionId)) return training;
  const noted = changeTurn(training, sessionId, (turn) => ({ ...turn, setup }));
  return { ...noted, setup: training.setup ?? setup };
}

/** A turn is over. Going on to the next station is {@link goTo}. */
export const endTurn = (
  training: TrainingRecord,
  sessionId: string,
  strain: StrainTotals | null,
  nowMs: EpochMs,
): TrainingRecord =>
  changeTurn(training, sessionId, (turn) => ({ ...turn, strain, endedMs: turn.endedMs ?? nowMs }));

/**
 * Rule TURN-3: once more from the start of a station. Its turns and those of later stations no longer count, and are
 * kept: a retest of before is none of the new baseline. What was told at 'see' is told anew after it.
 */
export const redo = (training: TrainingRecord, id: string, station: LiftStation): TrainingRecord =>
  change(training, id, (one) => ({
    ...one,
    station,
    focus: station === 'baseline' ? [] : one.focus,
    turns: one.turns.map((turn) =>
      STATIONS.indexOf(turn.station) >= STATIONS.indexOf(station)
        ? { ...turn, redone: true }
        : turn,
    ),
  }));

/** What this person is to change, as told at 'see'; at most two. */
export const noteFocus = (
  training: TrainingRecord,
  id: string,
  focus: readonly CueId[],
): TrainingRecord =>
  change(training, id, (one) => ({
    ...one,
    focus: CUE_IDS.filter((cue) => focus.includes(cue)).slice(0, 2),
  }));

/** Rule TURN-4: a page that was left in the middle: turns that were running are over, and their lifts are kept. */
export const cutOff = (training: TrainingRecord, nowMs: EpochMs): TrainingRecord => ({
  ...training,
  roster: training.roster.map((one) => ({
    ...one,
    turns: one.turns.map((turn) => ({ ...turn, endedMs: turn.endedMs ?? nowMs })),
  })),
});

/** The training is over; a later one may follow it in the same programme. */
export const finish = (training: TrainingRecord, nowMs: EpochMs): TrainingRecord => ({
  ...cutOff(training, nowMs),
  endedMs: training.endedMs ?? nowMs,
  currentId: null,
});

/**
 * Rule PROGRAMME-1: the same people, task and plan once more, from the beginning; consent is asked and the camera set up
 * anew.
 */
export function repeat(training: TrainingRecord, id: string, nowMs: EpochMs): TrainingRecord {
  const { v, programmeId, site, trainer, task, plan } = training;
  const again: TrainingRecord = {
    ...{ v, id, programmeId, site, trainer, task, plan },
    startedMs: nowMs,
    endedMs: null,
    setup: null,
    roster: [],
    currentId: null,
  };
  return addParticipants(again, training.roster.map(personOf));
}

const personOf = ({ id, name, language, heightM }: Participant) => ({
  id,
  name,
  language,
  heightM,
});

/** Turns whose sessions are deleted are no more. @returns the same record when none of them was */
export function withoutSessions(
  training: TrainingRecord,
  sessionIds: Iterable<string>,
): TrainingRecord {
  const gone = new Set(sessionIds);
  const isGone = ({ sessionId }: Turn): boolean => gone.has(sessionId);
  if (!training.roster.some(({ turns }) => turns.some(isGone))) return training;
  const roster = training.roster.map((one) => ({
    ...one,
    turns: one.turns.filter((turn) => !isGone(turn)),
  }));
  return { ...training, roster };
}

/** The sessions of all turns. */
export const sessionsOf = ({ roster }: TrainingRecord): string[] =>
  roster.flatMap(({ turns }) => turns.map(({ sessionId }) => sessionId));

/** The sessions of one person's turns, in all of these trainings. */
export const sessionsOfPerson = (trainings: readonly TrainingRecord[], id: string): string[] =>
  trainings.flatMap(
    (training) => participantOf(training, id)?.turns.map(({ sessionId }) => sessionId) ?? [],
  );
