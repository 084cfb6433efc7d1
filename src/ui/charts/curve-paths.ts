/** One reading of a curve; x in seconds or phases. `value` null: a gap. */
export interface CurvePoint {
  x: number;
  value: number | null;
  error: number | null;
  /** It was measured, but too unsure to count: drawn dotted. */
  faint?: boolean;
}

/** What a chart shows, in the curve's own units. */
export interface Frame {
  fromX: number;
  toX: number;
  fromY: number;
  toY: number;
}

const clamp = (v: number): number => Math.min(100, Math.max(0, v));
const n = (v: number): string => v.toFixed(2);
export const percentX = (frame: Frame, x: number): number =>
  ((x - frame.fromX) / (frame.toX - frame.fromX)) * 100;
export const percentY = (frame: Frame, y: number): number =>
  clamp(100 - ((y - frame.fromY) / (frame.toY - frame.fromY)) * 100);

type Known = CurvePoint & { value: number };
const isKnown = (p: CurvePoint): p is Known => p.value !== null;

/** Stretches without a gap; a faint stretch begins and ends on the firm point beside it, so that no hole shows. */
function stretches(points: readonly CurvePoint[], faint: boolean): Known[][] {
  const runs: Known[][] = [];
  let run: Known[] = [];
  points.forEach((point, i) => {
    const isOwn = isKnown(point) && (point.faint ?? false) === faint;
    if (isOwn) {
      const before = points[i - 1];
      if (faint && run.length === 0 && before !== undefined && isKnown(before)) run.push(before);
      run.push(point);
      return;
    }
    if (faint && run.length > 0 && isKnown(point)) run.push(point);
    if (run.length > 0) runs.push(run);
    run = [];
  });
  if (run.length > 0) runs.push(run);
  return runs;
}

/** SVG path of the values in a box of 100 x 100. @param faint the unsure stretches instead of the firm ones */
export function linePath(points: readonly CurvePoint[], frame: Frame, faint = false): string {
  return stretches(points, faint)
    .map((run) =>
      run
        .map(
          (p, i) =>
            `${i === 0 ? 'M' : 'L'}${n(percentX(frame, p.x))} ${n(percentY(frame, p.value))}`,
        )
        .join(''),
    )
    .join('');
}

/** SVG path of the error around the firm values. */
export function errorPath(points: readonly CurvePoint[], frame: Frame): string {
  return stretches(points, false)
    .map((run) => {
      const edge = (side: 1 | -1) =>
        run.map(
          (p) =>
            `${n(percentX(frame, p.x))} ${n(percentY(frame, p.value + side * (p.error ?? 0)))}`,
        );
      return `M${[...edge(1), ...edge(-1).reverse()].join('L')}Z`;
    })
    .join('');
}

/** Which row each of some stretches of a line lies in, so that none hides another. */
export function lanesOf(stretches: readonly { from: number; to: number }[]): number[] {
  const endOf: number[] = [];
  const lanes: number[] = [];
  const order = stretches.map((_, i) => i).sort((a, b) => stretches[a]!.from - stretches[b]!.from);
  for (const i of order) {
    const { from, to } = stretches[i]!;
    const free = endOf.findIndex((end) => end <= from);
    const lane = free === -1 ? endOf.length : free;
    endOf[lane] = to;
    lanes[i] = lane;
  }
  return lanes;
}

/** About what one letter of an axis is wide, px. */
const LETTER_PX = 7.5;

/** The marks of an axis whose labels have room beside those before them. @param widthPx of the axis */
export function fittingMarks(
  marks: readonly { x: number; label: string }[],
  frame: Frame,
  widthPx: number,
): { x: number; label: string; anchor: 'start' | 'middle' | 'end' }[] {
  let end = -Infinity;
  return marks.flatMap(({ x, label }) => {
    const percent = percentX(frame, x);
    const anchor = percent < 4 ? 'start' : percent > 96 ? 'end' : 'middle';
    const length = label.length * LETTER_PX;
    const before = { start: 0, middle: 0.5, end: 1 }[anchor] * length;
    const from = (percent / 100) * widthPx - before;
    if (from < end) return [];
    end = from + length;
    return [{ x, label, anchor }];
  });
}

/** Round numbers for an axis, at most `most` of them. */
export function ticks(from: number, to: number, most: number): number[] {
  const span = to - from;
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((s) => s * power).find((s) => span / s <= most) ?? span;
  const first = Math.ceil(from / step - 1e-9);
  return Array.from(
    { length: Math.floor(to / step + 1e-9) - first + 1 },
    (_, i) => (first + i) * step,
  );
}

/** The reading nearest to x; null for an empty curve. */
export function nearestPoint(points: readonly CurvePoint[], x: number): CurvePoint | null {
  return points.reduce<CurvePoint | null>(
    (best, p) => (best !== null && Math.abs(best.x - x) <= Math.abs(p.x - x) ? best : p),
    null,
  );
}
