import type { Degrees } from '../../core/units';

/** One layer of a wedge, from the plumb line to `to`; + to the drawn side. */
export interface Layer {
  to: Degrees;
  alpha: number;
}

const LAYERS = 14;

/**
 * The filled wedge between the plumb line and a line at `angle`, its edge as soft as the measure is unsure: full up to
 * angle - error, fading to nothing at angle + error. Sign of the angle is kept. Drawn alike on canvas and in SVG.
 *
 * Layers lie over each other, the widest first, each from the plumb line outwards, so that no seams show between them.
 *
 * @param opacity of the full part, 0..1
 */
export function wedgeLayers(angle: Degrees, error: Degrees, opacity: number): Layer[] {
  const side = angle < 0 ? -1 : 1;
  const size = Math.abs(angle);
  const soft = Math.max(error, 0.5);
  const solid = Math.max(0, size - soft);
  const step = (size + soft - solid) / LAYERS;
  const layers: Layer[] = [];
  let below = 0;
  for (let i = LAYERS; i >= 1; i--) {
    const wanted = opacity * (1 - (i - 0.5) / LAYERS);
    layers.push({ to: side * (solid + i * step), alpha: 1 - (1 - wanted) / (1 - below) });
    below = wanted;
  }
  if (solid > 0.5) layers.push({ to: side * solid, alpha: 1 - (1 - opacity) / (1 - below) });
  return layers;
}

/** Point at `radius` from (x, y) in the direction `angle` from straight up, clockwise on the screen. */
export function pointAt(
  x: number,
  y: number,
  radius: number,
  angle: Degrees,
): { x: number; y: number } {
  const a = (angle * Math.PI) / 180;
  return { x: x + radius * Math.sin(a), y: y - radius * Math.cos(a) };
}

/** SVG path of a sector from `from` to `to` about (x, y). */
export function sectorPath(
  x: number,
  y: number,
  radius: number,
  from: Degrees,
  to: Degrees,
): string {
  const a = pointAt(x, y, radius, from);
  const b = pointAt(x, y, radius, to);
  const large = Math.abs(to - from) > 180 ? 1 : 0;
  const sweep = to > from ? 1 : 0;
  const n = (v: number) => v.toFixed(2);
  return `M${n(x)} ${n(y)}L${n(a.x)} ${n(a.y)}A${radius} ${radius} 0 ${large} ${sweep} ${n(b.x)} ${n(b.y)}Z`;
}

/** Fills a sector on a canvas; same geometry as `sectorPath`. */
export function fillSector(
  c: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  from: Degrees,
  to: Degrees,
): void {
  const up = -Math.PI / 2;
  const [a, b] = [up + (from * Math.PI) / 180, up + (to * Math.PI) / 180];
  c.beginPath();
  c.moveTo(x, y);
  c.arc(x, y, radius, a, b, b < a);
  c.closePath();
  c.fill();
}
