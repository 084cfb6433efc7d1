import type { JobAnswers } from '../records/job-record';
import { evaluateTask, governing, type End, type NioshEnd, type NioshTask } from '../standards/niosh';
import { nioshChanges } from '../standards/niosh-changes';
import { partOf } from '../standards/niosh-composite';
import { averageFrequency, durationOf } from '../standards/niosh-duration';
import type { MeasuredTask } from '../standards/niosh-from-lift';
import { endInterval, liInterval, type LiInterval, type TaskErrors } from '../standards/niosh-interval';
import { otherReadings } from '../standards/niosh-readings';
import { SCOPE, scopeOf, type ScopeId } from '../standards/niosh-scope';
import { MANUAL } from '../standards/niosh-sources';
import type { Coupling, Duration } from '../standards/niosh-tables';
import { variableIndex, type VariableLift } from '../standards/niosh-variable';
import { askedOf, inputOf, numberIn, toldResult } from './inputs';
import type { MeasuredJob } from './measured-job';
import type { MethodSheet, NioshDetail, SheetInput, SheetResult, VariableSheet } from './sheet';

const EMPTY = { results: [], notJudged: [], differs: [], source: MANUAL, verified: true } as const;

/** Inputs of the ends of one lift. */
interface EndInputs {
  horizontalCm: SheetInput;
  verticalCm: SheetInput;
  asymmetryDeg: SheetInput;
}

function endInputs(answers: JobAnswers, task: MeasuredTask | null, end: End): EndInputs {
  return {
    horizontalCm: inputOf(answers, `${end}.horizontalCm`, 'cm', task?.[end].horizontalCm),
    verticalCm: inputOf(answers, `${end}.verticalCm`, 'cm', task?.[end].verticalCm),
    asymmetryDeg: inputOf(answers, `${end}.asymmetryDeg`, 'deg', task?.[end].asymmetryDeg),
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

/** Rule JOB-5: one lift with what was asked. Without control the destination counts for D alone. */
function liftOf(
  answers: JobAnswers,
  measured: MeasuredTask | null,
  control: boolean,
  work: Work | null,
): LiftInputs {
  const origin = endInputs(answers, measured, 'origin');
  const destination = endInputs(answers, measured, 'destination');
  const travel = inputOf(answers, 'travelCm', 'cm', measured?.travelCm);
  const heights = [origin.verticalCm, destination.verticalCm];
  // A distance stands for the height of the destination, where that does not count for itself.
  const byTravel = !control && destination.verticalCm.value === null && travel.value !== null;
  const bothSeen = heights.every(({ from }) => from === 'camera');
  const inputs = [
    ...Object.values(origin),
    ...(control ? Object.values(destination) : [byTravel ? travel : destination.verticalCm]),
  ] as SheetInput[];
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
  const toCm = byTravel
    ? from.verticalCm + numberIn(travel)!
    : numberIn(destination.verticalCm)!;
  const to = control ? values(destination, toCm) : { ...from, verticalCm: toCm };
  return { inputs, errors, task: { ...work, origin: from, destination: to } };
}

/** Rule JOB-6: the variable index over all lifts of the session, each with its own measures. */
function variableOf(
  answers: JobAnswers,
  { tasks }: MeasuredJob,
  work: Work,
): VariableSheet {
  const inside: VariableLift[] = [];
  let [notMeasured, outside] = [0, 0];
  for (const measured of tasks) {
    const { task, errors } = liftOf(answers, measured, work.control, work);
    if (task === null) {
      notMeasured++;
      continue;
    }
    const { part } = partOf(task, errors, work.meanMassKg);
    if (part === null) outside++;
    else inside.push(part);
  }
  const index =
    inside.length < 2 ? null : variableIndex(inside, work.perMinute, work.duration);
  return { index, lifts: inside.length, notMeasured, outside };
}

/** The recommended weight and the index of one end. */
function endResults(task: NioshTask, errors: TaskErrors, end: End): SheetResult[] {
  const evaluated = evaluateTask(task)[end];
  if (evaluated === null) return [];
  const { rwlKg, li } = evaluated;
  const rwl = `rwl-${end}` as const;
  const index = `li-${end}` as const;
  const { low, high } = endInterval(task, errors, end);
  const inverse = (edge: number | null) => (edge === null ? null : task.massKg / edge);
  const why = li === null ? ('outside-scope' as const) : null;
  return [
    { ...toldResult(rwl, 0, { unit: 'kg', why }), value: rwlKg, low: inverse(high), high: inverse(low) },
    { ...toldResult(index, 0, { low, high, why }), value: li },
  ];
}

const liResult = (value: number | null, { low, high }: LiInterval): SheetResult => ({
  ...toldResult('li', 0, { low, high, why: value === null ? 'outside-scope' : null }),
  value,
});

/** Rules JOB-5, JOB-6: a job by the NIOSH equation. */
export function nioshSheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<NioshDetail> {
  const mass = inputOf(answers, 'massKg', 'kg');
  const coupling = inputOf(answers, 'coupling', null);
  const control = inputOf(answers, 'control', null);
  const often = inputOf(answers, 'perMinute', '1/min', measured?.perMinute);
  const perMinute =
    often.from === 'asked' && answers.liftingMin !== null
      ? averageFrequency(answers.perMinute!, answers.liftingMin)
      : numberIn(often);
  const worked =
    answers.spells === null ? null : durationOf(answers.spells, perMinute ?? Infinity);
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
  const lift = liftOf(answers, measured?.task ?? null, answers.control === true, work);
  const inputs = [mass, ...lift.inputs, control, coupling, often, spells];

  const holds = (id: ScopeId): boolean =>
    answers.scope[id] ??
    ((id === 'fast-hands' && measured?.speed.fast === 'yes') ||
      (id === 'over-8-hours' && worked !== null && worked.duration === null));
  const { refused, warned } = scopeOf(SCOPE.map(({ id }) => id).filter(holds));
  const base = { method: 'niosh' as const, ...EMPTY, inputs, asked: askedOf(inputs) };
  const sheet = { ...base, results: [], notJudged: [], differs: [], detail: null };
  if (worked !== null && worked.duration === null && !refused.includes('over-8-hours'))
    refused.push('over-8-hours');
  if (refused.length > 0) return { ...sheet, state: 'refused', refused };
  const { task, errors } = lift;
  if (task === null || work === null) return { ...sheet, state: 'asked', refused: [] };

  const evaluated = evaluateTask(task);
  const interval = liInterval(task, errors);
  const { li, outside } = governing(evaluated);
  const variable = measured === null ? null : variableOf(answers, measured, work);
  const results = [
    ...endResults(task, errors, 'origin'),
    ...endResults(task, errors, 'destination'),
    liResult(li, interval),
  ];
  const vli = variable?.index ?? null;
  if (vli !== null)
    results.push({
      ...toldResult('vli', 0, { ...vli.interval, verified: false }),
      value: vli.index,
      why: vli.index === null ? 'outside-scope' : null,
    });
  return {
    ...sheet,
    state: li === null ? 'refused' : 'told',
    refused: outside,
    results,
    detail: {
      ...{ task, errors, meanMassKg: work.meanMassKg, evaluated, governs: evaluated.governs },
      ...{ interval, changes: nioshChanges(task), readings: otherReadings(task), warned },
      ...{ speed: measured?.speed ?? null, variable },
    },
  };
}
