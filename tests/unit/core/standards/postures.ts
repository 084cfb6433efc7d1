import * as fc from 'fast-check';
import type { NotJudgedReason } from '../../../../src/core/kinematics/measure';
import { answersFrom, type PostureAnswers } from '../../../../src/core/standards/posture-answers';
import {
  enteredAngle,
  type PostureReadings,
  type Reading,
} from '../../../../src/core/standards/posture-readings';

type Angles = Partial<
  Record<'trunk' | 'bend' | 'twist' | 'neck' | 'arm' | 'elbow' | 'knee', number>
>;

/** An upright person with hanging, bent arms, changed in some angles, both sides alike; all certain. */
export function posture(angles: Angles = {}): PostureReadings {
  const both = (value: number) => ({ left: enteredAngle(value), right: enteredAngle(value) });
  return {
    trunkFlexion: enteredAngle(angles.trunk ?? 0),
    lateralBend: enteredAngle(angles.bend ?? 0),
    axialTwist: enteredAngle(angles.twist ?? 0),
    neckFlexion: enteredAngle(angles.neck ?? 0),
    kneeFlexion: both(angles.knee ?? 0),
    upperArm: both(angles.arm ?? 0),
    elbowFlexion: both(angles.elbow ?? 80),
  };
}

export const seen = (
  value: number,
  error: number,
  judged: true | NotJudgedReason = true,
): Reading => ({
  value,
  error,
  judged,
  origin: 'camera',
});
export const unseen = (judged: NotJudgedReason): Reading => ({
  value: null,
  error: null,
  judged,
  origin: 'camera',
});

/** Any angle: certain, uncertain, too uncertain to be judged, or not seen. */
const anyReading = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.double({ min: -200, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 30, noNaN: true }),
      )
      .map(([value, error]) => seen(value, error, error > 20 ? 'too-uncertain' : true)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<NotJudgedReason>('no-person', 'out-of-frame').map(unseen),
  },
);
const sides = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<{ left: T; right: T }> =>
  fc.record({ left: one, right: one });

export const anyPosture: fc.Arbitrary<PostureReadings> = fc.record({
  trunkFlexion: anyReading,
  lateralBend: anyReading,
  axialTwist: anyReading,
  neckFlexion: anyReading,
  kneeFlexion: sides(anyReading),
  upperArm: sides(anyReading),
  elbowFlexion: sides(anyReading),
});

const yesNo = fc.boolean();
const anyArm = fc.record({
  wristBend: fc.constantFrom('none', 'up-to-15', 'over-15'),
  wristDeviated: yesNo,
  wristTwist: fc.constantFrom('mid-range', 'end-range'),
  shoulderRaised: yesNo,
  armAbducted: yesNo,
  armSupported: yesNo,
  forearmAcrossOrOut: yesNo,
});
export const anyAnswers: fc.Arbitrary<PostureAnswers> = fc
  .tuple(
    fc.record({
      stance: fc.constantFrom('standing', 'walking', 'sitting', 'kneeling'),
      footing: fc.constantFrom('both-legs', 'one-leg', 'unstable'),
      trunkSupported: yesNo,
      neckTwisted: yesNo,
      neckSideBent: yesNo,
      neckExtended: yesNo,
      loadKg: fc.double({ min: 0, max: 60, noNaN: true }),
      loadShock: yesNo,
      coupling: fc.constantFrom('good', 'fair', 'poor', 'unacceptable'),
      heldStill: yesNo,
      repeated: yesNo,
      rapidChange: yesNo,
    }),
    anyArm,
    anyArm,
  )
  .map(([task, left, right]) => answersFrom(task, { left, right }));
