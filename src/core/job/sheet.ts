import type { NotJudgedReason } from '../kinematics/measure';
import type { AcgihResult, AcgihScope } from '../standards/acgih';
import type { EnTrunkResult } from '../standards/en-1005-4';
import type { HeldTrunkResult } from '../standards/iso-11226';
import type { CarryingResult, IsoScope, ReferenceMass } from '../standards/iso-11228';
import type { InputOrigin } from '../standards/judged-range';
import type { MacFactor, MacResult } from '../standards/mac';
import type { End, EvaluatedTask, NioshTask, OutsideReason } from '../standards/niosh';
import type { NioshChanges } from '../standards/niosh-changes';
import type { LiInterval, TaskErrors } from '../standards/niosh-interval';
import type { AskReason } from '../standards/niosh-from-lift';
import type { OtherReading } from '../standards/niosh-readings';
import type { HandSpeed, ScopeId } from '../standards/niosh-scope';
import type { VariableIndex } from '../standards/niosh-variable';
import type { Owas } from '../standards/owas';
import type { ScoreCourse, SidedCourse } from '../standards/posture-course';
import type { Reba } from '../standards/reba';
import type { Rula } from '../standards/rula';
import type { SourceDifference } from '../standards/source-difference';
import type { Seconds } from '../units';
import type { AnswerPath } from './job-answers';

export const METHODS = [
  'niosh',
  'reba',
  'rula',
  'owas',
  'mac',
  'iso-11226',
  'en-1005-4',
  'acgih',
  'iso-11228-1',
] as const;
export type MethodId = (typeof METHODS)[number];

/** Units of a sheet's numbers; null = a share, a score, a key. */
export type SheetUnit =
  | 'kg'
  | 'cm'
  | 'm'
  | 'm/s'
  | 'deg'
  | '1/min'
  | '1/h'
  | 'kg/min'
  | 'kg/h'
  | 'kg/day'
  | 'min'
  | 's'
  | 'h'
  | 'years'
  | null;

/** Why an input is not there: what the camera says, or that nobody has answered yet. */
export type MissingReason = AskReason | 'not-asked';

/** One input of a method. Its name is where its answer goes. */
export interface SheetInput {
  path: AnswerPath;
  /** null = must be asked. Of `spells` it is the duration they come to. */
  value: number | string | boolean | null;
  /** Half-width of the 90 % error: 0 of what was entered; null of what is no number or not there. */
  error: number | null;
  unit: SheetUnit;
  /** null = not there. */
  from: InputOrigin | null;
  /** Why it is not there; null = it is. */
  why: MissingReason | null;
}

export type ResultName =
  | 'rwl-origin'
  | 'rwl-destination'
  | 'li-origin'
  | 'li-destination'
  | 'li'
  | 'vli'
  | 'left'
  | 'right'
  | 'total'
  | 'judged-share'
  | `time-at-level-${number}`
  | `colour-${MacFactor}`
  | 'hold'
  | 'hold-limit'
  | 'asymmetry'
  | 'inclination'
  | 'horizontal-zone'
  | 'vertical-zone'
  | 'limit'
  | 'mass-against-limit'
  | 'reference-mass'
  | 'mass-against-reference'
  | 'recommended-limit'
  | 'carries-per-minute'
  | 'carried-per-minute'
  | 'carried-per-hour'
  | 'carried-per-day';

export type ResultReason = MissingReason | 'outside-scope';

/** One result of a method. */
export interface SheetResult {
  name: ResultName;
  /** A number, or the key of a zone, a colour, a verdict; null = there is none. */
  value: number | string | null;
  /** The mildest and the strictest that the errors leave open; null = not known, or there is no such end. */
  low: number | string | null;
  high: number | string | null;
  unit: SheetUnit;
  /** Action level that the value falls into, where the method has any. */
  level: number | null;
  /** Why there is no value; null = there is one. */
  why: ResultReason | null;
  /** Whether what it rests on was read again in the standard, or in a text that quotes it. */
  verified: boolean;
}

/**
 * told: there is a result. asked: something must be answered first (`asked`). refused: the method does not apply
 * (`refused`). not-judged: the camera could not tell (`notJudged`).
 */
export type SheetState = 'told' | 'asked' | 'refused' | 'not-judged';

export type RefusalReason = OutsideReason | ScopeId | AcgihScope | IsoScope | 'short-hold';

export interface MethodSheet<Detail> {
  method: MethodId;
  state: SheetState;
  /** What must be answered before there is a result, in order. */
  asked: AnswerPath[];
  refused: RefusalReason[];
  notJudged: NotJudgedReason[];
  inputs: SheetInput[];
  results: SheetResult[];
  /** Where published sources differ in what this rests on. */
  differs: SourceDifference[];
  source: string;
  /** Whether everything that the results rest on was read again. */
  verified: boolean;
  /** The method's own outcome, for its own picture; null while there is none. */
  detail: Detail | null;
}

export interface NioshDetail {
  task: NioshTask;
  errors: TaskErrors;
  meanMassKg: number;
  evaluated: EvaluatedTask;
  governs: End;
  interval: LiInterval;
  /** Which multiplier takes most, and what a change would make of the index. */
  changes: NioshChanges;
  /** The index as others read the equation, where that makes a difference. */
  readings: OtherReading[];
  /** What does not stop the equation but stands beside it. */
  warned: ScopeId[];
  /** null: entered by hand. */
  speed: HandSpeed | null;
  /** Over all lifts of the session; null without one. */
  variable: VariableSheet | null;
}

/** The variable index of a session. */
export interface VariableSheet {
  /** null: fewer than two lifts are inside the equation. */
  index: VariableIndex | null;
  /** Lifts that count; that could not be measured; that lie outside the equation. */
  lifts: number;
  notMeasured: number;
  outside: number;
}

/** Of REBA and RULA. */
export interface SidedDetail<Parts> {
  course: SidedCourse;
  /** Part scores of the worst moment; null when nothing could be judged. */
  worst: { timeS: Seconds; parts: Parts } | null;
}
export interface OwasDetail {
  course: ScoreCourse;
  worst: { timeS: Seconds; parts: Owas } | null;
}

export interface IsoLiftDetail {
  reference: ReferenceMass;
  scope: { outside: IsoScope[]; extended: boolean; notAsked: IsoScope[] };
  carrying: CarryingResult | null;
}

/** A job by all methods. */
export interface JobSheet {
  niosh: MethodSheet<NioshDetail>;
  reba: MethodSheet<SidedDetail<Reba>>;
  rula: MethodSheet<SidedDetail<Rula>>;
  owas: MethodSheet<OwasDetail>;
  mac: MethodSheet<MacResult>;
  iso11226: MethodSheet<HeldTrunkResult>;
  en1005: MethodSheet<EnTrunkResult>;
  acgih: MethodSheet<AcgihResult>;
  iso11228: MethodSheet<IsoLiftDetail>;
}
