import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PostureAnswers } from '../../../../src/core/standards/posture-answers';
import { owasOf } from '../../../../src/core/standards/owas';
import type { PostureReadings, Reading } from '../../../../src/core/standards/posture-readings';
import { rebaOf } from '../../../../src/core/standards/reba';
import { rulaOf } from '../../../../src/core/standards/rula';
import type { Score } from '../../../../src/core/standards/told';
import { anyAnswers, anyPosture } from './postures';

/** Every score of a posture with the range it must stay in. */
function scoresOf(
  readings: PostureReadings,
  answers: PostureAnswers,
): [string, Score, number, number][] {
  const reba = rebaOf(readings, answers);
  const rula = rulaOf(readings, answers);
  const owas = owasOf(readings, answers);
  const sides = (['left', 'right'] as const).flatMap((side): [string, Score, number, number][] => [
    [`REBA ${side} upper arm`, reba.sides[side].upperArm, 1, 6],
    [`REBA ${side} lower arm`, reba.sides[side].lowerArm, 1, 2],
    [`REBA ${side} wrist`, reba.sides[side].wrist, 1, 3],
    [`REBA ${side}`, reba.sides[side].total, 1, 15],
    [`RULA ${side} upper arm`, rula.sides[side].upperArm, 1, 6],
    [`RULA ${side} lower arm`, rula.sides[side].lowerArm, 1, 3],
    [`RULA ${side} wrist`, rula.sides[side].wrist, 1, 4],
    [`RULA ${side} wrist twist`, rula.sides[side].wristTwist, 1, 2],
    [`RULA ${side}`, rula.sides[side].total, 1, 7],
  ]);
  return [
    ...sides,
    ['REBA neck', reba.neck, 1, 3],
    ['REBA trunk', reba.trunk, 1, 5],
    ['REBA legs', reba.legs, 1, 4],
    ['REBA', reba.total, 1, 15],
    ['RULA neck', rula.neck, 1, 6],
    ['RULA trunk', rula.trunk, 1, 6],
    ['RULA legs', rula.legs, 1, 2],
    ['RULA', rula.total, 1, 7],
    ['OWAS back', owas.back, 1, 4],
    ['OWAS arms', owas.arms, 1, 3],
    ['OWAS legs', owas.legs, 1, 7],
    ['OWAS', owas.total, 1, 4],
  ];
}

/** The same posture in the mirror. */
const mirrored = (readings: PostureReadings): PostureReadings => {
  const other = (reading: Reading): Reading =>
    reading.value === null ? reading : { ...reading, value: -reading.value };
  const swapped = <T>({ left, right }: { left: T; right: T }) => ({ left: right, right: left });
  return {
    ...readings,
    lateralBend: other(readings.lateralBend),
    axialTwist: other(readings.axialTwist),
    kneeFlexion: swapped(readings.kneeFlexion),
    upperArm: swapped(readings.upperArm),
    elbowFlexion: swapped(readings.elbowFlexion),
  };
};

/** The same posture, measured less well, still judged where it was. */
const blurred = (readings: PostureReadings, by: number): PostureReadings => {
  const wider = (reading: Reading): Reading =>
    reading.error === null ? reading : { ...reading, error: reading.error + by };
  const both = ({ left, right }: { left: Reading; right: Reading }) => ({
    left: wider(left),
    right: wider(right),
  });
  return {
    trunkFlexion: wider(readings.trunkFlexion),
    lateralBend: wider(readings.lateralBend),
    axialTwist: wider(readings.axialTwist),
    neckFlexion: wider(readings.neckFlexion),
    kneeFlexion: both(readings.kneeFlexion),
    upperArm: both(readings.upperArm),
    elbowFlexion: both(readings.elbowFlexion),
  };
};

describe('posture scores of any posture', () => {
  it('are whole numbers in their range, with a range that contains them, or null with a reason', () => {
    fc.assert(
      fc.property(anyPosture, anyAnswers, (readings, answers) => {
        for (const [name, { score, low, high, judged }, least, most] of scoresOf(
          readings,
          answers,
        )) {
          if (judged !== true) {
            expect([score, low, high], name).toEqual([null, null, null]);
            continue;
          }
          expect(Number.isInteger(score), name).toBe(true);
          expect(least <= low && low <= score && score <= high && high <= most, name).toBe(true);
        }
      }),
    );
  });

  it('are the same in the mirror, left and right changed over', () => {
    fc.assert(
      fc.property(anyPosture, anyAnswers, (readings, { task, arms }) => {
        const straight = { task, arms };
        const swapped = { task, arms: { left: arms.right, right: arms.left } };
        const [a, b] = [rebaOf(readings, straight), rebaOf(mirrored(readings), swapped)];
        expect({ ...b, sides: { left: b.sides.right, right: b.sides.left } }).toEqual(a);
        const [c, d] = [rulaOf(readings, straight), rulaOf(mirrored(readings), swapped)];
        expect({ ...d, sides: { left: d.sides.right, right: d.sides.left } }).toEqual(c);
        expect(owasOf(mirrored(readings), swapped)).toEqual(owasOf(readings, straight));
      }),
    );
  });

  it('have a range that never narrows as the error grows, about the same score', () => {
    fc.assert(
      fc.property(
        anyPosture,
        anyAnswers,
        fc.double({ min: 0, max: 20, noNaN: true }),
        (readings, answers, by) => {
          const after = scoresOf(blurred(readings, by), answers);
          scoresOf(readings, answers).forEach(([name, before], i) => {
            const now = after[i]![1];
            if (before.judged !== true || now.judged !== true) return;
            expect(now.score, name).toBe(before.score);
            expect(now.low <= before.low && now.high >= before.high, name).toBe(true);
          });
        },
      ),
    );
  });

  it('have no range at all when nothing is uncertain', () => {
    fc.assert(
      fc.property(anyPosture, anyAnswers, (readings, answers) => {
        const exact = JSON.parse(JSON.stringify(readings), (key, value: unknown) =>
          key === 'error' && value !== null ? 0 : value,
        ) as PostureReadings;
        for (const [name, { score, low, high }] of scoresOf(exact, answers))
          expect([low, high], name).toEqual([score, score]);
      }),
    );
  });
});
