import { POSTURE_ANGLES, type EndAnswers, type JobAnswers } from '../records/job-record';
import { ACGIH_ASKED_SCOPE } from '../standards/acgih';
import { ISO_11228_SCOPE } from '../standards/iso-11228';
import { MAC_FACTOR_IDS } from '../standards/mac';
import { SCOPE } from '../standards/niosh-scope';
import { SIDES } from '../standards/posture-readings';

type Leaf = string | number | boolean | readonly unknown[];
type PathsOf<T> = {
  [Name in keyof T & string]: NonNullable<T[Name]> extends Leaf
    ? Name
    : `${Name}.${PathsOf<T[Name]>}`;
}[keyof T & string];

/** Where an answer is in {@link JobAnswers}: 'massKg', 'origin.horizontalCm', 'mac.grip', … */
export type AnswerPath = PathsOf<JobAnswers>;
export type AnswerValue = JobAnswers['spells'] | string | number | boolean;

type Answers = { [name: string]: Answers | AnswerValue };

const isGroup = (value: Answers | AnswerValue | undefined): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function blank<Name extends string>(names: readonly Name[]): Record<Name, null> {
  return Object.fromEntries(names.map((name) => [name, null])) as Record<Name, null>;
}

/** A job of which nothing has been answered. */
export function noAnswers(): JobAnswers {
  const end = (): EndAnswers => blank(['horizontalCm', 'verticalCm', 'asymmetryDeg']);
  const arm = (): JobAnswers['posture']['arms']['left'] =>
    blank([
      'wristBend',
      'wristDeviated',
      'wristTwist',
      'shoulderRaised',
      'armAbducted',
      'armSupported',
      'forearmAcrossOrOut',
    ]);
  const [left, right] = SIDES.map(arm);
  return {
    ...blank(['massKg', 'meanMassKg', 'coupling', 'control', 'perMinute', 'liftingMin']),
    ...blank(['spells', 'hoursPerDay', 'heightM', 'travelCm', 'heldS']),
    origin: end(),
    destination: end(),
    scope: blank(SCOPE.map(({ id }) => id)),
    posture: {
      angles: blank(POSTURE_ANGLES),
      task: blank([
        'stance',
        'footing',
        'trunkSupported',
        'neckTwisted',
        'neckSideBent',
        'neckExtended',
        'loadKg',
        'loadShock',
        'coupling',
        'heldStill',
        'repeated',
        'rapidChange',
      ]),
      arms: { left: left!, right: right! },
    },
    mac: blank(MAC_FACTOR_IDS),
    acgih: { liftsPerHour: null, conditions: blank(ACGIH_ASKED_SCOPE) },
    iso: {
      ...blank(['sex', 'ageYears', 'walkingMS', 'carryingM', 'carriesPerMinute']),
      excluded: blank(ISO_11228_SCOPE.excluded),
    },
  };
}

/** The answer at a path. */
export const answerAt = (answers: JobAnswers, path: AnswerPath): AnswerValue =>
  path
    .split('.')
    .reduce<Answers | AnswerValue>(
      (at, name) => (at as Answers)[name]!,
      answers as unknown as Answers,
    ) as AnswerValue;

/** The answers with another one at a path; those given stay as they were. */
export function withAnswer(answers: JobAnswers, path: AnswerPath, value: AnswerValue): JobAnswers {
  const replaced = (at: Answers, [name, ...more]: string[]): Answers => ({
    ...at,
    [name!]: more.length === 0 ? value : replaced(at[name!] as Answers, more),
  });
  return replaced(answers as unknown as Answers, path.split('.')) as unknown as JobAnswers;
}

/** Rule JOB-4: answers with what was changed of them; what is null in `changed` stays. */
export function answersWith(answers: JobAnswers, changed: JobAnswers): JobAnswers {
  const over = (below: Answers, above: Answers): Answers =>
    Object.fromEntries(
      Object.entries(below).map(([name, value]) => {
        const other = above[name];
        return [name, isGroup(value) ? over(value, other as Answers) : (other ?? value)];
      }),
    );
  return over(
    answers as unknown as Answers,
    changed as unknown as Answers,
  ) as unknown as JobAnswers;
}
