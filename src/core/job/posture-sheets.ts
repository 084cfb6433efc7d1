import type { Motion, NotJudgedReason } from '../kinematics/measure';
import { unknownMoment } from '../kinematics/moment';
import type { JobAnswers, PostureAngle } from '../records/job-record';
import { owasOf } from '../standards/owas';
import {
  answersFrom,
  type ArmFacts,
  type PostureAnswers,
  type TaskFacts,
} from '../standards/posture-answers';
import { postureCourse, type ScoreCourse, type SidedCourse } from '../standards/posture-course';
import { POSTURE_METHODS } from '../standards/posture-methods';
import {
  cameraReadings,
  enteredAngle,
  SIDES,
  type PostureReadings,
  type Reading,
} from '../standards/posture-readings';
import { rebaOf, type Reba } from '../standards/reba';
import { rulaOf, type Rula } from '../standards/rula';
import { answerAt, type AnswerPath } from './job-answers';
import { missing, numberAt } from './job-inputs';
import type { MeasuredJob, MeasuredLift } from './measured-job';
import { result } from './method-sheet';
import type { MethodSheet, OwasDetail, SheetInput, SheetResult, SidedDetail } from './sheet';

const readingOf: Record<PostureAngle, (r: PostureReadings) => Reading> = {
  trunkFlexionDeg: (r) => r.trunkFlexion,
  lateralBendDeg: (r) => r.lateralBend,
  axialTwistDeg: (r) => r.axialTwist,
  neckFlexionDeg: (r) => r.neckFlexion,
  kneeFlexionLeftDeg: (r) => r.kneeFlexion.left,
  kneeFlexionRightDeg: (r) => r.kneeFlexion.right,
  upperArmLeftDeg: (r) => r.upperArm.left,
  upperArmRightDeg: (r) => r.upperArm.right,
  elbowFlexionLeftDeg: (r) => r.elbowFlexion.left,
  elbowFlexionRightDeg: (r) => r.elbowFlexion.right,
};

/** Rule JOB-2: angles that a person entered take the place of those of the camera, at every moment. */
function readingsWith({ posture: { angles } }: JobAnswers): (motion: Motion) => PostureReadings {
  return ({ measures }) => {
    const seen = cameraReadings(measures);
    const of = (name: PostureAngle): Reading =>
      angles[name] === null ? readingOf[name](seen) : enteredAngle(angles[name]);
    return {
      trunkFlexion: of('trunkFlexionDeg'),
      lateralBend: of('lateralBendDeg'),
      axialTwist: of('axialTwistDeg'),
      neckFlexion: of('neckFlexionDeg'),
      kneeFlexion: { left: of('kneeFlexionLeftDeg'), right: of('kneeFlexionRightDeg') },
      upperArm: { left: of('upperArmLeftDeg'), right: of('upperArmRightDeg') },
      elbowFlexion: { left: of('elbowFlexionLeftDeg'), right: of('elbowFlexionRightDeg') },
    };
  };
}

const TRUNK = ['trunkFlexionDeg', 'lateralBendDeg', 'axialTwistDeg'] as const;
const ARMS = ['upperArmLeftDeg', 'upperArmRightDeg'] as const;
const ELBOWS = ['elbowFlexionLeftDeg', 'elbowFlexionRightDeg'] as const;
const KNEES = ['kneeFlexionLeftDeg', 'kneeFlexionRightDeg'] as const;
/** What each method is made from. */
const ANGLES = {
  reba: [...TRUNK, 'neckFlexionDeg', ...KNEES, ...ARMS, ...ELBOWS],
  rula: [...TRUNK, 'neckFlexionDeg', ...ARMS, ...ELBOWS],
  owas: [...TRUNK, ...KNEES, ...ARMS],
} as const satisfies Record<string, readonly PostureAngle[]>;
type PostureId = keyof typeof ANGLES;

const answered = <Facts extends object>(facts: {
  [Name in keyof Facts]: Facts[Name] | null;
}): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null)) as Partial<Facts>;

/** The lift's load and grip hold for the posture too, unless others were entered for it. */
function postureAnswers({ massKg, coupling, posture: { task, arms } }: JobAnswers): PostureAnswers {
  const own = answered<TaskFacts>({
    ...task,
    loadKg: task.loadKg ?? massKg,
    coupling: task.coupling ?? coupling,
  });
  return answersFrom(own, {
    left: answered<ArmFacts>(arms.left),
    right: answered<ArmFacts>(arms.right),
  });
}

const TASK_PATHS = [
  'stance',
  'footing',
  'trunkSupported',
  'neckTwisted',
  'neckSideBent',
  'neckExtended',
  'loadShock',
  'heldStill',
  'repeated',
  'rapidChange',
] as const satisfies readonly (keyof TaskFacts)[];

