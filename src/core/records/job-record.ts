import * as v from 'valibot';
import type { Result } from '../errors';
import { ACGIH_ASKED_SCOPE, type AcgihAskedScope } from '../standards/acgih';
import { ISO_11228_SCOPE, SEXES, type IsoExcluded, type Sex } from '../standards/iso-11228';
import { MAC_COLOURS, MAC_FACTOR_IDS, type MacColour, type MacFactor } from '../standards/mac';
import type { WorkSpell } from '../standards/niosh-duration';
import { SCOPE, type ScopeId } from '../standards/niosh-scope';
import { COUPLINGS, type Coupling } from '../standards/niosh-tables';
import type { ArmFacts, TaskFacts } from '../standards/posture-answers';
import { SIDES, type Side } from '../standards/posture-readings';
import type { EpochMs, Metres, Seconds } from '../units';
import { between, epochField, heightField, idField, massField, nameField } from './fields';
import { recordReader } from './record-reader';

/** In which units a job is entered and shown. What is kept is metric. */
export const UNIT_SYSTEMS = ['metric', 'us'] as const;
export type UnitSystem = (typeof UNIT_SYSTEMS)[number];

/** Where the hands are at one end of a lift, by hand: it takes the place of what the camera measured. */
export interface EndAnswers {
  /** H, cm. */
  horizontalCm: number | null;
  /** V, cm above the floor. */
  verticalCm: number | null;
  /** A, degrees to either side. */
  asymmetryDeg: number | null;
}

/** Angles of a posture by hand, degrees: each takes the place of what the camera measured. */
export const POSTURE_ANGLES = [
  'trunkFlexionDeg', // hips to shoulders, + forward
  'lateralBendDeg',
  'axialTwistDeg',
  'neckFlexionDeg', // head against the trunk's line, + forward
  'kneeFlexionLeftDeg',
  'kneeFlexionRightDeg',
  'upperArmLeftDeg', // against the trunk, + forward
  'upperArmRightDeg',
  'elbowFlexionLeftDeg',
  'elbowFlexionRightDeg',
] as const;
export type PostureAngle = (typeof POSTURE_ANGLES)[number];

type Asked<Facts> = { [Name in keyof Facts]: Facts[Name] | null };

/** What a camera cannot know of a job, or what somebody entered in its place. null = not answered. */
export interface JobAnswers {
  /** The load, or the heaviest one. */
  massKg: number | null;
  /** Mean of the loads, where they differ. */
  meanMassKg: number | null;
  coupling: Coupling | null;
  /** Significant control at the destination. */
  control: boolean | null;
  /** Lifts a minute. */
  perMinute: number | null;
  /** How many of 15 minutes are lifting, where it is not all of them (rule NIOSH-11). */
  liftingMin: number | null;
  /** Spells of lifting and recovery, in order of time. */
  spells: WorkSpell[] | null;
  hoursPerDay: number | null;
  /** Stature of the one who lifts. */
  heightM: Metres | null;
  origin: EndAnswers;
  destination: EndAnswers;
  /** D, cm; only where not both heights are known. */
  travelCm: number | null;
  /** What holds of the list of rule NIOSH-12. */
  scope: Record<ScopeId, boolean | null>;
  posture: {
    angles: Record<PostureAngle, number | null>;
    /** Load and coupling only where they are others than the lift's. */
    task: Asked<TaskFacts>;
    arms: Record<Side, Asked<ArmFacts>>;
  };
  /** How long the trunk is held as inclined as that. */
  heldS: Seconds | null;
  mac: Record<MacFactor, MacColour | null>;
  acgih: {
    /** Where it is another than 60 times the lifts a minute. */
    liftsPerHour: number | null;
    conditions: Record<AcgihAskedScope, boolean | null>;
  };
  iso: {
    sex: Sex | null;
    ageYears: number | null;
    walkingMS: number | null;
    excluded: Record<IsoExcluded, boolean | null>;
    carryingM: Metres | null;
    /** Carries a minute. */
    carriesPerMinute: number | null;
  };
}

