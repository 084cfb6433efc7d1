import type { Point } from './body';

/**
 * Adds the outline of a limb: two circles and their common tangents.
 *
 * @param path open to more shapes, to be filled all together
 */
export function addLimb(path: Path2D, a: Point, ra: number, b: Point, rb: number): void {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  if (length <= Math.abs(ra - rb)) {
    // One end hides the other: the limb points at the viewer.
    const [p, r] = ra > rb ? [a, ra] : [b, rb];
    path.moveTo(p.x + r, p.y);
    path.arc(p.x, p.y, r, 0, 2 * Math.PI);
    return;
  }
  const along = Math.atan2(b.y - a.y, b.x - a.x);
  const aside = Math.acos((ra - rb) / length);
  path.moveTo(a.x + ra * Math.cos(along + aside), a.y + ra * Math.sin(along + aside));
  path.arc(a.x, a.y, ra, along + aside, along - aside + 2 * Math.PI);
  path.arc(b.x, b.y, rb, along - aside, along + aside);
  path.closePath();
}

/** The convex hull of points in the picture, in order around it (Andrew 1979). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const turn = (o: Point, a: Point, b: Point): number =>
    (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
  const half = (from: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const p of from) {
      while (chain.length > 1 && turn(chain.at(-2)!, chain.at(-1)!, p) <= 0) chain.pop();
      chain.push(p);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half([...sorted].reverse())];
}
