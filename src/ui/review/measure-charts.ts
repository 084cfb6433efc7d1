import type { MeasureName } from '../../core/kinematics/measure';
import type { Moment } from '../../core/kinematics/moment';
import type { Check, CheckState } from '../../core/scoring/check';
import { RULES, SCORED_CHECKS, type ScoredCheck } from '../../core/scoring/rules';
import type { CurvePoint, Frame } from '../charts/curve-paths';

/** The measure that each rated check reads, and whether its sign matters. */
export const CHARTS: Record<ScoredCheck, { name: MeasureName; signed: boolean }> = {
  'bent-back': { name: 'trunkInclinationDeg', signed: false },
  twist: { name: 'axialTwistDeg', signed: true },
  'far-load': { name: 'handReachM', signed: false },
  sudden: { name: 'trunkVelocityDegS', signed: false },
};

/** In the order in which checks are always shown. */
export const CHART_IDS: readonly ScoredCheck[] = (
  ['bent-back', 'twist', 'far-load', 'sudden'] as const
).filter((id) => SCORED_CHECKS.includes(id));

/** One measure against time. What was measured but not judged is faint; what was not measured is a gap. */
export function curveOf(moments: readonly Moment[], name: MeasureName): CurvePoint[] {
  return moments.map(({ timeS, measures }) => {
    const { value, error, judged } = measures[name];
    return { x: timeS, value, error, faint: judged !== true };
  });
}

interface Zone {
  from: number;
  to: number;
  state: CheckState;
}

/** The room, the bands and the named edges of the chart of one check. @param curves that must fit */
export function chartOf(
  id: ScoredCheck,
  curves: readonly (readonly CurvePoint[])[],
  span: { fromX: number; toX: number },
): { frame: Frame; zones: Zone[]; edges: number[] } {
  const { watch, flagged } = RULES[id];
  const { signed } = CHARTS[id];
  const largest = Math.max(
    flagged * 1.3,
    ...curves.flatMap((curve) =>
      curve.flatMap((p) => (p.value === null || p.faint === true ? [] : [Math.abs(p.value) * 1.1])),
    ),
  );
  const above: Zone[] = [
    { from: watch, to: flagged, state: 'watch' },
    { from: flagged, to: largest, state: 'flagged' },
  ];
  const below = above.map(({ from, to, state }): Zone => ({ from: -to, to: -from, state }));
  return {
    frame: { ...span, fromY: signed ? -largest : 0, toY: largest },
    zones: signed ? [...below, ...above] : above,
    edges: signed ? [-flagged, -watch, watch, flagged] : [watch, flagged],
  };
}

/** A moment that stands out, for the time axis. */
export interface Mark {
  check: Check;
  atS: number;
}

/** Worst moments of the checks that were flagged, near their limit, or worth watching; in order of time. */
export function marksOf(checks: readonly Check[]): Mark[] {
  return checks
    .flatMap((check) =>
      check.atS !== null && ['flagged', 'borderline', 'watch'].includes(check.state)
        ? [{ check, atS: check.atS }]
        : [],
    )
    .sort((a, b) => a.atS - b.atS);
}
