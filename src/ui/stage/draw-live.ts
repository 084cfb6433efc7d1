import type { LiveState } from '../../pipeline/live-state';
import { bodyOf, BONES, headOf, trunkOf, type Body, type Point } from './body';
import { fillSector, wedgeLayers } from './wedge';

/** How the picture lies in its box, in CSS pixels: as large as fits whole, in the middle. */
export interface Placement {
  boxWidth: number;
  boxHeight: number;
  pictureWidth: number;
  pictureHeight: number;
  mirrored: boolean;
}

/** Where a point of the picture lies in the box, and how large one of its pixels is there. */
export function placing(p: Placement): { place: (point: Point) => Point; scale: number } {
  const scale = Math.min(p.boxWidth / p.pictureWidth, p.boxHeight / p.pictureHeight);
  const left = (p.boxWidth - p.pictureWidth * scale) / 2;
  const top = (p.boxHeight - p.pictureHeight * scale) / 2;
  const place = ({ x, y }: Point) => ({
    x: left + (p.mirrored ? p.pictureWidth - x : x) * scale,
    y: top + y * scale,
  });
  return { place, scale };
}

const LIGHT = '#f4f9fc';
const SHADE = 'rgb(5 10 14 / 55%)';

/**
 * Draws one state over the picture: thin skeleton, plumb line over the hips, line of the trunk, and the wedge between
 * them with the measured angle; its edge is as soft as the measure is unsure. Not judged: dashed, no number.
 *
 * @param degrees how an angle is written; null = silent: the skeleton alone, which tells nothing of the lift
 */
export function drawLive(
  c: CanvasRenderingContext2D,
  state: LiveState,
  placement: Omit<Placement, 'pictureWidth' | 'pictureHeight'>,
  degrees: ((value: number) => string) | null,
): void {
  c.clearRect(0, 0, placement.boxWidth, placement.boxHeight);
  const { pose, motion } = state;
  if (!pose || state.person !== 'tracked') return;
  const { place } = placing({ ...placement, pictureWidth: pose.width, pictureHeight: pose.height });
  const body = bodyOf(pose.keypoints, pose.detector, place);
  const unit = Math.min(placement.boxWidth, placement.boxHeight) / 100;
  drawBones(c, body, unit);
  const trunk = trunkOf(body);
  if (!trunk || degrees === null) return;
  const bend = motion?.measures.trunkInclinationDeg;
  const judged = bend?.judged === true && bend.value !== null ? bend : null;
  drawPlumb(c, trunk, unit, judged, degrees);
}

function drawBones(c: CanvasRenderingContext2D, body: Body, unit: number): void {
  c.lineCap = c.lineJoin = 'round';
  const path = new Path2D();
  for (const [from, to] of BONES) {
    const [a, b] = [body[from], body[to]];
    if (!a || !b) continue;
    path.moveTo(a.x, a.y);
    path.lineTo(b.x, b.y);
  }
  const head = headOf(body);
  if (head) {
    path.moveTo(head.x + unit * 1.6, head.y);
    path.arc(head.x, head.y, unit * 1.6, 0, 2 * Math.PI);
  }
  c.strokeStyle = SHADE;
  c.lineWidth = Math.max(3.5, unit * 0.75);
  c.stroke(path);
  c.strokeStyle = 'rgb(244 249 252 / 85%)';
  c.lineWidth = Math.max(1.5, unit * 0.3);
  c.stroke(path);
}

function drawPlumb(
  c: CanvasRenderingContext2D,
  { pelvis, neck }: { pelvis: Point; neck: Point },
  unit: number,
  bend: { value: number | null; error: number | null } | null,
  degrees: (value: number) => string,
): void {
  const length = Math.hypot(neck.x - pelvis.x, neck.y - pelvis.y);
  // What the picture shows; the number is the measured one, which knows about depth.
  const drawn = (Math.atan2(neck.x - pelvis.x, pelvis.y - neck.y) * 180) / Math.PI;
  const radius = Math.max(length * 0.86, unit * 9);
  if (bend?.value != null) {
    c.fillStyle = LIGHT;
    for (const layer of wedgeLayers(drawn, bend.error ?? 0, 0.62)) {
      c.globalAlpha = layer.alpha;
      fillSector(c, pelvis.x, pelvis.y, radius, 0, layer.to);
    }
    c.globalAlpha = 1;
  }
  const top = pelvis.y - Math.max(length * 1.2, unit * 12);
  line(c, pelvis, { x: pelvis.x, y: top }, Math.max(1.5, unit * 0.3), 'rgb(244 249 252 / 95%)');
  c.setLineDash(bend ? [] : [unit * 0.2, unit * 2]);
  line(c, pelvis, neck, Math.max(4, unit * 0.95), LIGHT);
  c.setLineDash([]);
  dot(c, pelvis, Math.max(5, unit * 1.1));
  if (bend?.value != null) label(c, pelvis, radius, drawn, degrees(bend.value), unit);
}

function line(
  c: CanvasRenderingContext2D,
  a: Point,
  b: Point,
  width: number,
  colour: string,
): void {
  for (const [w, style] of [
    [width + 3, SHADE],
    [width, colour],
  ] as const) {
    c.strokeStyle = style;
    c.lineWidth = w;
    c.beginPath();
    c.moveTo(a.x, a.y);
    c.lineTo(b.x, b.y);
    c.stroke();
  }
}

function dot(c: CanvasRenderingContext2D, p: Point, radius: number): void {
  c.fillStyle = LIGHT;
  c.strokeStyle = SHADE;
  c.lineWidth = 2;
  c.beginPath();
  c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
  c.fill();
  c.stroke();
}

/** The angle, on the far side of the plumb line, where no part of the wedge hides it. */
function label(
  c: CanvasRenderingContext2D,
  pelvis: Point,
  radius: number,
  drawn: number,
  text: string,
  unit: number,
): void {
  const size = Math.max(20, unit * 4.6);
  c.font = `650 ${size}px system-ui, sans-serif`;
  c.textBaseline = 'middle';
  c.textAlign = 'center';
  const width = c.measureText(text).width + size * 0.7;
  const side = drawn >= 0 ? -1 : 1;
  const x = pelvis.x + side * (width / 2 + unit * 2.4);
  const y = pelvis.y - radius * 0.72;
  c.fillStyle = 'rgb(10 16 21 / 82%)';
  c.beginPath();
  c.roundRect(x - width / 2, y - size * 0.7, width, size * 1.4, size * 0.7);
  c.fill();
  c.fillStyle = LIGHT;
  c.fillText(text, x, y + size * 0.04);
}
