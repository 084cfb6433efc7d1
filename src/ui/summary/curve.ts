import type { AnalysisFrame } from '../../core/session/analysis';
import type { MeasureName } from '../../core/kinematics/measure';
import type { Seconds } from '../../core/units';

interface CurvePoint {
  x: number;
  y: number;
  error: number;
}

/** Judged stretches of one measure in a box of 100 x 100; a gap wherever it was not judged. */
function stretches(
  frames: readonly AnalysisFrame[],
  name: MeasureName,
  lengthS: Seconds,
  from: number,
  to: number,
): CurvePoint[][] {
  const runs: CurvePoint[][] = [];
  let open = false;
  for (const frame of frames) {
    const value = frame.judged[name] === true ? frame[name] : null;
    if (value === null) {
      open = false;
      continue;
    }
    if (!open) runs.push([]);
    open = true;
    const y = 100 - ((value - from) / (to - from)) * 100;
    runs.at(-1)?.push({
      x: (frame.t / lengthS) * 100,
      y,
      error: ((frame.errors[name] ?? 0) / (to - from)) * 100,
    });
  }
  return runs;
}

const n = (v: number): string => v.toFixed(2);
const clamp = (v: number): number => Math.min(100, Math.max(0, v));

/** SVG path of the values. */
export function curvePath(
  frames: readonly AnalysisFrame[],
  name: MeasureName,
  lengthS: Seconds,
  from: number,
  to: number,
): string {
  return stretches(frames, name, lengthS, from, to)
    .map((run) => run.map((p, i) => `${i === 0 ? 'M' : 'L'}${n(p.x)} ${n(clamp(p.y))}`).join(''))
    .join('');
}

/** SVG path of the band of the error round the values. */
export function bandPath(
  frames: readonly AnalysisFrame[],
  name: MeasureName,
  lengthS: Seconds,
  from: number,
  to: number,
): string {
  return stretches(frames, name, lengthS, from, to)
    .map((run) => {
      const above = run.map((p) => `${n(p.x)} ${n(clamp(p.y - p.error))}`);
      const below = run.map((p) => `${n(p.x)} ${n(clamp(p.y + p.error))}`).reverse();
      return `M${[...above, ...below].join('L')}Z`;
    })
    .join('');
}

/** Whole seconds to write under a time axis, about eight of them. */
export function timeMarks(lengthS: Seconds): Seconds[] {
  const step = [1, 2, 5, 10, 30, 60, 120, 300].find((s) => lengthS / s <= 9) ?? 600;
  return Array.from({ length: Math.floor(lengthS / step) + 1 }, (_, i) => i * step);
}
