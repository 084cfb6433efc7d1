import { backShape, median, roughFlexion, ROUGH_FLEXION_ERROR } from '../kinematics/back-outline';
import type { BackLook } from '../kinematics/back-outline';
import { viewName } from '../kinematics/camera-view';
import type { NotJudgedReason } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { Degrees, Seconds } from '../units';
import type { Check, CheckPhase, LiftVerdict } from './check';
import { makeCheck } from './make-check';

/** Less inclined than this, an outline does not tell a rounded back from a straight one (rule ROUND-1). */
const BENT_FROM: Degrees = 35;
/** Looks that must show a clear outline. */
const CLEAR_LOOKS = 2;
const ID = 'rounded-back';

const isBent = ({ measures: { trunkInclinationDeg: trunk } }: Moment): boolean =>
  trunk.judged === true && trunk.value! > BENT_FROM;

const notJudged = (phase: CheckPhase, judged: NotJudgedReason): Check =>
  makeCheck(ID, phase, { judged, worst: null }, () => 'not-judged');

/**
 * Rule ROUND-1 before the second look: why there can be none, or that it is still to come.
 *
 * @param moments smoothed, of the phase
 * @param bentBack the check of the same phase
 */
export function roundedBack(phase: CheckPhase, moments: readonly Moment[], bentBack: Check): Check {
  if (bentBack.value !== null && bentBack.value <= BENT_FROM) return notJudged(phase, 'not-bent');
  const bent = moments.filter(isBent);
  const azimuths = (bent.length > 0 ? bent : moments).flatMap(
    ({ measures: { viewAzimuthDeg: view } }) => (view.value === null ? [] : [Math.abs(view.value)]),
  );
  if (azimuths.length > 0 && viewName(median(azimuths)) !== 'side')
    return notJudged(phase, 'not-visible');
  return notJudged(phase, bentBack.notJudged ?? 'not-looked-at');
}

/** The phases of a lift that a second look can still say something about, with their times. */
export function unlookedPhases(
  lift: LiftVerdict,
): { phase: CheckPhase; fromS: Seconds; toS: Seconds }[] {
  return lift.checks.flatMap(({ id, phase, notJudged }) => {
    if (id !== ID || notJudged !== 'not-looked-at') return [];
    const times = timesOf(lift, phase);
    return times === null ? [] : [{ phase, ...times }];
  });
}

function timesOf(lift: LiftVerdict, phase: CheckPhase): { fromS: Seconds; toS: Seconds } | null {
  const [fromS, toS] =
    phase === 'lift' ? [lift.startS, lift.endS] : [lift.lowerStartS, lift.lowerEndS];
  return fromS === null || toS === null ? null : { fromS, toS };
}

/**
 * Rules ROUND-1, ROUND-2: the verdict with what second looks at its pictures say. Nothing else of it changes, and the
 * headline never does.
 */
export function lookedAgain(lift: LiftVerdict, looks: readonly BackLook[]): LiftVerdict {
  const checks = new Map(
    unlookedPhases(lift).flatMap(({ phase, fromS, toS }) => {
      const own = looks
        .filter(({ timeS }) => timeS >= fromS && timeS <= toS)
        .toSorted((a, b) => a.timeS - b.timeS);
      return own.length === 0 ? [] : [[phase, seen(phase, own)] as const];
    }),
  );
  if (checks.size === 0) return lift;
  return {
    ...lift,
    lookedAgain: true,
    checks: lift.checks.map((check) =>
      check.id === ID ? (checks.get(check.phase) ?? check) : check,
    ),
  };
}

/** The middle of the clear looks decides. */
function seen(phase: CheckPhase, looks: readonly BackLook[]): Check {
  const clear = looks.flatMap(({ upperBackDeg, timeS }) =>
    upperBackDeg === null ? [] : [{ upperBackDeg, timeS }],
  );
  if (clear.length < CLEAR_LOOKS) return notJudged(phase, 'too-uncertain');
  const middle = median(clear.map((look) => look.upperBackDeg));
  const shape = backShape(middle);
  if (shape === 'unclear') return notJudged(phase, 'too-uncertain');
  const nearest = clear.reduce((a, b) =>
    Math.abs(b.upperBackDeg - middle) < Math.abs(a.upperBackDeg - middle) ? b : a,
  );
  const worst = {
    value: roughFlexion(middle),
    error: ROUGH_FLEXION_ERROR,
    atS: nearest.timeS,
  };
  return makeCheck(ID, phase, { judged: true, worst }, () =>
    shape === 'rounded' ? 'watch' : 'ok',
  );
}
