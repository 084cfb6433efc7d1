import type { ViewName } from '../../src/core/kinematics/camera-view';
import { mean, rms, shareOf, shareSpread } from '../truth/figures';
import { MEASURE_IDS, type MeasureId, type Reading } from './readings';

/** Views of the tables; `behind` joins the two of the back, `not-side` all but the side. */
export type ViewGroup = 'all' | ViewName | 'behind' | 'not-side';
export const VIEW_GROUPS: readonly ViewGroup[] = [
  'all',
  'front',
  'oblique',
  'side',
  'back-oblique',
  'back',
  'behind',
  'not-side',
];

export function inGroup(view: ViewName | null, group: ViewGroup): boolean {
  if (group === 'all') return true;
  if (view === null) return false;
  if (group === 'behind') return view === 'back' || view === 'back-oblique';
  return group === 'not-side' ? view !== 'side' : view === group;
}

/** How true one measure is in one view. NaN where there is nothing to take it from. */
export interface FrameFigures {
  measure: MeasureId;
  view: ViewGroup;
  /** Frames with truth, whether a person was found or not. */
  frames: number;
  judgedFrames: number;
  judgedShare: number;
  rmseJudged: number;
  /** Of all frames with a value, judged or not. */
  rmseAll: number;
  /** Mean of value less truth, judged frames. */
  biasJudged: number;
  /** Share of the judged frames whose stated 90 % interval holds the truth; and of all that state one. */
  coverageJudged: number;
  /** What `coverageJudged` may be off by, for as few bodies: two standard errors. */
  coverageSpread: number;
  coverageAll: number;
}

const covers = ({ off, error }: Reading): boolean => Math.abs(off!) <= error!;

/** Figures of the readings of one measure in one view. */
export function figuresOf(
  measure: MeasureId,
  view: ViewGroup,
  readings: readonly Reading[],
): FrameFigures {
  const seen = readings.filter((r) => inGroup(r.view, view));
  const known = seen.filter((r) => r.off !== null);
  const judged = known.filter((r) => r.judged);
  const offs = (list: readonly Reading[]): number[] => list.map((r) => r.off!);
  return {
    measure,
    view,
    frames: seen.length,
    judgedFrames: judged.length,
    judgedShare: judged.length / seen.length,
    rmseJudged: rms(offs(judged)),
    rmseAll: rms(offs(known)),
    biasJudged: mean(offs(judged)),
    coverageJudged: shareOf(judged, covers),
    coverageSpread: shareSpread(judged, covers, ({ body }) => body),
    coverageAll: shareOf(
      known.filter((r) => r.error !== null),
      covers,
    ),
  };
}

/** One row for each measure and view that has frames. */
export function frameTable(read: (measure: MeasureId) => readonly Reading[]): FrameFigures[] {
  return MEASURE_IDS.flatMap((measure) => {
    const readings = read(measure);
    return VIEW_GROUPS.map((view) => figuresOf(measure, view, readings)).filter(
      ({ frames }) => frames > 0,
    );
  });
}
