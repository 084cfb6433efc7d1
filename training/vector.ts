/** Three numbers: metres in the world (y up), or a direction. */
export type Vector = readonly [number, number, number];
/** A rotation as the directions of its own left (x), up (y) and forward (z) axes in the world. */
export type Frame = readonly [Vector, Vector, Vector];

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const times = (a: Vector, s: number): Vector => [a[0] * s, a[1] * s, a[2] * s];
export const along = (a: Vector, b: Vector, s: number): Vector => [
  a[0] + b[0] * s,
  a[1] + b[1] * s,
  a[2] + b[2] * s,
];
export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vector): number => Math.hypot(a[0], a[1], a[2]);
export const unit = (a: Vector): Vector => times(a, 1 / Math.max(length(a), 1e-9));
export const middle = (a: Vector, b: Vector): Vector => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
  (a[2] + b[2]) / 2,
];
/** What is left of a when its part along the unit vector n is taken away. */
export const across = (a: Vector, n: Vector): Vector => along(a, n, -dot(a, n));

const RADIANS = Math.PI / 180;
export const sin = (degrees: number): number => Math.sin(degrees * RADIANS);
export const cos = (degrees: number): number => Math.cos(degrees * RADIANS);

export function angleBetween(a: Vector, b: Vector): number {
  return Math.acos(Math.min(1, Math.max(-1, dot(unit(a), unit(b))))) / RADIANS;
}

export const UPRIGHT: Frame = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

/** A point or direction given in the frame, in the world. */
export const within = (f: Frame, [x, y, z]: Vector): Vector => [
  f[0][0] * x + f[1][0] * y + f[2][0] * z,
  f[0][1] * x + f[1][1] * y + f[2][1] * z,
  f[0][2] * x + f[1][2] * y + f[2][2] * z,
];

/**
 * The frame turned by its own axes: first to the left about its up axis, then forward about its left
 * axis, then to the right about its forward axis. Degrees.
 */
export function turned(f: Frame, toLeft: number, forward: number, toRight: number): Frame {
  const cy = cos(toLeft),
    sy = sin(toLeft),
    cx = cos(forward),
    sx = sin(forward),
    cz = cos(toRight),
    sz = sin(toRight);
  const left0: Vector = within(f, [cy, 0, -sy]);
  const ahead0: Vector = within(f, [sy, 0, cy]);
  const up1 = plus(times(f[1], cx), times(ahead0, sx));
  const ahead1 = plus(times(f[1], -sx), times(ahead0, cx));
  return [plus(times(left0, cz), times(up1, sz)), plus(times(left0, -sz), times(up1, cz)), ahead1];
}

/** A frame whose up axis is this direction and whose left axis is as near to `left` as that allows. */
export function frameAlong(up: Vector, left: Vector): Frame {
  const u = unit(up);
  const l = unit(across(left, u));
  return [l, u, cross(l, u)];
}
