import type { Keypoint, DetectorId } from '../../core/pose/pose';
import { bodyOf, BONES, headOf, trunkOf, type Point } from './body';
import { fillSector, wedgeLayers } from './wedge';

export interface StillMoment {
  keypoints: Keypoint[];
  detector: DetectorId;
  /** Measured angle and its error in degrees; null when not judged. */
  bend: { value: number; error: number } | null;
}

export interface StillColours {
  ink: string;
  faint: string;
  wedge: string;
}

/** How far the plumb line rises over the hips, in lengths of the trunk. */
const PLUMB = 1.15;

/** What a figure covers, its plumb line too, in picture pixels; null when too little of the body was seen. */
export function extentOf(
  moment: StillMoment,
): { left: number; right: number; top: number; bottom: number } | null {
  const body = bodyOf(moment.keypoints, moment.detector, (p) => p);
  const points = Object.values(body);
  const trunk = trunkOf(body);
  if (points.length < 5 || !trunk) return null;
  const { pelvis, neck } = trunk;
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const plumbTop = pelvis.y - PLUMB * Math.hypot(neck.x - pelvis.x, neck.y - pelvis.y);
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys, plumbTop),
    bottom: Math.max(...ys),
  };
}

/**
 * One moment as a figure: body in thick round strokes, plumb line, wedge with its angle.
 *
 * @param width,height of the canvas in CSS pixels
 * @param extentPx room that must fit, in picture pixels; the same for figures that stand beside each other
 * @param label the angle as text; nothing is written when the bend was not judged
 */
export function drawStill(
  c: CanvasRenderingContext2D,
  width: number,
  height: number,
  moment: StillMoment,
  extentPx: { width: number; height: number },
  colours: StillColours,
  label: string,
): void {
  c.clearRect(0, 0, width, height);
  const own = extentOf(moment);
  if (!own) return;
  const scale = Math.min((height * 0.86) / extentPx.height, (width * 0.8) / extentPx.width);
  const place = (p: Point) => ({
    x: width / 2 + (p.x - (own.left + own.right) / 2) * scale,
    y: height * 0.94 - (own.bottom - p.y) * scale,
  });
  const body = bodyOf(moment.keypoints, moment.detector, place);
  const thick = Math.max(4, height * 0.04);

  c.strokeStyle = colours.faint;
  c.lineWidth = 1.5;
  c.beginPath();
  c.moveTo(width * 0.04, height * 0.965);
  c.lineTo(width * 0.96, height * 0.965);
  c.stroke();

  const trunk = trunkOf(body);
  if (trunk && moment.bend) {
    const { pelvis, neck } = trunk;
    const length = Math.hypot(neck.x - pelvis.x, neck.y - pelvis.y);
    const drawn = (Math.atan2(neck.x - pelvis.x, pelvis.y - neck.y) * 180) / Math.PI;
    c.fillStyle = colours.wedge;
    for (const layer of wedgeLayers(drawn, moment.bend.error, 0.92)) {
      c.globalAlpha = layer.alpha;
      fillSector(c, pelvis.x, pelvis.y, length * 0.92, 0, layer.to);
    }
    c.globalAlpha = 1;
    c.strokeStyle = colours.ink;
    c.lineWidth = 1.5;
    c.beginPath();
    c.moveTo(pelvis.x, pelvis.y);
    c.lineTo(pelvis.x, pelvis.y - length * PLUMB);
    c.stroke();
    c.fillStyle = colours.ink;
    c.font = `650 ${Math.max(18, height * 0.085)}px system-ui, sans-serif`;
    c.textAlign = drawn >= 0 ? 'right' : 'left';
    c.textBaseline = 'top';
    const side = drawn >= 0 ? -1 : 1;
    const room = c.measureText(label).width + 4;
    const x = pelvis.x + side * height * 0.03;
    const held = side > 0 ? Math.min(x, width - room) : Math.max(x, room);
    c.fillText(label, held, pelvis.y - length * PLUMB);
  }
  c.lineCap = c.lineJoin = 'round';
  c.strokeStyle = colours.faint;
  c.lineWidth = thick * 0.8;
  for (const [from, to] of BONES) stroke(c, body[from], body[to]);
  c.strokeStyle = colours.ink;
  c.lineWidth = thick;
  if (trunk) stroke(c, trunk.pelvis, trunk.neck);
  const head = headOf(body);
  c.fillStyle = colours.ink;
  if (head) circle(c, head, thick * 1.4);
  if (trunk) circle(c, trunk.pelvis, thick * 0.72);
}

function stroke(c: CanvasRenderingContext2D, a: Point | undefined, b: Point | undefined): void {
  if (!a || !b) return;
  c.beginPath();
  c.moveTo(a.x, a.y);
  c.lineTo(b.x, b.y);
  c.stroke();
}

function circle(c: CanvasRenderingContext2D, p: Point, radius: number): void {
  c.beginPath();
  c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
  c.fill();
}
