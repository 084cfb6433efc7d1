import type { AnswerPath } from '../../core/job/job-answers';
import type { SheetUnit } from '../../core/job/sheet';
import { SEXES } from '../../core/standards/iso-11228';
import { macColoursOf, type MacFactor } from '../../core/standards/mac';
import { COUPLINGS } from '../../core/standards/niosh-tables';
import type { ArmFacts } from '../../core/standards/posture-answers';
import type { ChoiceName, NamedPath } from '../../words/job-en';

/** How an input is entered. Sizes are metric, as they are kept. */
export type Field =
  | { kind: 'number'; unit: SheetUnit; least: number; most: number }
  | { kind: 'choice'; of: ChoiceName; values: readonly string[] }
  | { kind: 'yes-no' }
  | { kind: 'spells' };

const YES_NO: Field = { kind: 'yes-no' };
const number = (unit: SheetUnit, least: number, most: number): Field => ({
  kind: 'number',
  unit,
  least,
  most,
});
const choice = (of: ChoiceName, values: readonly string[]): Field => ({
  kind: 'choice',
  of,
  values,
});
const reach = number('cm', 0, 300);
const side = number('deg', -180, 180);

type ListedPath = Exclude<
  NamedPath,
  | `scope.${string}`
  | `posture.angles.${string}`
  | `mac.${string}`
  | `acgih.conditions.${string}`
  | `iso.excluded.${string}`
>;

/** Limits as in core/records/job-record.ts: what they refuse cannot be kept. */
const LISTED: Record<ListedPath, Field> = {
  massKg: number('kg', 0, 1000),
  meanMassKg: number('kg', 0, 1000),
  coupling: choice('coupling', COUPLINGS),
  control: YES_NO,
  perMinute: number('1/min', 0, 100),
  liftingMin: number('min', 0, 15),
  spells: { kind: 'spells' },
  hoursPerDay: number('h', 0, 24),
  heightM: number('m', 0.5, 2.6),
  'origin.horizontalCm': reach,
  'origin.verticalCm': reach,
  'origin.asymmetryDeg': side,
  'destination.horizontalCm': reach,
  'destination.verticalCm': reach,
  'destination.asymmetryDeg': side,
  travelCm: reach,
  'posture.task.stance': choice('stance', ['standing', 'walking', 'sitting', 'kneeling']),
  'posture.task.footing': choice('footing', ['both-legs', 'one-leg', 'unstable']),
  'posture.task.trunkSupported': YES_NO,
  'posture.task.neckTwisted': YES_NO,
  'posture.task.neckSideBent': YES_NO,
  'posture.task.neckExtended': YES_NO,
  'posture.task.loadKg': number('kg', 0, 1000),
  'posture.task.loadShock': YES_NO,
  'posture.task.coupling': choice('coupling', ['good', 'fair', 'poor', 'unacceptable']),
  'posture.task.heldStill': YES_NO,
  'posture.task.repeated': YES_NO,
  'posture.task.rapidChange': YES_NO,
  heldS: number('s', 0, 86_400),
  'acgih.liftsPerHour': number('1/h', 0, 6000),
  'iso.sex': choice('sex', SEXES),
  'iso.ageYears': number('years', 0, 120),
  'iso.walkingMS': number('m/s', 0, 10),
  'iso.carryingM': number('m', 0, 1000),
  'iso.carriesPerMinute': number('1/min', 0, 100),
};

const ARM: Record<keyof ArmFacts, Field> = {
  wristBend: choice('wristBend', ['none', 'up-to-15', 'over-15']),
  wristDeviated: YES_NO,
  wristTwist: choice('wristTwist', ['mid-range', 'end-range']),
  shoulderRaised: YES_NO,
  armAbducted: YES_NO,
  armSupported: YES_NO,
  forearmAcrossOrOut: YES_NO,
};

/** How the answer at a path is entered. */
export function fieldOf(path: AnswerPath): Field {
  const last = path.slice(path.lastIndexOf('.') + 1);
  if (path.startsWith('mac.')) return choice('colour', macColoursOf(last as MacFactor));
  if (path.startsWith('posture.angles.')) return side;
  if (path.startsWith('posture.arms.')) return ARM[last as keyof ArmFacts];
  return path in LISTED ? LISTED[path as ListedPath] : YES_NO;
}
