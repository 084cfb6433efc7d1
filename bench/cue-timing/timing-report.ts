import type { DetectorId } from '../../src/core/pose/pose';
import type { CueTime } from './cue-times';

/** One recording with one detector at one rate. */
export interface TimedRecording {
  name: string;
  detector: DetectorId;
  /** Poses in a second. */
  rate: number;
  /** Why it could not be gone through; else null. */
  failure: string | null;
  cues: CueTime[];
  /** True lifts after which nothing was said. */
  withoutCue: number;
}

/** Rule CUE-7: seconds from the true end to the start of a cue, at most. */
export const LATEST_S = 1;

export interface TimingResult {
  cues: number;
  /** Targets: none of these. Each is `recording (detector, rate) at time`. */
  duringLift: string[];
  notJudged: string[];
  late: string[];
  failures: string[];
  /** For information: said while the load was already put down again, after no true lift; and lifts without a word. */
  whileLowering: string[];
  invented: string[];
  withoutCue: number;
}

const lateBy = ({ atS, trueEndS }: CueTime): number | null =>
  trueEndS === null ? null : atS - trueEndS;

export function resultOf(timed: readonly TimedRecording[]): TimingResult {
  const all = timed.flatMap((own) => own.cues.map((cue) => ({ ...cue, own })));
  type One = (typeof all)[number];
  const which = (is: (cue: One) => boolean): string[] =>
    all
      .filter(is)
      .map(
        ({ own: { name, detector, rate }, atS }) =>
          `${name} (${detector}, ${rate}/s) at ${atS.toFixed(2)} s`,
      );
  return {
    cues: all.length,
    duringLift: which(({ during }) => during === 'lift'),
    notJudged: which(
      ({ coaching }) => coaching.kind === 'cue' && coaching.check.notJudged !== null,
    ),
    late: which((cue) => (lateBy(cue) ?? 0) > LATEST_S),
    failures: timed.flatMap(({ name, failure }) =>
      failure === null ? [] : [`${name}: ${failure}`],
    ),
    whileLowering: which(({ during }) => during === 'lower'),
    invented: which(({ trueEndS }) => trueEndS === null),
    withoutCue: timed.reduce((sum, own) => sum + own.withoutCue, 0),
  };
}

/** A run without a single cue shows nothing. */
export const exitCodeOf = ({ cues, duringLift, notJudged, late, failures }: TimingResult): 0 | 1 =>
  cues === 0 || [duringLift, notJudged, late, failures].some((list) => list.length > 0) ? 1 : 0;

const seconds = (value: number | null): string =>
  (value === null ? '–' : `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`).padStart(7);

const what = ({ coaching }: CueTime): string => {
  if (coaching.kind === 'cue') return `${coaching.cue} (${coaching.check.state})`;
  return coaching.kind === 'praise'
    ? `praise (${coaching.changed ?? 'nothing stands out'})`
    : `view (${coaching.check.id}: ${coaching.check.notJudged})`;
};

/** The table and the targets, in print. */
export function timingLines(timed: readonly TimedRecording[], result: TimingResult): string[] {
  const wide = Math.max(10, ...timed.map(({ name }) => name.length));
  const head = [
    'recording'.padEnd(wide),
    'detector'.padEnd(17),
    'rate'.padStart(4),
    'cue at'.padStart(7),
    'true end'.padStart(9),
    'found end'.padStart(10),
    ' after',
    'during',
    'said',
  ].join('  ');
  const rows = timed.flatMap(({ name, detector, rate, cues }) =>
    cues.map((cue) =>
      [
        name.padEnd(wide),
        detector.padEnd(17),
        `${rate}`.padStart(4),
        cue.atS.toFixed(2).padStart(7),
        seconds(lateBy(cue)).padStart(9),
        seconds(cue.atS - cue.foundEndS).padStart(10),
        cue.after.padStart(6),
        (cue.during ?? '–').padEnd(6),
        what(cue),
      ].join('  '),
    ),
  );
  const list = (title: string, found: readonly string[], isTarget: boolean): string[] => [
    `${title.padEnd(42)} ${`${found.length}`.padStart(4)}${isTarget ? `   target 0: ${found.length === 0 ? 'met' : 'MISSED'}` : ''}`,
    ...found.map((one) => `    ${one}`),
  ];
  const lates = timed.flatMap(({ cues }) => cues.flatMap((cue) => lateBy(cue) ?? []));
  return [
    'Seconds from the true end, and from the end as it was found, to the start of what is said:',
    head,
    ...rows,
    '',
    `${result.cues} times something was said; from ${seconds(Math.min(...lates)).trim()} s to ${seconds(Math.max(...lates)).trim()} s after the true end.`,
    ...list('said during a lift', result.duringLift, true),
    ...list('cues for a check that was not judged', result.notJudged, true),
    ...list(`later than ${LATEST_S.toFixed(1)} s after the true end`, result.late, true),
    ...list('recordings that could not be gone through', result.failures, true),
    ...list('said while the load was put down again', result.whileLowering, false),
    ...list('said after no true lift', result.invented, false),
    `${'true lifts after which nothing was said'.padEnd(42)} ${`${result.withoutCue}`.padStart(4)}`,
  ];
}
