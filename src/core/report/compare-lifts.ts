import { viewName } from '../kinematics/camera-view';
import { MEASURE_NAMES, type Measure, type MeasureName } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { LiftTimes } from '../lifts/lift';
import type { Check, CheckId, CheckPhase, LiftVerdict } from '../scoring/check';
import type { Degrees, Seconds } from '../units';

/** A lift to compare: the verdict that holds, and its moments (`momentsOf`). */
export interface ComparedLift {
  verdict: LiftVerdict;
  moments: readonly Moment[];
}

/** The same phase of both lifts. */
export interface AlignedMoment {
  /** On the first lift's clock, and on the second's. */
  aS: Seconds;
  bS: Seconds;
}

export interface DifferencePoint extends AlignedMoment {
  /** Second less first; null where either is unknown. */
  difference: number | null;
  /** Half-width of the 90 % error of the difference: both errors joined as independent ones. */
  error: number | null;
  /** Both are judged there. */
  judged: boolean;
}

export type PeakStatement =
  | { statement: 'more-than-the-error' | 'within-the-error'; difference: number; error: number }
  | { statement: 'not-comparable'; why: 'not-judged' | 'other-view' };

/** One check of both lifts, by its worst moments. */
export type PeakComparison = { id: CheckId; phase: CheckPhase; a: Check; b: Check } & PeakStatement;

export interface LiftComparison {
  /** Moments that are the same in both, in order: where the curves are pinned together. */
  anchors: AlignedMoment[];
  curves: Record<MeasureName, DifferencePoint[]>;
  /** In the order of the first lift's checks; sizes are compared, so a twist to the other side is no difference. */
  peaks: PeakComparison[];
}

/** Views further apart than this have other errors, which do not cancel. */
const SAME_VIEW_DEG: Degrees = 30;
const ROUND: ReadonlySet<MeasureName> = new Set(['viewAzimuthDeg', 'handDirectionDeg']);

const wrapped = (degrees: Degrees): Degrees => ((((degrees + 180) % 360) + 360) % 360) - 180;

/**
 * Lays two lifts over each other by their phases and says how they differ. Between the moments that both have, time runs
 * evenly (piecewise linear).
 */
export function compareLifts(a: ComparedLift, b: ComparedLift): LiftComparison {
  const anchors = anchorsOf(a.verdict, b.verdict);
  const first = anchors[0]!.aS,
    last = anchors.at(-1)!.aS;
  const aligned = a.moments
    .filter(({ timeS }) => timeS >= first && timeS <= last)
    .map((moment) => ({ moment, bS: warped(moment.timeS, anchors) }));
  const curves = Object.fromEntries(
    MEASURE_NAMES.map((name) => [
      name,
      aligned.map(({ moment, bS }) => {
        const difference = differenceOf(
          name,
          moment.measures[name],
          measureAt(b.moments, bS, name),
        );
        return { aS: moment.timeS, bS, ...difference };
      }),
    ]),
  ) as LiftComparison['curves'];
  const sameView = isSameView(a, b);
  return {
    anchors,
    curves,
    peaks: a.verdict.checks.flatMap((check): PeakComparison[] => {
      const other = b.verdict.checks.find(
        ({ id, phase }) => id === check.id && phase === check.phase,
      );
      if (other === undefined) return [];
      const { id, phase } = check;
      return [{ id, phase, a: check, b: other, ...peakStatement(check, other, sameView) }];
    }),
  };
}