/** A job: whose lifts measure it, and what was asked. It keeps no measures: those stay with the session. */
export interface JobRecord {
  v: 1;
  id: string;
  createdMs: EpochMs;
  changedMs: EpochMs;
  name: string;
  /** The session whose lifts measure it; null = by hand. */
  sessionId: string | null;
  /** The lift of that session that stands for the task; null = none. */
  liftId: string | null;
  units: UnitSystem;
  answers: JobAnswers;
  /** "If changed": what is another than in `answers`, null = the same. The whole is null when nothing is compared. */
  changed: JobAnswers | null;
}

/** Spells of a working day, at most. */
export const MOST_SPELLS = 20;

const yesOrNo = v.nullable(v.boolean());
const number = (least: number, most: number) => v.nullable(between(least, most));
const oneOf = <const T extends readonly string[]>(of: T) => v.nullable(v.picklist(of));

function each<Name extends string, Schema extends v.GenericSchema>(
  names: readonly Name[],
  schema: Schema,
) {
  return v.strictObject(
    Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>,
  );
}

const perMinuteField = number(0, 100);
const degreesField = number(-180, 180);
const minutesField = between(0, 1440);
const end = v.strictObject({
  horizontalCm: number(0, 300),
  verticalCm: number(0, 300),
  asymmetryDeg: degreesField,
});
const arm = v.strictObject({
  wristBend: oneOf(['none', 'up-to-15', 'over-15']),
  wristDeviated: yesOrNo,
  wristTwist: oneOf(['mid-range', 'end-range']),
  shoulderRaised: yesOrNo,
  armAbducted: yesOrNo,
  armSupported: yesOrNo,
  forearmAcrossOrOut: yesOrNo,
});
const task = v.strictObject({
  stance: oneOf(['standing', 'walking', 'sitting', 'kneeling']),
  footing: oneOf(['both-legs', 'one-leg', 'unstable']),
  trunkSupported: yesOrNo,
  neckTwisted: yesOrNo,
  neckSideBent: yesOrNo,
  neckExtended: yesOrNo,
  loadKg: v.nullable(massField),
  loadShock: yesOrNo,
  coupling: oneOf(['good', 'fair', 'poor', 'unacceptable']),
  heldStill: yesOrNo,
  repeated: yesOrNo,
  rapidChange: yesOrNo,
});
const answers = v.strictObject({
  massKg: v.nullable(massField),
  meanMassKg: v.nullable(massField),
  coupling: oneOf(COUPLINGS),
  control: yesOrNo,
  perMinute: perMinuteField,
  liftingMin: number(0, 15),
  spells: v.nullable(
    v.pipe(
      v.array(v.strictObject({ workMin: minutesField, recoveryMin: v.nullable(minutesField) })),
      v.minLength(1),
      v.maxLength(MOST_SPELLS),
    ),
  ),
  hoursPerDay: number(0, 24),
  heightM: v.nullable(heightField),
  origin: end,
  destination: end,
  travelCm: number(0, 300),
  scope: each(
    SCOPE.map(({ id }) => id),
    yesOrNo,
  ),
  posture: v.strictObject({
    angles: each(POSTURE_ANGLES, degreesField),
    task,
    arms: each(SIDES, arm),
  }),
  heldS: number(0, 86_400),
  mac: each(MAC_FACTOR_IDS, oneOf(MAC_COLOURS)),
  acgih: v.strictObject({
    liftsPerHour: number(0, 6000),
    conditions: each(ACGIH_ASKED_SCOPE, yesOrNo),
  }),
  iso: v.strictObject({
    sex: oneOf(SEXES),
    ageYears: number(0, 120),
    walkingMS: number(0, 10),
    excluded: each(ISO_11228_SCOPE.excluded, yesOrNo),
    carryingM: number(0, 1000),
    carriesPerMinute: perMinuteField,
  }),
});
const schema = v.pipe(
  v.strictObject({
    v: v.literal(1),
    id: idField,
    createdMs: epochField,
    changedMs: epochField,
    name: nameField,
    sessionId: v.nullable(idField),
    liftId: v.nullable(idField),
    units: v.picklist(UNIT_SYSTEMS),
    answers,
    changed: v.nullable(answers),
  }),
  v.check(
    ({ sessionId, liftId }) => sessionId !== null || liftId === null,
    'a lift without its session',
  ),
);

export const parseJob: (data: unknown) => Result<JobRecord> = recordReader({
  name: 'job',
  schema,
  migrations: [],
});
