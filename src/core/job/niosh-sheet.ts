import type { JobAnswers } from '../records/job-record';
import {
  evaluateTask,
  governing,
  type End,
  type EvaluatedTask,
  type NioshEnd,
  type NioshTask,
} from '../standards/niosh';
import { nioshChanges } from '../standards/niosh-changes';
import { partOf } from '../standards/niosh-composite';
import { averageFrequency, durationOf } from '../standards/niosh-duration';
import type { MeasuredTask } from '../standards/niosh-from-lift';
import { endInterval, liInterval, type TaskErrors } from '../standards/niosh-interval';
import { otherReadings } from '../standards/niosh-readings';
import { SCOPE, scopeOf, type ScopeId } from '../standards/niosh-scope';
import { MANUAL } from '../standards/niosh-sources';
import type { Coupling, Duration } from '../standards/niosh-tables';
import { variableIndex, type VariableLift } from '../standards/niosh-variable';
import { noAnswers } from './job-answers';
import { answered, missing, numberAt } from './job-inputs';
import type { MeasuredJob } from './measured-job';
import { result, sheetOf } from './method-sheet';
import type { MethodSheet, NioshDetail, SheetInput, SheetResult, VariableSheet } from './sheet';

const numberIn = ({ value }: SheetInput): number | null =>
  typeof value === 'number' ? value : null;

/** Inputs of the ends of one lift. */
type EndInputs = Record<'horizontalCm' | 'verticalCm' | 'asymmetryDeg', SheetInput>;

export function endInputs(answers: JobAnswers, task: MeasuredTask | null, end: End): EndInputs {
  return {
    horizontalCm: numberAt(answers, `${end}.horizontalCm`, 'cm', task?.[end].horizontalCm),
    verticalCm: numberAt(answers, `${end}.verticalCm`, 'cm', task?.[end].verticalCm),
    asymmetryDeg: numberAt(answers, `${end}.asymmetryDeg`, 'deg', task?.[end].asymmetryDeg),
  };
}

/** How often, how long, what grip: the same for all lifts of a job. */
interface Work {
  massKg: number;
  meanMassKg: number;
  control: boolean;
  coupling: Coupling;
  perMinute: number;
  perMinuteError: number;
  duration: Duration;
}

interface LiftInputs {
  inputs: SheetInput[];
  /** null = something is not there. */
  task: NioshTask | null;
  errors: TaskErrors;
}

/** Rule JOB-6: one lift with what was asked. Without control the destination counts for D alone. */
function liftOf(
  answers: JobAnswers,
  measured: MeasuredTask | null,
  control: boolean,
  work: Work | null,
): LiftInputs {
  const origin = endInputs(answers, measured, 'origin');
  const destination = endInputs(answers, measured, 'destination');
  const travel = numberAt(answers, 'travelCm', 'cm', measured?.travelCm);
  const heights = [origin.verticalCm, destination.verticalCm];
  // A distance stands for the height of the destination, where that does not count for itself.
  const byTravel = !control && destination.verticalCm.value === null && travel.value !== null;
  const bothSeen = heights.every(({ from }) => from === 'camera');
  const inputs = [
    ...Object.values(origin),
    ...(control ? Object.values(destination) : [byTravel ? travel : destination.verticalCm]),
  ];
  const values = (end: EndInputs, verticalCm: number): NioshEnd => ({
    horizontalCm: numberIn(end.horizontalCm)!,
    verticalCm,
    asymmetryDeg: Math.abs(numberIn(end.asymmetryDeg)!),
  });
  const errorsOf = (end: EndInputs) => ({
    horizontalCm: end.horizontalCm.error ?? 0,
    verticalCm: end.verticalCm.error ?? 0,
    asymmetryDeg: end.asymmetryDeg.error ?? 0,
  });
  const errors: TaskErrors = {
    perMinute: work?.perMinuteError ?? 0,
    origin: errorsOf(origin),
    destination: errorsOf(destination),
    ...(byTravel || bothSeen ? { travelCm: travel.error ?? 0 } : {}),
  };
  if (work === null || inputs.some(({ value }) => value === null))
    return { inputs, task: null, errors };
  const from = values(origin, numberIn(origin.verticalCm)!);
  const toCm = byTravel ? from.verticalCm + numberIn(travel)! : numberIn(destination.verticalCm)!;
  const to = control ? values(destination, toCm) : { ...from, verticalCm: toCm };
  return { inputs, errors, task: { ...work, origin: from, destination: to } };
}

