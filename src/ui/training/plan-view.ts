import { addParticipants } from '../../core/course/course';
import { LONGEST_NAME } from '../../core/records/fields';
import {
  MOST_PARTICIPANTS,
  type Participant,
  type TrainingRecord,
} from '../../core/records/training-record';
import type { EpochMs } from '../../core/units';

/** Letters of a name on a list; more would not be read from three metres. */
export const LONGEST_LISTED = 80;

/** A training to be planned. Site and trainer are those of the last one: most trainers stay where they are. */
export const newTraining = (
  id: string,
  nowMs: EpochMs,
  last: TrainingRecord | null,
): TrainingRecord => ({
  v: 1,
  id,
  startedMs: nowMs,
  endedMs: null,
  programmeId: id,
  site: last?.site ?? '',
  trainer: last?.trainer ?? '',
  task: { kind: 'floor-to-waist', what: '', from: '', to: '', massKg: null },
  plan: { baseline: 3, try: 5, retest: 3 },
  setup: null,
  roster: [],
  currentId: null,
});

/** Names of a pasted list, one a line; empty lines and marks of lists are left out. */
export const namesIn = (text: string): string[] =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) =>
      line
        .replace(/^\s*[-*•]\s+/, '')
        .trim()
        .slice(0, LONGEST_LISTED),
    )
    .filter((name) => name !== '');

export type NewPerson = Pick<Participant, 'name' | 'language' | 'heightM'>;

export interface Added {
  training: TrainingRecord;
  added: number;
  /** On the list already, by name. */
  known: number;
  /** There was no room for them. */
  tooMany: number;
}

const sameName = (a: string, b: string): boolean =>
  a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

export const isNameTaken = (training: TrainingRecord, name: string, besides?: string): boolean =>
  training.roster.some((one) => one.id !== besides && sameName(one.name, name));

/** Adds who is not on the list yet, as far as there is room. @param newId gives an id that nobody has */
export function addPeople(
  training: TrainingRecord,
  people: readonly NewPerson[],
  newId: () => string,
): Added {
  let next = training;
  let known = 0;
  let tooMany = 0;
  for (const person of people) {
    const name = person.name.trim().slice(0, LONGEST_NAME);
    if (name === '') continue;
    if (isNameTaken(next, name)) known++;
    else if (next.roster.length >= MOST_PARTICIPANTS) tooMany++;
    else next = addParticipants(next, [{ ...person, name, id: newId() }]);
  }
  return { training: next, added: next.roster.length - training.roster.length, known, tooMany };
}

export type ConsentAnswer = 'agrees' | 'later' | 'no';
export function answerOf({ consent }: Participant): ConsentAnswer {
  if (consent === null) return 'later';
  return consent.agreed ? 'agrees' : 'no';
}

/** Takes somebody back to 'not asked', as before a slip of the hand. Whoever lifted already can only withdraw. */
export const unask = (training: TrainingRecord, id: string): TrainingRecord => ({
  ...training,
  roster: training.roster.map((one) =>
    one.id === id && one.turns.length === 0 ? { ...one, consent: null } : one,
  ),
});
