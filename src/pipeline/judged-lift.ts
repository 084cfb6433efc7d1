import type { BackLook } from '../core/kinematics/back-outline';
import type { LifterSet } from '../core/kinematics/lifter';
import type { Person } from '../core/kinematics/moment';
import type { Baseline } from '../core/kinematics/standing';
import type { DetectorId, PoseFrame } from '../core/pose/pose';
import type { JudgedLift } from '../core/records/judged-lift';
import { cutLift, liftEndS } from '../core/records/lift-cut';
import { RULES_VERSION } from '../core/scoring/rules';
import type { LiftVerdict } from '../core/scoring/check';
import type { Pixels } from '../core/units';
import { baselineRecord, roundedVerdict } from './recording';

interface Judged {
  index: number;
  verdict: LiftVerdict;
  /** All of the stream so far. */
  frames: readonly PoseFrame[];
  /** The one that this lift was measured against. */
  baseline: Baseline;
  /** All second looks so far. */
  looks: readonly BackLook[];
  lifters: LifterSet;
  person: Person;
  /** Of frames without anybody. */
  detector: DetectorId;
  picture: { width: Pixels; height: Pixels };
}

/** A lift with all that it was judged by, written as an analysis writes it. */
export function judgedLift(of: Judged): JudgedLift {
  const { index, verdict, person, lifters } = of;
  const frames = cutLift(of.frames, verdict);
  const pose = frames.find((frame) => frame.pose !== null)?.pose;
  // The detector may have been changed on the way, when a GPU was lost.
  const detector = pose?.detector ?? of.detector;
  const { width, height } = pose ?? of.picture;
  return {
    index,
    rules: RULES_VERSION,
    detector,
    lifter: lifters[detector].version,
    verdict: roundedVerdict(verdict),
    track: {
      detector,
      width,
      height,
      heightM: person.heightM,
      heightEntered: person.heightEntered,
      baseline: { ...baselineRecord(of.baseline), trusted: of.baseline.trusted },
      frames,
      looks: of.looks.filter(({ timeS }) => timeS >= verdict.startS && timeS <= liftEndS(verdict)),
    },
  };
}
