import fc from 'fast-check';
import type { NioshEnd, NioshTask } from '../../../../src/core/standards/niosh';
import { COUPLINGS, DURATIONS } from '../../../../src/core/standards/niosh-tables';

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min, max, noNaN: true });

const anEnd = (widest: number): fc.Arbitrary<NioshEnd> =>
  fc.record({
    horizontalCm: between(0, 63 * widest),
    verticalCm: between(0, 175 * widest),
    asymmetryDeg: between(0, 135 * widest),
  });

/** Any task. @param widest 1: inside the equation but for the frequency; more: beyond its limits by that factor */
export const aTask = (widest = 1.3): fc.Arbitrary<NioshTask> =>
  fc.record({
    massKg: between(0.5, 60),
    origin: anEnd(widest),
    destination: anEnd(widest),
    control: fc.boolean(),
    perMinute: between(0, 8 * widest ** 3),
    duration: fc.constantFrom(...DURATIONS),
    coupling: fc.constantFrom(...COUPLINGS),
  });