/** Rule JOB-7: what was asked, and what is assumed until somebody answers. */
function factInputs(answers: JobAnswers, { task, arms }: PostureAnswers): SheetInput[] {
  const assumed = (
    path: AnswerPath,
    { value, origin }: { value: string | number | boolean; origin: 'asked' | 'assumed' },
  ): SheetInput => ({
    ...{ path, value, unit: null, from: origin, why: null },
    error: typeof value === 'number' ? 0 : null,
  });
  const load: AnswerPath = answers.posture.task.loadKg === null ? 'massKg' : 'posture.task.loadKg';
  const grip: AnswerPath =
    answers.posture.task.coupling === null ? 'coupling' : 'posture.task.coupling';
  return [
    numberAt(answers, load, 'kg'),
    assumed(grip, task.coupling),
    ...TASK_PATHS.map((name) => assumed(`posture.task.${name}`, task[name])),
    ...SIDES.flatMap((side) =>
      (Object.keys(arms[side]) as (keyof ArmFacts)[]).map((name) =>
        assumed(`posture.arms.${side}.${name}`, arms[side][name]),
      ),
    ),
  ];
}

function scoreResult(
  name: 'left' | 'right' | 'total',
  { worst, notJudged }: ScoreCourse,
  id: PostureId,
  verified: boolean,
): SheetResult {
  if (worst === null)
    return result(name, null, { verified, why: notJudged[0]?.reason ?? 'too-short' });
  const { score, low, high } = worst;
  return result(name, score, { low, high, level: POSTURE_METHODS[id].levelOf(score), verified });
}

function courseResults(course: ScoreCourse, id: PostureId, verified: boolean): SheetResult[] {
  const shares = (course.levels ?? []).map(({ level, share }) =>
    result(`time-at-level-${level}`, share, { level, verified }),
  );
  return [
    scoreResult('total', course, id, verified),
    ...shares,
    result('judged-share', course.judgedShare, { verified }),
  ];
}

/** From the first reach to the last putting down. */
const momentsOf = ({ times, moments }: MeasuredLift): readonly Motion[] =>
  moments.filter(({ timeS }) => timeS >= times.startS && timeS <= (times.lowerEndS ?? times.endS));

/** Rule JOB-7: a job by REBA, RULA and OWAS: the course over the lift, or the one posture that was entered. */
export function postureSheets(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): {
  reba: MethodSheet<SidedDetail<Reba>>;
  rula: MethodSheet<SidedDetail<Rula>>;
  owas: MethodSheet<OwasDetail>;
} {
  const lift = measured?.lift ?? null;
  const series = lift === null ? [unknownMoment(0, 'not-measurable')] : momentsOf(lift);
  const readings = readingsWith(answers);
  const posture = postureAnswers(answers);
  const course = postureCourse(series, posture, readings);
  const facts = factInputs(answers, posture);

  const partsAt = <Parts>(
    { worst }: ScoreCourse,
    score: (r: PostureReadings, a: PostureAnswers) => Parts,
  ): { timeS: number; parts: Parts } | null => {
    const motion = worst === null ? undefined : series.find((m) => m.timeS === worst.timeS);
    return motion === undefined
      ? null
      : { timeS: motion.timeS, parts: score(readings(motion), posture) };
  };

  /** Angles are shown as they were at the worst moment. */
  function angleInputs(id: PostureId, { worst }: ScoreCourse): SheetInput[] {
    const motion = series.find((m) => m.timeS === worst?.timeS) ?? series[0];
    return ANGLES[id].map((name): SheetInput => {
      const path: AnswerPath = `posture.angles.${name}`;
      if (motion === undefined || lift === null || answerAt(answers, path) !== null)
        return numberAt(answers, path, 'deg');
      const { value, error, judged } = readingOf[name](readings(motion));
      return judged === true && value !== null
        ? { path, value, error, unit: 'deg', from: 'camera', why: null }
        : { ...numberAt(answers, path, 'deg'), why: judged === true ? 'not-measurable' : judged };
    });
  }

  function postureSheet<Id extends PostureId, Detail>(
    id: Id,
    total: ScoreCourse,
    sides: SidedCourse | null,
    detail: Detail,
  ): MethodSheet<Detail> & { method: Id } {
    const { source, sourcesDiffer, unverified } = POSTURE_METHODS[id];
    const verified = unverified.length === 0;
    const inputs = [...angleInputs(id, total), ...facts];
    // The load is asked: without it a total would be that of empty hands.
    const asked = missing(lift === null || total.worst === null ? inputs : facts);
    const seen: NotJudgedReason[] = lift === null ? [] : total.notJudged.map((n) => n.reason);
    const told = missing(facts).length === 0 && total.worst !== null;
    const state = told ? 'told' : lift !== null && total.worst === null ? 'not-judged' : 'asked';
    return {
      ...{ method: id, state, asked, refused: [], notJudged: seen, inputs },
      results: told
        ? [
            ...(sides === null
              ? []
              : SIDES.map((side) => scoreResult(side, sides[side], id, verified))),
            ...courseResults(total, id, verified),
          ]
        : [],
      ...{ differs: [...sourcesDiffer], source, verified, detail: told ? detail : null },
    };
  }
  const { reba, rula, owas } = course;
  return {
    reba: postureSheet('reba', reba.worse, reba, {
      course: reba,
      worst: partsAt(reba.worse, rebaOf),
    }),
    rula: postureSheet('rula', rula.worse, rula, {
      course: rula,
      worst: partsAt(rula.worse, rulaOf),
    }),
    owas: postureSheet('owas', owas, null, { course: owas, worst: partsAt(owas, owasOf) }),
  };
}
