import { isLiftStation, turnsAt } from '../../core/course/course';
import { verdictsAt, type VerdictsOf } from '../../core/course/group-result';
import { setupDrift } from '../../core/course/setup-check';
import {
  LIFT_STATIONS,
  STATIONS,
  type Participant,
  type Station,
  type TrainingRecord,
} from '../../core/records/training-record';
import { stateOfLift } from '../verdict-view';

export type StationState = 'done' | 'now' | 'to-come';

/** Where somebody is in the course. Who is at the result has been through all of it. */
export function stationsOf({ station }: Participant): { station: Station; state: StationState }[] {
  const at = STATIONS.indexOf(station);
  return STATIONS.map((one, i) => {
    if (i < at || station === 'result') return { station: one, state: 'done' };
    return { station: one, state: i === at ? 'now' : 'to-come' };
  });
}

/** What the trainer may want to look after, most pressing first. */
const NEEDS = ['no-consent', 'refused', 'skipped', 'cut-off', 'set-up', 'not-judged'] as const;
export type Need = (typeof NEEDS)[number];

/** From this share of lifts that were not judged somebody should look after the view. */
const MOSTLY = 0.5;

/** What there is to look after for one person; who was not asked until the end needs no asking any more. */
export function needsOf(
  training: TrainingRecord,
  person: Participant,
  verdictsOf: VerdictsOf,
): Need[] {
  const isOver = training.endedMs !== null;
  const isThrough = person.station === 'result';
  const found: Record<Need, boolean> = {
    'no-consent': person.consent === null && !isOver,
    refused: person.consent?.agreed === false,
    skipped: person.skipped && !isThrough,
    'cut-off': wasCutOff(training, person, verdictsOf),
    'set-up': hasDrifted(training, person),
    'not-judged': isSeldomJudged(person, verdictsOf),
  };
  return NEEDS.filter((need) => found[need]);
}

/** The same for everybody, by what there is to look after. */
export const needsByKind = (
  training: TrainingRecord,
  verdictsOf: VerdictsOf,
): { need: Need; people: Participant[] }[] => {
  const all = training.roster.map((person) => ({
    person,
    needs: needsOf(training, person, verdictsOf),
  }));
  return NEEDS.map((need) => ({
    need,
    people: all.filter(({ needs }) => needs.includes(need)).map(({ person }) => person),
  })).filter(({ people }) => people.length > 0);
};

/** Their last turn at the station where they are ended without its end, and lifts are missing. */
function wasCutOff(
  { plan, currentId, endedMs }: TrainingRecord,
  person: Participant,
  verdictsOf: VerdictsOf,
): boolean {
  const { station } = person;
  if (!isLiftStation(station)) return false;
  const last = turnsAt(person, station).at(-1);
  if (last === undefined || last.strain !== null) return false;
  // Whose turn it is may be in the middle of it.
  if (last.endedMs === null && currentId === person.id && endedMs === null) return false;
  return verdictsAt(person, station, verdictsOf).length < plan[station];
}

function hasDrifted({ setup, roster }: TrainingRecord, person: Participant): boolean {
  if (setup === null) return false;
  const first = roster
    .flatMap((one) => one.turns.map((turn) => ({ one, turn })))
    .filter(({ turn }) => turn.setup !== null)
    .toSorted((a, b) => a.turn.startedMs - b.turn.startedMs)[0]?.one;
  const areHeightsKnown = person.heightM !== null && (first?.heightM ?? null) !== null;
  return LIFT_STATIONS.flatMap((station) => turnsAt(person, station)).some(
    (turn) => turn.setup !== null && setupDrift(setup, turn.setup, areHeightsKnown) !== null,
  );
}

function isSeldomJudged(person: Participant, verdictsOf: VerdictsOf): boolean {
  const lifts = LIFT_STATIONS.flatMap((station) => verdictsAt(person, station, verdictsOf));
  const unjudged = lifts.filter((lift) => stateOfLift(lift) === 'not-judged');
  return lifts.length > 0 && unjudged.length >= MOSTLY * lifts.length;
}

/** How people are called: by name, or by their place on the list. */
export const calledAs = (
  training: TrainingRecord,
  hidden: boolean,
  numberText: (place: number) => string,
): ((person: Participant) => string) => {
  const places = new Map(training.roster.map(({ id }, i) => [id, i + 1]));
  return ({ id, name }) => (hidden ? numberText(places.get(id) ?? 0) : name);
};