/** The times that both lifts have and that come in the same order in both. */
function anchorsOf(a: LiftTimes, b: LiftTimes): AlignedMoment[] {
  const pairs = (names: readonly (keyof LiftTimes)[]): AlignedMoment[] =>
    names.flatMap((name) => {
      const aS = a[name],
        bS = b[name];
      return aS === null || bS === null ? [] : [{ aS, bS }];
    });
  const kept: AlignedMoment[] = [];
  const isAfter = (x: AlignedMoment, y: AlignedMoment): boolean => x.aS > y.aS && x.bS > y.bS;
  // Ends first: where a peak comes before the grasp in one lift and after it in the other, it pins nothing.
  for (const one of [
    ...pairs(['startS', 'endS', 'graspS', 'lowerEndS', 'lowerStartS', 'releaseS', 'peakS']),
  ])
    if (kept.every((other) => isAfter(one, other) || isAfter(other, one))) kept.push(one);
  return kept.sort((x, y) => x.aS - y.aS);
}

/** The second lift's time at a time of the first between its first and last anchor. */
function warped(aS: Seconds, anchors: readonly AlignedMoment[]): Seconds {
  const next = anchors.findIndex((anchor) => anchor.aS >= aS);
  const to = anchors[next]!;
  const from = anchors[next - 1] ?? to;
  const span = to.aS - from.aS;
  return span === 0 ? to.bS : from.bS + ((aS - from.aS) / span) * (to.bS - from.bS);
}

/** A measure between two frames. */
function measureAt(moments: readonly Moment[], timeS: Seconds, name: MeasureName): Measure | null {
  const next = moments.findIndex((moment) => moment.timeS >= timeS);
  const to = moments[next];
  if (to === undefined) return null;
  const from = moments[next - 1] ?? to;
  const [m, n] = [from.measures[name], to.measures[name]];
  if (m.value === null || n.value === null) return null;
  const span = to.timeS - from.timeS;
  const share = span === 0 ? 1 : (timeS - from.timeS) / span;
  const step = ROUND.has(name) ? wrapped(n.value - m.value) : n.value - m.value;
  return {
    value: m.value + share * step,
    error: m.error === null || n.error === null ? null : Math.max(m.error, n.error),
    judged: m.judged === true ? n.judged : m.judged,
  };
}

function differenceOf(
  name: MeasureName,
  a: Measure,
  b: Measure | null,
): Omit<DifferencePoint, keyof AlignedMoment> {
  if (a.value === null || a.error === null || b === null || b.value === null || b.error === null)
    return { difference: null, error: null, judged: false };
  const plain = b.value - a.value;
  return {
    difference: ROUND.has(name) ? wrapped(plain) : plain,
    error: Math.hypot(a.error, b.error),
    judged: a.judged === true && b.judged === true,
  };
}

function peakStatement(a: Check, b: Check, sameView: boolean): PeakStatement {
  if (a.value === null || a.error === null || b.value === null || b.error === null)
    return { statement: 'not-comparable', why: 'not-judged' };
  if (!sameView) return { statement: 'not-comparable', why: 'other-view' };
  const difference = Math.abs(b.value) - Math.abs(a.value);
  const error = Math.hypot(a.error, b.error);
  const statement = Math.abs(difference) > error ? 'more-than-the-error' : 'within-the-error';
  return { statement, difference, error };
}

/** The camera stood about where it stood. A view that is not known is no other view. */
function isSameView(a: ComparedLift, b: ComparedLift): boolean {
  const [from, to] = [viewOf(a), viewOf(b)];
  if (from === null || to === null) return true;
  return viewName(from) === viewName(to) || Math.abs(wrapped(to - from)) <= SAME_VIEW_DEG;
}

/** Where the camera stood in the middle of the frames of a lift. */
function viewOf({ verdict, moments }: ComparedLift): Degrees | null {
  const views = moments.flatMap(({ timeS, measures: { viewAzimuthDeg: view } }) =>
    timeS >= verdict.startS && timeS <= verdict.endS && view.value !== null ? [view.value] : [],
  );
  const [x, y] = views.reduce(
    ([sx, sy], view) => [
      sx + Math.cos((view * Math.PI) / 180),
      sy + Math.sin((view * Math.PI) / 180),
    ],
    [0, 0],
  );
  return views.length === 0 ? null : (Math.atan2(y, x) * 180) / Math.PI;
}
