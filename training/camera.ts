import type { Random } from './random';
import { cross, dot, minus, plus, sin, cos, times, unit, type Vector } from './vector';

/** A pinhole camera without distortion. */
export interface Camera {
  width: number;
  height: number;
  focalPx: number;
  position: Vector;
  right: Vector;
  up: Vector;
  ahead: Vector;
}

export interface Projected {
  x: number;
  y: number;
  /** Metres along the optical axis. */
  depth: number;
}

export function project(camera: Camera, point: Vector): Projected {
  const from = minus(point, camera.position);
  const depth = dot(from, camera.ahead);
  return {
    x: camera.width / 2 + (camera.focalPx * dot(from, camera.right)) / depth,
    y: camera.height / 2 - (camera.focalPx * dot(from, camera.up)) / depth,
    depth,
  };
}

export function cameraAt(
  position: Vector,
  target: Vector,
  rollDegrees: number,
  verticalFovDegrees: number,
  width: number,
  height: number,
): Camera {
  const ahead = unit(minus(target, position));
  const right0 = unit(cross(ahead, [0, 1, 0]));
  const up0 = cross(right0, ahead);
  const c = cos(rollDegrees),
    s = sin(rollDegrees);
  return {
    width,
    height,
    position,
    ahead,
    right: plus(times(right0, c), times(up0, s)),
    up: plus(times(up0, c), times(right0, -s)),
    focalPx: height / 2 / Math.tan((verticalFovDegrees * Math.PI) / 360),
  };
}

const PICTURES = [
  [360, 480],
  [480, 360],
  [640, 480],
  [360, 640],
  [640, 360],
] as const;

/** A camera on a table, a shelf or a tripod, anywhere around the person, that has the whole person in view. */
export function sampleCamera(random: Random, statureM: number): Camera {
  const [width, height] = PICTURES[Math.floor(random.next() * PICTURES.length)]!;
  const fov = random.between(35, 72);
  const tangent = Math.tan((fov * Math.PI) / 360);
  const azimuth = random.chance(0.45) ? random.between(-180, 180) : random.between(-120, 120);
  const needed = Math.max((statureM * 0.57) / tangent + 0.2, 0.75 / ((tangent * width) / height));
  const distance = Math.min(6.5, Math.max(needed, random.between(1.9, 5)));
  const position: Vector = [
    sin(azimuth) * distance,
    random.between(0.4, 2.2),
    cos(azimuth) * distance,
  ];
  const target: Vector = [
    random.limited(0, 0.15),
    statureM * random.limited(0.5, 0.05),
    random.limited(0, 0.15),
  ];
  return cameraAt(position, target, random.limited(0, 2), fov, width, height);
}
