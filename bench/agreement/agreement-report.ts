import type { Measure } from '../../src/core/kinematics/measure';
import { cameraReadings } from '../../src/core/standards/posture-readings';
import { agreementOf, type Agreement, type Interval, type Pair } from './agreement';
import type { CameraScores } from './camera-scores';
import { PART_NAMES, PARTS, type Part, type RatedPhoto } from './score-sheet';

/** A photo scored by people and by the camera. `failure`: why there is no picture. */
export interface ScoredPhoto {
  photo: RatedPhoto;
  camera: CameraScores | null;
  failure: string | null;
}

export interface PartReport {
  part: Part;
  /** Photos that people scored. */
  rated: number;
  /** Means of all looks, all photos in which somebody was seen, whatever the errors. */
  read: Agreement;
  /** One look of the first detector, those photos that the product would judge. */
  judged: Agreement;
  /** People against people: every two photos of one moment. */
  views: Agreement;
}

/** Least shares of the photos read. */
export const TARGETS: Partial<Record<Part, { exact: number; withinOne: number }>> = {
  trunk: { exact: 0.6, withinOne: 0.95 },
};

export function partReports(photos: readonly ScoredPhoto[]): PartReport[] {
  return PART_NAMES.map((part) => {
    const rated = photos.flatMap(({ photo, camera }) => {
      const b = photo.scores[part];
      return b === null ? [] : [{ b, group: photo.moment, camera }];
    });
    const against = (scoreOf: (camera: CameraScores) => number | null): Agreement =>
      agreementOf(
        rated.flatMap(({ b, group, camera }): Pair[] => {
          const a = camera === null ? null : scoreOf(camera);
          return a === null ? [] : [{ a, b, group }];
        }),
      );
    return {
      part,
      rated: rated.length,
      read: against(({ scores }) => scores[part].read),
      judged: against(({ scores }) => scores[part].judged.score),
      views: agreementOf(viewPairs(rated)),
    };
  });
}

function viewPairs(rated: readonly { b: number; group: string }[]): Pair[] {
  return rated.flatMap(({ b, group }, i) =>
    rated
      .slice(i + 1)
      .filter((other) => other.group === group)
      .map((other) => ({ a: b, b: other.b, group })),
  );
}

/** Sentences about missed targets; none when all are met. */
export function missedTargets(reports: readonly PartReport[]): string[] {
  return reports.flatMap(({ part, rated, read }) => {
    const target = TARGETS[part];
    if (target === undefined) return [];
    if (read.pairs === 0) return [`${part}: nothing could be compared (${rated} photos rated)`];
    const shares = [
      ['exact', read.exact / read.pairs, target.exact],
      ['within one step', read.withinOne / read.pairs, target.withinOne],
    ] as const;
    return shares
      .filter(([, share, least]) => share < least)
      .map(
        ([what, share, least]) => `${part}: ${what} ${percent(share)}, target ${percent(least)}`,
      );
  });
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function agreementText({ pairs, exact, withinOne, bias, kappa, kappaInterval }: Agreement): string {
  if (pairs === 0) return 'none';
  const interval = (range: Interval | null): string =>
    range === null ? '' : ` (${range.low.toFixed(2)} to ${range.high.toFixed(2)})`;
  return [
    `${pairs}`.padStart(4),
    `exact ${exact} = ${percent(exact / pairs)}`.padEnd(17),
    `within one ${withinOne} = ${percent(withinOne / pairs)}`.padEnd(22),
    `kappa ${kappa === null ? 'none' : kappa.toFixed(2)}${interval(kappaInterval)}`.padEnd(29),
    `mean difference ${bias!.toFixed(2)}`,
  ].join('  ');
}

/** What a person reads after a run. */
export function reportLines(
  reports: readonly PartReport[],
  photos: readonly ScoredPhoto[],
): string[] {
  const unseen = photos.filter(({ camera }) => camera?.measures == null);
  return [
    'REBA part scores, camera against people. Kappa: quadratic weights, 95 % by bootstrap over moments.',
    ...reports.flatMap((report) => [
      '',
      `${report.part} (1–${PARTS[report.part]}), ${report.rated} photos rated`,
      `  camera, all looks  ${agreementText(report.read)}`,
      `  one look, judged   ${agreementText(report.judged)}`,
      `  people, two views  ${agreementText(report.views)}`,
    ]),
    '',
    ...unseen.map(({ photo, failure }) => `${photo.image}: ${failure ?? 'nobody found'}`),
  ];
}

/** One line a photo, for looking at what falls short. */
export function photoLines(photos: readonly ScoredPhoto[]): string[] {
  return photos.flatMap(({ photo, camera }) => {
    if (camera?.measures == null) return [];
    const { trunkFlexion, axialTwist, lateralBend, kneeFlexion } = cameraReadings(camera.measures);
    const angle = ({ value, error }: Measure): string =>
      value === null ? '–' : `${value.toFixed(0)}±${error!.toFixed(0)}`;
    const parts = PART_NAMES.map((part) => {
      const { read, judged } = camera.scores[part];
      const range = judged.judged === true ? ` (${judged.low}–${judged.high})` : '';
      return `${part} ${read ?? '–'}${range} people ${photo.scores[part] ?? '–'}`;
    });
    const angles = [
      `bend ${angle(trunkFlexion)}`,
      `twist ${angle(axialTwist)}`,
      `aside ${angle(lateralBend)}`,
      `knees ${angle(kneeFlexion.left)} ${angle(kneeFlexion.right)}`,
      `camera at ${angle(camera.measures.viewAzimuthDeg)}`,
    ];
    return [`${photo.image}: ${parts.join(', ')}; ${angles.join(', ')}`];
  });
}