/** Rule JOB-3: the variable index over all lifts of the session, each with its own measures. */
function variableOf(answers: JobAnswers, { lifts, count }: MeasuredJob, work: Work): VariableSheet {
  const { origin, destination, travelCm } = noAnswers();
  const measuredOnly = { ...answers, origin, destination, travelCm };
  const inside: VariableLift[] = [];
  let notMeasured = count - lifts.length;
  let outside = 0;
  for (const lift of lifts) {
    const { task, errors } = liftOf(measuredOnly, lift.task, work.control, work);
    if (task === null) {
      notMeasured++;
      continue;
    }
    const { part } = partOf(task, errors, work.meanMassKg);
    if (part === null) outside++;
    else inside.push(part);
  }
  const index = inside.length < 2 ? null : variableIndex(inside, work.perMinute, work.duration);
  return { index, lifts: inside.length, notMeasured, outside };
}

/** The recommended weight and the index of one end. */
function endResults(
  evaluated: EvaluatedTask,
  task: NioshTask,
  errors: TaskErrors,
  end: End,
): SheetResult[] {
  const at = evaluated[end];
  if (at === null) return [];
  const { rwlKg, li } = at;
  const rwl = `rwl-${end}` as const;
  const index = `li-${end}` as const;
  const { low, high } = endInterval(task, errors, end);
  const inverse = (edge: number | null) => (edge === null ? null : task.massKg / edge);
  const why = li === null ? ('outside-scope' as const) : null;
  return [
    result(rwl, rwlKg, { low: inverse(high), high: inverse(low), unit: 'kg', why }),
    result(index, li, { low, high, why }),
  ];
}

/** Lifts a minute: as entered, over 15 minutes (NIOSH-11); else as counted. */
export function perMinuteInput(answers: JobAnswers, measured: MeasuredJob | null): SheetInput {
  const often = numberAt(answers, 'perMinute', '1/min', measured?.perMinute);
  const { perMinute, liftingMin } = answers;
  return perMinute === null || liftingMin === null
    ? often
    : { ...often, value: averageFrequency(perMinute, liftingMin) };
}

/** Rule JOB-6: a job by the NIOSH equation. */
export function nioshSheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<NioshDetail> {
  const lift = measured?.lift ?? null;
  const mass = numberAt(answers, 'massKg', 'kg');
  const coupling = answered(answers, 'coupling');
  const control = answered(answers, 'control');
  const often = perMinuteInput(answers, measured);
  const perMinute = numberIn(often);
  const worked = answers.spells === null ? null : durationOf(answers.spells, perMinute ?? Infinity);
  const spells: SheetInput = {
    ...{ path: 'spells', error: null, unit: null, value: worked?.duration ?? null },
    from: worked === null ? null : 'asked',
    why: worked === null ? 'not-asked' : null,
  };
  const work: Work | null =
    answers.massKg === null ||
    answers.coupling === null ||
    answers.control === null ||
    perMinute === null ||
    worked?.duration == null
      ? null
      : {
          ...{ massKg: answers.massKg, coupling: answers.coupling, control: answers.control },
          meanMassKg: answers.meanMassKg ?? answers.massKg,
          ...{ perMinute, perMinuteError: often.error ?? 0, duration: worked.duration },
        };
  const own = liftOf(answers, lift?.task ?? null, answers.control === true, work);
  const inputs = [mass, ...own.inputs, control, coupling, often, spells];

  const fast = lift?.speed.fast ?? null;
  const holds = (id: ScopeId): boolean =>
    answers.scope[id] ?? (id === 'fast-hands' && fast === 'yes');
  const { refused, warned } = scopeOf(SCOPE.map(({ id }) => id).filter(holds));
  if (worked !== null && worked.duration === null && !refused.includes('over-8-hours'))
    refused.push('over-8-hours');
  if (answers.scope['fast-hands'] === null && fast === 'perhaps') warned.push('fast-hands');
  const asked = missing(inputs);
  const { task, errors } = own;
  if (refused.length > 0 || task === null || work === null)
    return sheetOf<NioshDetail>('niosh', MANUAL, { inputs, asked, refused, detail: null });

  const evaluated = evaluateTask(task);
  const interval = liInterval(task, errors);
  const { li, outside } = governing(evaluated);
  const variable = measured === null ? null : variableOf(answers, measured, work);
  const results = [
    result('li', li, { ...interval, why: li === null ? 'outside-scope' : null }),
    ...endResults(evaluated, task, errors, 'origin'),
    ...endResults(evaluated, task, errors, 'destination'),
  ];
  const vli = variable?.index ?? null;
  if (vli !== null) {
    const why = vli.index === null ? 'outside-scope' : null;
    results.push(result('vli', vli.index, { ...vli.interval, why, verified: false }));
  }
  return sheetOf<NioshDetail>('niosh', MANUAL, {
    ...{ inputs, asked, refused: outside, results, verified: true },
    detail: {
      ...{ task, errors, meanMassKg: work.meanMassKg, evaluated, governs: evaluated.governs },
      ...{ interval, changes: nioshChanges(task), readings: otherReadings(task), warned },
      ...{ speed: lift?.speed ?? null, variable },
    },
  });
}
