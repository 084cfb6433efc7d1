import type { MeasureName } from '../../src/core/kinematics/measure';
import { viewName, type ViewName } from '../../src/core/kinematics/camera-view';
import type { Analysis } from '../../src/core/session/analysis';
import type { Seconds } from '../../src/core/units';
import { wrapped, type TrueName, type TrueValues } from '../truth/true-values';
import type { TrueRecording } from './true-recording';

/** One measure of one frame beside its truth. */
export interface Reading {
  /** Whose: frames of one body err together. */
  body: string;
  timeS: Seconds;
  /** From where the person is seen at that moment; null = not known. */
  view: ViewName | null;
  truth: number;
  /** Value less truth; null when there was no value. */
  off: number | null;
  /** Half-width of the stated 90 % error. */
  error: number | null;
  judged: boolean;
}

/** The rows of the tables. `share`: in % of the body height. */
interface MeasureRow {
  reads: readonly (readonly [MeasureName, TrueName])[];
  unit: 'deg' | '% height' | 'deg/s';
}

const MEASURES = {
  trunkInclination: { reads: [['trunkInclinationDeg', 'trunkInclination']], unit: 'deg' },
  hipShoulderInclination: {
    reads: [['hipShoulderInclinationDeg', 'hipShoulderIncl']],
    unit: 'deg',
  },
  trunkFlexion: { reads: [['trunkFlexionDeg', 'trunkFlexion']], unit: 'deg' },
  lateralBend: { reads: [['lateralBendDeg', 'lateralBend']], unit: 'deg' },
  axialTwist: { reads: [['axialTwistDeg', 'axialTwist']], unit: 'deg' },
  kneeFlexion: {
    reads: [
      ['kneeFlexionLeftDeg', 'kneeFlexionL'],
      ['kneeFlexionRightDeg', 'kneeFlexionR'],
    ],
    unit: 'deg',
  },
  kneeFlexionLeft: { reads: [['kneeFlexionLeftDeg', 'kneeFlexionL']], unit: 'deg' },
  kneeFlexionRight: { reads: [['kneeFlexionRightDeg', 'kneeFlexionR']], unit: 'deg' },
  handReach: { reads: [['handReachM', 'handAnkleDist']], unit: '% height' },
  handHeight: { reads: [['handHeightM', 'wristHeight']], unit: '% height' },
  trunkVelocity: { reads: [['trunkVelocityDegS', 'trunkVelocity']], unit: 'deg/s' },
  lumbarFlexion: { reads: [['lumbarFlexionDeg', 'lumbarFlexion']], unit: 'deg' },
  viewAzimuth: { reads: [['viewAzimuthDeg', 'azimuth']], unit: 'deg' },
} as const satisfies Record<string, MeasureRow>;

export type MeasureId = keyof typeof MEASURES | 'axialTwistOver10';
export const MEASURE_IDS: readonly MeasureId[] = [
  ...(Object.keys(MEASURES) as (keyof typeof MEASURES)[]),
  'axialTwistOver10',
];
export const unitOf = (id: MeasureId): MeasureRow['unit'] => MEASURES[rowOf(id)].unit;

const TWISTED_FROM = 10;
const rowOf = (id: MeasureId): keyof typeof MEASURES =>
  id === 'axialTwistOver10' ? 'axialTwist' : id;

export const viewOf = ({ azimuth }: TrueValues): ViewName | null =>
  azimuth === undefined ? null : viewName(azimuth);

/** All frames of an analysis that have truth for a measure, frames without a person among them. */
export function readingsOf(id: MeasureId, analysis: Analysis, recording: TrueRecording): Reading[] {
  const { reads, unit }: MeasureRow = MEASURES[rowOf(id)];
  const scale = unit === '% height' ? 100 / (recording.heightM ?? NaN) : 1;
  return analysis.frames.flatMap((frame) => {
    const values = recording.truthAt(frame.t);
    if (values === null) return [];
    return reads.flatMap(([measure, name]): Reading[] => {
      const known = values[name];
      if (known === undefined || !Number.isFinite(scale)) return [];
      if (id === 'axialTwistOver10' && Math.abs(known) <= TWISTED_FROM) return [];
      // the product's trunk velocity has no sign
      const truth = name === 'trunkVelocity' ? Math.abs(known) : known;
      const value = frame[measure];
      const error = frame.errors[measure];
      const off = value === null ? null : value - truth;
      return [
        {
          body: recording.body,
          timeS: frame.t,
          view: viewOf(values),
          truth: truth * scale,
          off: off === null ? null : (name === 'azimuth' ? wrapped(off) : off) * scale,
          error: error === null ? null : error * scale,
          judged: frame.judged[measure] === true,
        },
      ];
    });
  });
}
