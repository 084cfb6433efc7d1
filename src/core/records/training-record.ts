import * as v from 'valibot';
import { CUE_IDS, type CueId } from '../coaching/cue-list';
import type { Result } from '../errors';
import { VIEW_NAMES, type ViewName } from '../kinematics/camera-view';
import type { Degrees, EpochMs, Metres } from '../units';
import {
  epochField,
  heightField,
  idField,
  massField,
  nameField,
  positionField,
  secondsField,
} from './fields';
import type { StrainTotals } from '../strain/bent-time';
import { recordReader } from './record-reader';

/** What is lifted in a training, ready to be chosen; 'own' is described in words. */
export const TASK_KINDS = [
  'floor-to-waist',
  'turn-and-place',
  'carry-and-set-down',
  'awkward-load',
  'two-people',
  'own',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** The course that each person goes through, in order. */
export const STATIONS = ['baseline', 'see', 'try', 'retest', 'result'] as const;
export type Station = (typeof STATIONS)[number];
/** Those where people lift. */
export const LIFT_STATIONS = ['baseline', 'try', 'retest'] as const;
export type LiftStation = (typeof LIFT_STATIONS)[number];

export interface TrainingTask {
  kind: TaskKind;
  /** What is lifted, from where and where to, in the trainer's words; '' = not said. */
  what: string;
  from: string;
  to: string;
  massKg: number | null;
}

/** Where the camera stands, as the first baseline was measured; the same throughout, so that lifts can be compared. */
export interface TrainingSetup {
  view: ViewName;
  azimuthDeg: Degrees;
  /** Height of what the picture shows at the person's place: grows with the distance. */
  pictureHeightM: Metres;
}

/** One visit of a person to a station: its lifts are those of a session of their own. */
export interface Turn {
  station: LiftStation;
  sessionId: string;
  startedMs: EpochMs;
  /** null = it runs, or was cut off. */
  endedMs: EpochMs | null;
  /** Done again: kept, but not counted. */
  redone: boolean;
  setup: TrainingSetup | null;
  cues: { lift: number; cue: CueId }[];
  /** Time bent, holds, lifts a minute (core/strain). */
  strain: StrainTotals | null;
}

export interface Participant {
  /** Also the id of the person's record, which is there only once they agreed. */
  id: string;
  /** A name, a nickname or a number, as the person likes. */
  name: string;
  /** Language of cues, 'de'; null = that of the page. */
  language: string | null;
  heightM: Metres | null;
  /** null = not asked yet. Nothing is recorded of somebody who has not agreed. */
  consent: { agreed: boolean; atMs: EpochMs } | null;
  skipped: boolean;
  /** Where they are, or go next. */
  station: Station;
  turns: Turn[];
  /** One or two things to change, as they were told at 'see'. */
  focus: CueId[];
}

/** A training: several people, one task, one camera. */
export interface TrainingRecord {
  v: 1;
  id: string;
  startedMs: EpochMs;
  /** null = it goes on. */
  endedMs: EpochMs | null;
  /** Trainings that repeat each other share it: the id of the first. */
  programmeId: string;
  site: string;
  trainer: string;
  task: TrainingTask;
  /** Lifts at each station. */
  plan: Record<LiftStation, number>;
  setup: TrainingSetup | null;
  /** In the order of their turns. */
  roster: Participant[];
  /** Whose turn it is; null = nobody's. */
  currentId: string | null;
}

/** People in one training, turns of one person, and cues in one turn, at most. */
export const MOST_PARTICIPANTS = 200;
export const MOST_TURNS = 200;
export const MOST_CUES = 1000;
export const MOST_LIFTS_PLANNED = 20;

const degreesField = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const liftsField = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_LIFTS_PLANNED));
const setup = v.strictObject({
  view: v.picklist(VIEW_NAMES),
  azimuthDeg: degreesField,
  pictureHeightM: v.pipe(v.number(), v.gtValue(0), v.maxValue(100)),
});
const beyond = v.strictObject({
  likelyS: secondsField,
  surelyS: secondsField,
  maybeS: secondsField,
});
const hold = v.strictObject({
  startS: secondsField,
  seconds: secondsField,
  inclinationDeg: degreesField,
  errorDeg: v.pipe(v.number(), v.minValue(0), v.maxValue(180)),
});
const turn = v.strictObject({
  station: v.picklist(LIFT_STATIONS),
  sessionId: idField,
  startedMs: epochField,
  endedMs: v.nullable(epochField),
  redone: v.boolean(),
  setup: v.nullable(setup),
  cues: v.pipe(
    v.array(
      v.strictObject({
        lift: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6)),
        cue: v.picklist(CUE_IDS),
      }),
    ),
    v.maxLength(MOST_CUES),
  ),
  strain: v.nullable(
    v.strictObject({
      watchedS: secondsField,
      judgedS: secondsField,
      beyond20: beyond,
      beyond60: beyond,
      longestHold: v.nullable(hold),
      hardestHold: v.nullable(hold),
      lifts: positionField,
      busiestMinute: positionField,
    }),
  ),
});
const participant = v.strictObject({
  id: idField,
  name: v.pipe(nameField, v.minLength(1)),
  language: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  heightM: v.nullable(heightField),
  consent: v.nullable(v.strictObject({ agreed: v.boolean(), atMs: epochField })),
  skipped: v.boolean(),
  station: v.picklist(STATIONS),
  turns: v.pipe(v.array(turn), v.maxLength(MOST_TURNS)),
  focus: v.pipe(v.array(v.picklist(CUE_IDS)), v.maxLength(2)),
});
const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  startedMs: epochField,
  endedMs: v.nullable(epochField),
  programmeId: idField,
  site: nameField,
  trainer: nameField,
  task: v.strictObject({
    kind: v.picklist(TASK_KINDS),
    what: nameField,
    from: nameField,
    to: nameField,
    massKg: v.nullable(massField),
  }),
  plan: v.strictObject({ baseline: liftsField, try: liftsField, retest: liftsField }),
  setup: v.nullable(setup),
  roster: v.pipe(v.array(participant), v.maxLength(MOST_PARTICIPANTS)),
  currentId: v.nullable(idField),
});

export const parseTraining: (data: unknown) => Result<TrainingRecord> = recordReader({
  name: 'training',
  schema,
  migrations: [],
});
