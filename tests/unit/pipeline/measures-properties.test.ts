import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURE_NAMES, type MeasureName } from '../../../src/core/kinematics/measure';
import type { PoseFrame } from '../../../src/core/pose/pose';
import type { Analysis, AnalysisFrame } from '../../../src/core/session/analysis';
import { analyseRecording } from '../../../src/pipeline/recording';
import { lifters } from '../core/recordings';
import { atTime, changed, mirrored } from '../core/recordings-changed';
import { simulatedLift, timesAt, type SimulatedLift } from '../core/simulated-lift';

const RATE = 15;
const lift = fc.record<SimulatedLift>({
  seed: fc.integer({ min: 1, max: 1e6 }),
  azimuth: fc.integer({ min: -120, max: 120 }),
  trunk: fc.integer({ min: 20, max: 85 }),
  knees: fc.integer({ min: 0, max: 90 }),
  twist: fc.integer({ min: -35, max: 35 }),
});
const options = { numRuns: 12 };

function analysed(frames: readonly PoseFrame[]): Analysis {
  const { width, height } = frames.find((f) => f.pose !== null)?.pose ?? {
    width: 640,
    height: 480,
  };
  return analyseRecording({
    frames,
    source: { name: 'simulated', width, height, fps: RATE, durationS: frames.at(-1)!.timeS },
    detector: 'movenet-thunder',
    lifters,
    person: { heightM: 1.7, heightEntered: true },
    includePoses: false,
  });
}

/** Every measure of every frame that both know. */
function pairs(
  a: Analysis,
  b: Analysis,
): { name: MeasureName; x: AnalysisFrame; y: AnalysisFrame }[] {
  expect(b.frames).toHaveLength(a.frames.length);
  return a.frames.flatMap((x, i) =>
    MEASURE_NAMES.filter((name) => x[name] !== null && b.frames[i]![name] !== null).map((name) => ({
      name,
      x,
      y: b.frames[i]!,
    })),
  );
}

const OPPOSITE: Partial<Record<MeasureName, { name: MeasureName; sign: number }>> = {
  axialTwistDeg: { name: 'axialTwistDeg', sign: -1 },
  lateralBendDeg: { name: 'lateralBendDeg', sign: -1 },
  viewAzimuthDeg: { name: 'viewAzimuthDeg', sign: -1 },
  handDirectionDeg: { name: 'handDirectionDeg', sign: -1 },
  kneeFlexionLeftDeg: { name: 'kneeFlexionRightDeg', sign: 1 },
  kneeFlexionRightDeg: { name: 'kneeFlexionLeftDeg', sign: 1 },
  upperArmLeftDeg: { name: 'upperArmRightDeg', sign: 1 },
  upperArmRightDeg: { name: 'upperArmLeftDeg', sign: 1 },
  elbowFlexionLeftDeg: { name: 'elbowFlexionRightDeg', sign: 1 },
  elbowFlexionRightDeg: { name: 'elbowFlexionLeftDeg', sign: 1 },
};
/** Half a hundredth of a pixel here and there, from keeping keypoints to hundredths. */
const ROUNDING = { deg: 0.25, m: 0.003 };
const rounding = (name: MeasureName): number => (name.endsWith('M') ? ROUNDING.m : ROUNDING.deg);
const apart = (name: MeasureName, a: number, b: number): number =>
  name === 'viewAzimuthDeg' || name === 'handDirectionDeg'
    ? Math.abs(((((a - b + 180) % 360) + 360) % 360) - 180)
    : Math.abs(a - b);
/** Velocity is a difference over frames: roundings add up in it. */
const STEADY = MEASURE_NAMES.filter((name) => name !== 'trunkVelocityDegS');

