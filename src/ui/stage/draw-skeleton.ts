import type { Body, BodyVector, SkeletonJoint } from '../../core/kinematics/skeleton';
import type { Metres } from '../../core/units';
import { BONES } from './body';
import { floorOf, seenFrom, type Seen, type Viewpoint } from './turned';
import { wedgeLayers } from './wedge';

export interface SkeletonColours {
  ink: string;
  near: string;
  far: string;
  floor: string;
  wedge: string;
}

export interface SkeletonPicture {
  skeleton: Body;
  view: Viewpoint;
  /** Half the room to be shown, m: the same for all frames of a lift. */
  reach: Metres;
  /** Measured angle and its error in degrees; null when not judged. */
  bend: { value: number; error: number } | null;
  /** The angle as text. */
  label: string;
}

const ORIGIN: BodyVector = [0, 0, 0];
/** Height of the plumb line over the hips, m. */
const PLUMB: Metres = 0.62;

/**
 * A body in three dimensions, turned to `view`: what is farther off is drawn first and fainter, then trunk, plumb line and
 * the wedge between them as they look from there. The number is the measured one.
 */
export function drawSkeleton(
  c: CanvasRenderingContext2D,
  width: number,
  height: number,
  picture: SkeletonPicture,
  colours: SkeletonColours,
): void {
  const { skeleton, view, reach, bend } = picture;
  c.clearRect(0, 0, width, height);
  const scale = Math.min((height * 0.86) / (2 * reach), (width * 0.92) / (2 * reach));
  const floor = floorOf(skeleton);
  const middle = seenFrom([0, floor + reach, 0], view);
  const place = (at: BodyVector): Seen => {
    const seen = seenFrom(at, view);
    return {
      x: width / 2 + (seen.x - middle.x) * scale,
      y: height * 0.51 - (seen.y - middle.y) * scale,
      depth: seen.depth,
    };
  };
  const joint = (name: SkeletonJoint): Seen => place(skeleton.joints[name].at);
  const thick = Math.max(4, scale * 0.055);

  drawFloor(c, place, floor, reach, colours.floor);
  c.lineCap = c.lineJoin = 'round';
  const bones = BONES.map(([from, to]) => ({ from: joint(from), to: joint(to) }))
    .map((bone) => ({ ...bone, depth: (bone.from.depth + bone.to.depth) / 2 }))
    .sort((a, b) => b.depth - a.depth);
  const pelvis = place(ORIGIN);
  const neck = joint('neckBase');
  for (const bone of bones) {
    c.strokeStyle = bone.depth > 0.02 ? colours.far : colours.near;
    c.lineWidth = thick * 0.8;
    stroke(c, bone.from, bone.to);
  }
  if (bend !== null) drawWedge(c, place, skeleton.joints.neckBase.at, bend, colours.wedge);
  const plumbTop = place([0, PLUMB, 0]);
  c.strokeStyle = colours.ink;
  c.lineWidth = 1.5;
  stroke(c, pelvis, plumbTop);
  c.lineWidth = thick;
  c.setLineDash(bend === null ? [1, thick * 1.8] : []);
  stroke(c, pelvis, neck);
  c.setLineDash([]);
  c.fillStyle = colours.ink;
  const nose = skeleton.joints.nose.at;
  const base = skeleton.joints.neckBase.at;
  // Between neck and nose lies the head; its middle is nearer to the neck's line than to the face.
  circle(
    c,
    place([(nose[0] + base[0]) / 2, (nose[1] + base[1]) / 2 + 0.05, (nose[2] + base[2]) / 2]),
    scale * 0.095,
  );
  circle(c, pelvis, thick * 0.75);
  if (bend === null) return;
  c.font = `650 ${Math.max(18, height * 0.07)}px system-ui, sans-serif`;
  const isRight = neck.x >= pelvis.x;
  c.textAlign = isRight ? 'right' : 'left';
  c.textBaseline = 'top';
  const room = c.measureText(picture.label).width + 4;
  const x = plumbTop.x + (isRight ? -10 : 10);
  c.fillText(
    picture.label,
    isRight ? Math.max(x, room) : Math.min(x, width - room),
    Math.min(plumbTop.y, pelvis.y - scale * 0.2),
  );
}

function drawFloor(
  c: CanvasRenderingContext2D,
  place: (at: BodyVector) => Seen,
  floor: Metres,
  reach: Metres,
  colour: string,
): void {
  c.strokeStyle = colour;
  c.lineWidth = 1;
  const half = reach * 0.8;
  c.beginPath();
  for (let i = -2; i <= 2; i++) {
    const along = (i / 2) * half;
    const lines: [BodyVector, BodyVector][] = [
      [
        [along, floor, -half],
        [along, floor, half],
      ],
      [
        [-half, floor, along],
        [half, floor, along],
      ],
    ];
    for (const [from, to] of lines) {
      const [a, b] = [place(from), place(to)];
      c.moveTo(a.x, a.y);
      c.lineTo(b.x, b.y);
    }
  }
  c.stroke();
}

/**
 * The sector between the plumb line and the trunk, in the plane of both, as it looks from the view; as wide as measured,
 * its edge as soft as the measure is unsure.
 */
export function drawWedge(
  c: CanvasRenderingContext2D,
  place: (at: BodyVector) => Seen,
  neck: BodyVector,
  bend: { value: number; error: number },
  colour: string,
): void {
  const radius = Math.hypot(...neck) * 0.92;
  const aside = Math.hypot(neck[0], neck[2]);
  if (aside < 1e-6) return;
  const [left, ahead] = [neck[0] / aside, neck[2] / aside];
  const pelvis = place(ORIGIN);
  c.fillStyle = colour;
  for (const layer of wedgeLayers(bend.value, bend.error, 0.9)) {
    c.globalAlpha = layer.alpha;
    c.beginPath();
    c.moveTo(pelvis.x, pelvis.y);
    const steps = Math.max(2, Math.ceil(layer.to / 4));
    for (let i = 0; i <= steps; i++) {
      const angle = ((layer.to * i) / steps) * (Math.PI / 180);
      const out = radius * Math.sin(angle);
      const at = place([left * out, radius * Math.cos(angle), ahead * out]);
      c.lineTo(at.x, at.y);
    }
    c.closePath();
    c.fill();
  }
  c.globalAlpha = 1;
}

function stroke(c: CanvasRenderingContext2D, a: Seen, b: Seen): void {
  c.beginPath();
  c.moveTo(a.x, a.y);
  c.lineTo(b.x, b.y);
  c.stroke();
}

function circle(c: CanvasRenderingContext2D, p: Seen, radius: number): void {
  c.beginPath();
  c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
  c.fill();
}
