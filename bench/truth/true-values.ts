/** What a truth may know about one moment, in the field's own definitions (see docs/accuracy-clips.md). */
export const TRUE_NAMES = [
  'trunkInclination',
  'hipShoulderIncl',
  'trunkFlexion',
  'lateralBend',
  'axialTwist',
  'lumbarFlexion',
  'kneeFlexionL',
  'kneeFlexionR',
  'handAnkleDist',
  'wristHeight',
  'trunkVelocity',
  'heading',
  'azimuth',
] as const;
export type TrueName = (typeof TRUE_NAMES)[number];

/**
 * True values of one moment; a measure that the truth does not know is left out. Degrees, degrees a second (with
 * sign, + while bending), metres. `azimuth`: where the camera stands as seen from the pelvis at that moment, 0 = in
 * front, + on the person's left. `wristHeight`: middle of the wrists above middle of the ankles.
 */
export type TrueValues = Partial<Record<TrueName, number>>;

export type Point3 = readonly [x: number, y: number, z: number, ...rest: number[]];

export const middleOf = (a: Point3, b: Point3): Point3 => [
  (a[0] + b[0]) / 2,
  (a[1] + b[1]) / 2,
  (a[2] + b[2]) / 2,
];

/** An angle in degrees brought to -180..180. */
export const wrapped = (degrees: number): number => ((((degrees + 180) % 360) + 360) % 360) - 180;

/** Angle of the line from one point up to another against the vertical (y), degrees. */
export function inclinationOf(low: Point3, high: Point3): number {
  const [x, y, z] = [high[0] - low[0], high[1] - low[1], high[2] - low[2]];
  return (Math.acos(y / Math.hypot(x, y, z)) * 180) / Math.PI;
}

/** Those of the named numbers that a truth file gives and that are numbers. */
export function knownOf(values: Readonly<Record<string, unknown>>): TrueValues {
  return Object.fromEntries(
    TRUE_NAMES.flatMap((name) => {
      const value = values[name];
      return typeof value === 'number' && Number.isFinite(value) ? [[name, value]] : [];
    }),
  );
}
