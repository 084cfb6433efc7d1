import {
  asymmetryMultiplier,
  conditionsAt,
  couplingMultiplier,
  evaluateEnd,
  frequencyMultiplier,
  horizontalMultiplier,
  travelMultiplier,
  LOAD_CONSTANT_KG,
  verticalMultiplier,
  type End,
  type NioshTask,
} from './niosh';
import { LOW_HANDS_CM } from './niosh-tables';

/** Half-widths of the 90 % errors of one end's inputs; what is missing is exact. */
export interface EndErrors {
  horizontalCm?: number;
  verticalCm?: number;
  asymmetryDeg?: number;
}

/** Half-widths of the 90 % errors of a task's inputs; what is missing is exact. */
export interface TaskErrors {
  massKg?: number;
  perMinute?: number;
  origin?: EndErrors;
  destination?: EndErrors;
  /** Of D, when that is better known than the two heights: what is wrong with both alike is not in it. */
  travelCm?: number;
}

/**
 * Where the lifting index may lie. Both null: outside the equation whatever the errors. Only `high` null: it may be
 * outside the equation, so no upper end can be given.
 */
export interface LiInterval {
  low: number | null;
  high: number | null;
}

/** A factor of the recommended weight: as it is, and the largest and smallest that its inputs' errors allow. */
interface Factor {
  point: number;
  best: number;
  worst: number;
}

/** Sizes have no negative side. */
const edges = (value: number, error = 0): [low: number, high: number] => [
  Math.max(0, value - error),
  value + error,
];

/** A factor that never rises with its input. */
function falling(value: number, error: number | undefined, of: (x: number) => number): Factor {
  const [low, high] = edges(Math.abs(value), error);
  return { point: of(value), best: of(low), worst: of(high) };
}

type Span = readonly [value: number, error: number | undefined];

/**
 * A factor of a height and the frequency. It never falls with the height up to 75 cm, where the tables go over to their
 * better column, and never rises above; it never rises with the frequency. So the corners are exact.
 */
function cornered(
  [v, vError]: Span,
  [f, fError]: Span,
  of: (v: number, perMinute: number) => number,
): Factor {
  const [low, high] = edges(v, vError);
  const [rare, often] = edges(f, fError);
  return {
    point: of(v, f),
    best: of(Math.min(high, Math.max(low, LOW_HANDS_CM)), rare),
    worst: Math.min(of(low, often), of(high, often)),
  };
}

const squares = (xs: readonly number[]): number => Math.hypot(...xs);

/** Rule NIOSH-14, one end. */
function endInterval(task: NioshTask, errors: TaskErrors, end: End): LiInterval {
  const c = conditionsAt(task, end);
  if (evaluateEnd(task.massKg, c).outside.includes('input')) return { low: null, high: null };
  const own = errors[end] ?? {};
  const originCm = errors.origin?.verticalCm ?? 0;
  const travelCm = errors.travelCm ?? squares([originCm, errors.destination?.verticalCm ?? 0]);
  const frequency = (v: number, perMinute: number): number =>
    frequencyMultiplier(perMinute, c.duration, v);
  const height = (v: number): number => verticalMultiplier(v) * couplingMultiplier(c.coupling, v);
  const lifts: Span = [c.perMinute, errors.perMinute];
  const factors: Factor[] = [
    falling(c.horizontalCm, own.horizontalCm, horizontalMultiplier),
    falling(c.travelCm, travelCm, travelMultiplier),
    falling(c.asymmetryDeg, own.asymmetryDeg, asymmetryMultiplier),
    ...(end === 'origin'
      ? [cornered([c.verticalCm, originCm], lifts, (v, f) => height(v) * frequency(v, f))]
      : [
          cornered([c.verticalCm, own.verticalCm], [0, 0], height),
          cornered([c.originVerticalCm, originCm], lifts, frequency),
        ]),
  ];
  if (factors.some(({ best }) => best === 0)) return { low: null, high: null };
  // What is outside the equation but may be inside is counted at its best: the least that the index can then be.
  const inside = factors.map((f) => (f.point > 0 ? f : { ...f, point: f.best }));
  const li = inside.reduce((index, f) => index / f.point, task.massKg / LOAD_CONSTANT_KG);
  const [light, heavy] = edges(task.massKg, errors.massKg);
  const down = squares([
    Math.log(task.massKg / light),
    ...inside.map((f) => Math.log(f.best / f.point)),
  ]);
  const up = squares([
    Math.log(heavy / task.massKg),
    ...inside.map((f) => Math.log(f.point / f.worst)),
  ]);
  const open = factors.some(({ worst }) => worst === 0);
  return { low: li * Math.exp(-down), high: open ? null : li * Math.exp(up) };
}

/**
 * Rule NIOSH-14: the 90 % interval of the lifting index of a task, from the errors of its inputs. Each factor is taken at
 * the best and the worst that its own input's error allows, exactly; the inputs' errors are taken as independent, so what
 * they do to the logarithm of the index adds up as squares. The origin's height acts on the column of the frequency too:
 * these two share one corner. D is taken as an input of its own.
 *
 * Of two ends that count, the larger edges hold: it contains the index of the end that governs.
 */
export function liInterval(task: NioshTask, errors: TaskErrors): LiInterval {
  const ends = [endInterval(task, errors, 'origin')];
  if (task.control) ends.push(endInterval(task, errors, 'destination'));
  // One end that is surely outside puts the task outside.
  if (ends.some(({ low }) => low === null)) return { low: null, high: null };
  return {
    low: Math.max(...ends.map(({ low }) => low!)),
    high: ends.some(({ high }) => high === null) ? null : Math.max(...ends.map((e) => e.high!)),
  };
}
