import { NEVER_NARROWS_FROM, WIDTH_TERMS } from '../src/core/kinematics/error-width';

/** What is known of one output over all frames: terms of the frame, and log of |error| / sigma. */
export interface Residuals {
  /** Frame by frame, WIDTH_TERMS.length each. */
  terms: Float32Array;
  logRatios: Float32Array;
}

/** The share of errors that a width has to hold. */
const HELD = 0.9;
const STEPS = 500;
const RIDGE = 1e-3;

/**
 * Quantile regression by descent on the pinball loss (Koenker and Bassett 1978): the coefficients with which nine
 * errors in ten are within sigma times exp(coefficients · terms). Those of unclear points stay at zero or above.
 */
export function fitWidths({ terms, logRatios }: Residuals): number[] {
  const size = WIDTH_TERMS.length,
    count = logRatios.length;
  const sorted = Float32Array.from(logRatios).sort();
  const b = new Float64Array(size);
  b[0] = sorted[Math.floor(HELD * count)]!;
  const first = new Float64Array(size),
    second = new Float64Array(size),
    gradient = new Float64Array(size);
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0);
    for (let i = 0, o = 0; i < count; i++, o += size) {
      let said = 0;
      for (let k = 0; k < size; k++) said += b[k]! * terms[o + k]!;
      const pull = (logRatios[i]! > said ? HELD : HELD - 1) / count;
      for (let k = 0; k < size; k++) gradient[k] = gradient[k]! - pull * terms[o + k]!;
    }
    for (let k = 0; k < size; k++) {
      const g = gradient[k]! + (k === 0 ? 0 : RIDGE * b[k]!);
      first[k] = 0.9 * first[k]! + 0.1 * g;
      second[k] = 0.99 * second[k]! + 0.01 * g * g;
      const mean = first[k]! / (1 - 0.9 ** step),
        square = second[k]! / (1 - 0.99 ** step);
      b[k] = b[k]! - (0.04 * (1 - step / STEPS) * mean) / (Math.sqrt(square) + 1e-9);
      if (k >= NEVER_NARROWS_FROM && b[k]! < 0) b[k] = 0;
    }
  }
  return Array.from(b, (x) => Math.round(x * 1000) / 1000);
}
