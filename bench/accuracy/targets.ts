import type { ViewGroup } from './frame-table';
import type { MeasureId } from './readings';
import type { SetKind } from './true-recording';

/** Which figure of a report a target is about. Shares are 0..1. */
export type Figure =
  | { of: 'rmse' | 'judged-share' | 'coverage'; measure: MeasureId; view: ViewGroup }
  | { of: 'bend-peak' | 'twist-slope' | 'twist-found' | 'twist-false' }
  | { of: 'speed-peak' | 'speed-judged' }
  | { of: 'rounded-right' }
  | { of: 'lifts-missed' | 'lifts-invented' | 'lift-start' | 'lift-end' }
  | { of: 'checks-right' | 'checks-judged' };

export interface Target {
  id: string;
  set: SetKind;
  figure: Figure;
  least?: number;
  most?: number;
}

const VIEWS = ['front', 'oblique', 'side', 'back-oblique', 'back'] as const;
const JUDGED = 0.8;
const TWIST_JUDGED = 0.65;

/** A root mean square error where judged, with the share of frames that has to be judged. */
function error(
  id: string,
  set: SetKind,
  measure: MeasureId,
  view: ViewGroup,
  most: number,
  judged = JUDGED,
): Target[] {
  return [
    { id, set, figure: { of: 'rmse', measure, view }, most },
    { id: `${id}-JUDGED`, set, figure: { of: 'judged-share', measure, view }, least: judged },
  ];
}

function twist(set: SetKind): Target[] {
  return VIEWS.flatMap((view) => [
    ...error(`TWIST-${view}`, set, 'axialTwist', view, 6, TWIST_JUDGED),
    ...error(`TWIST10-${view}`, set, 'axialTwistOver10', view, 6, TWIST_JUDGED),
  ]);
}

const twistPeaks = (set: SetKind): Target[] => [
  { id: 'TWIST-SLOPE', set, figure: { of: 'twist-slope' }, least: 0.9, most: 1.1 },
  { id: 'TWIST-FOUND', set, figure: { of: 'twist-found' }, least: 0.95 },
  { id: 'TWIST-FALSE', set, figure: { of: 'twist-false' }, most: 0 },
];

/** What the stated 90 % errors are checked on. Rounding is described in words only and states none. */
const STATED: readonly MeasureId[] = [
  'trunkInclination',
  'hipShoulderInclination',
  'trunkFlexion',
  'lateralBend',
  'axialTwist',
  'kneeFlexion',
  'handReach',
  'handHeight',
  'trunkVelocity',
  'viewAzimuth',
];

/** @param views `all` where the truth does not tell the view */
const coverage = (set: SetKind, measures: readonly MeasureId[], views: readonly ViewGroup[]) =>
  measures.flatMap((measure) =>
    views.map((view): Target => ({
      id: `COVERAGE-${measure}-${view}`,
      set,
      figure: { of: 'coverage', measure, view },
      least: 0.88,
      most: 0.95,
    })),
  );

/** What the product has to reach, per set and detector. A target whose view a set does not hold has no figure. */
export const TARGETS: readonly Target[] = [
  ...error('TRUNK-side', 'clips', 'trunkInclination', 'side', 2.5),
  ...error('TRUNK-oblique', 'clips', 'trunkInclination', 'oblique', 4),
  ...error('TRUNK-front', 'clips', 'trunkInclination', 'front', 4.5),
  ...error('TRUNK-side', 'sequences', 'trunkInclination', 'side', 2.5),
  ...error('TRUNK-oblique', 'sequences', 'trunkInclination', 'oblique', 4),
  ...error('TRUNK-front', 'sequences', 'trunkInclination', 'front', 4.5),
  ...error('TRUNK-behind', 'sequences', 'trunkInclination', 'behind', 4),
  ...error('LINE', 'markers', 'hipShoulderInclination', 'all', 2.9),
  { id: 'LINE-PEAKS', set: 'markers', figure: { of: 'bend-peak' }, most: 4 },
  ...twist('clips'),
  ...twist('sequences'),
  ...twistPeaks('clips'),
  ...twistPeaks('sequences'),
  ...error('KNEE-side', 'sequences', 'kneeFlexion', 'side', 5),
  ...error('KNEE-else', 'sequences', 'kneeFlexion', 'not-side', 7.5),
  ...error('KNEE-left', 'markers', 'kneeFlexionLeft', 'all', 5),
  ...error('KNEE-right', 'markers', 'kneeFlexionRight', 'all', 5),
  ...error('HAND', 'sequences', 'handReach', 'all', 2.2),
  { id: 'SPEED-PEAKS', set: 'clips', figure: { of: 'speed-peak' }, most: 0.2 },
  { id: 'SPEED-PEAKS-JUDGED', set: 'clips', figure: { of: 'speed-judged' }, least: JUDGED },
  { id: 'ROUNDED', set: 'clips', figure: { of: 'rounded-right' }, least: 0.9 },
  { id: 'LIFTS-MISSED', set: 'clips', figure: { of: 'lifts-missed' }, most: 0 },
  { id: 'LIFTS-INVENTED', set: 'clips', figure: { of: 'lifts-invented' }, most: 0 },
  { id: 'LIFTS-START', set: 'clips', figure: { of: 'lift-start' }, most: 0.2 },
  { id: 'LIFTS-END', set: 'clips', figure: { of: 'lift-end' }, most: 0.2 },
  { id: 'CHECKS-RIGHT', set: 'clips', figure: { of: 'checks-right' }, least: 0.97 },
  { id: 'CHECKS-JUDGED', set: 'clips', figure: { of: 'checks-judged' }, least: 0.8 },
  ...coverage('clips', STATED, VIEWS),
  ...coverage('sequences', STATED, VIEWS),
  ...coverage(
    'markers',
    ['hipShoulderInclination', 'axialTwist', 'kneeFlexionLeft', 'kneeFlexionRight'],
    ['all'],
  ),
];