describe('the measures of a simulated lift', () => {
  it('in the mirror are mirrored', () => {
    fc.assert(
      fc.property(lift, (movement) => {
        const { frames } = simulatedLift(movement, timesAt(RATE));
        const a = analysed(frames),
          b = analysed(mirrored({ frames } as Parameters<typeof mirrored>[0]).frames);
        a.frames.forEach((x, i) => {
          for (const name of STEADY) {
            const { name: other, sign } = OPPOSITE[name] ?? { name, sign: 1 };
            const y = b.frames[i]![other];
            expect(y === null).toBe(x[name] === null);
            if (x[name] !== null && y !== null)
              expect(apart(name, x[name], sign * y)).toBeLessThan(rounding(name));
          }
        });
        expect(b.lifts).toHaveLength(a.lifts.length);
      }),
      options,
    );
  });

  it('are the same in a larger or smaller picture', () => {
    fc.assert(
      fc.property(lift, fc.double({ min: 0.5, max: 3, noNaN: true }), (movement, scale) => {
        const { frames } = simulatedLift(movement, timesAt(RATE));
        const scaled = frames.map((f): PoseFrame => ({
          ...changed(f, (k) => ({ ...k, x: k.x * scale, y: k.y * scale })),
        }));
        for (const f of scaled) Object.assign(f.pose!, { width: 640 * scale, height: 480 * scale });
        for (const { name, x, y } of pairs(analysed(frames), analysed(scaled)))
          if (name !== 'trunkVelocityDegS')
            expect(apart(name, x[name]!, y[name]!)).toBeLessThan(2 * rounding(name));
      }),
      options,
    );
  });

  it('change less than their error when the person stands elsewhere in the picture', () => {
    fc.assert(
      fc.property(
        lift,
        fc.integer({ min: -60, max: 60 }),
        fc.integer({ min: -20, max: 20 }),
        (movement, dx, dy) => {
          const { frames } = simulatedLift(movement, timesAt(RATE));
          const shifted = frames.map((f) =>
            changed(f, (k) => ({ ...k, x: k.x + dx, y: k.y + dy })),
          );
          for (const { name, x, y } of pairs(analysed(frames), analysed(shifted)))
            if (x.judged[name] === true && y.judged[name] === true)
              expect(apart(name, x[name]!, y[name]!)).toBeLessThan(
                Math.max(x.errors[name]!, y.errors[name]!),
              );
        },
      ),
      options,
    );
  });

  it('do not depend on when the recording began', () => {
    fc.assert(
      fc.property(lift, fc.double({ min: 0.01, max: 1e4, noNaN: true }), (movement, start) => {
        const { frames } = simulatedLift(movement, timesAt(RATE));
        const later = frames.map((f) => atTime(f, f.timeS + start));
        for (const { name, x, y } of pairs(analysed(frames), analysed(later)))
          expect(apart(name, x[name]!, y[name]!)).toBeLessThan(0.02);
      }),
      options,
    );
  });

  /** Checks that both analyses judge of the same lift differ by no more than their errors. */
  function expectSameChecks(a: Analysis, b: Analysis): void {
    b.lifts.forEach((one) => {
      const same = a.lifts.find(({ graspS }) => graspS > one.startS && graspS < one.endS);
      one.checks.forEach((check) => {
        const other = same?.checks.find(
          ({ id, phase }) => id === check.id && phase === check.phase,
        );
        if (check.value === null || other === undefined || other.value === null) return;
        expect(Math.abs(Math.abs(check.value) - Math.abs(other.value))).toBeLessThanOrEqual(
          check.error! + other.error!,
        );
      });
    });
  }
  // a bend far enough to be a lift at any rate
  const atRates = (drawn: SimulatedLift, rate: number): [Analysis, Analysis] => {
    const movement = { ...drawn, trunk: Math.max(45, drawn.trunk) };
    return [
      analysed(simulatedLift(movement, timesAt(30)).frames),
      analysed(simulatedLift(movement, timesAt(rate)).frames),
    ];
  };

  it('at 10 to 60 pictures a second are the same to within their error', () => {
    fc.assert(
      fc.property(lift, fc.integer({ min: 10, max: 60 }), (drawn, rate) => {
        const [a, b] = atRates(drawn, rate);
        expect(b.lifts).toHaveLength(a.lifts.length);
        expectSameChecks(a, b);
      }),
      options,
    );
  });

  it('at 4 to 9 pictures a second too, of what is still found and judged', () => {
    fc.assert(
      fc.property(lift, fc.integer({ min: 4, max: 9 }), (drawn, rate) => {
        expectSameChecks(...atRates(drawn, rate));
      }),
      options,
    );
  });

  it('are never surer with points dropped or put elsewhere', () => {
    fc.assert(
      fc.property(
        lift,
        fc.integer({ min: 5, max: 16 }),
        fc.integer({ min: 0, max: Math.floor(5 * RATE) }),
        fc.integer({ min: -1, max: 1 }),
        (movement, point, at, far) => {
          const { frames } = simulatedLift(movement, timesAt(RATE));
          const worse = frames.map((f, i) =>
            i < at || i > at + 8
              ? f
              : changed(f, (k, index) =>
                  index !== point
                    ? k
                    : far === 0
                      ? { ...k, score: 0.05 }
                      : { ...k, x: k.x + far * 260, score: 0.05 },
                ),
          );
          const a = analysed(frames),
            b = analysed(worse);
          if (a.baseline?.timesS.join() !== b.baseline?.timesS.join()) return;
          for (const { name, x, y } of pairs(a, b)) {
            const inside = x.t >= frames[at]!.timeS && x.t <= frames[at]!.timeS + 8 / RATE;
            if (name === 'trunkVelocityDegS' || !inside || y.judged[name] !== true) continue;
            expect(y.errors[name]!, `${name} at ${x.t}`).toBeGreaterThanOrEqual(
              x.errors[name]! - rounding(name),
            );
          }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('never are NaN, whatever a detector gives', () => {
    const number = fc.oneof(
      fc.constantFrom(NaN, Infinity, -Infinity, 0, -0, 1e9, -1e9),
      fc.double({ min: -1e4, max: 1e4 }),
    );
    fc.assert(
      fc.property(
        lift,
        fc.array(
          fc.tuple(fc.nat(75), fc.nat(16), number, number, fc.oneof(number, fc.constant(0.5))),
          { minLength: 1, maxLength: 60 },
        ),
        (movement, faults) => {
          const { frames } = simulatedLift(movement, timesAt(RATE));
          for (const [frame, point, x, y, score] of faults)
            if (frames[frame]?.pose) frames[frame].pose.keypoints[point] = { x, y, score };
          const { frames: measured, lifts } = analysed(frames);
          for (const frame of measured)
            for (const name of MEASURE_NAMES)
              for (const value of [frame[name], frame.errors[name]])
                expect(value === null || Number.isFinite(value)).toBe(true);
          for (const { checks, score } of lifts) {
            expect(score === null || Number.isFinite(score)).toBe(true);
            for (const { value, error, state } of checks) {
              expect(value === null || Number.isFinite(value)).toBe(true);
              expect(error === null || Number.isFinite(error)).toBe(true);
              if (value === null) expect(state).toBe('not-judged');
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
