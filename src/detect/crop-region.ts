import type { Fraction, Pixels } from '../core/units';

/** A part of the picture as shares of its sides. It may reach beyond the picture (below 0, above 1): that part is black. */
export interface CropRegion {
  yMin: Fraction;
  xMin: Fraction;
  yMax: Fraction;
  xMax: Fraction;
}

interface Size {
  width: Pixels;
  height: Pixels;
}

interface Spot {
  x: Pixels;
  y: Pixels;
  score: Fraction;
}

/** A keypoint below this score has no say in where to look next (MoveNet's own limit). */
export const CROP_SCORE = 0.2;
/** Share of the new region in the smoothed one (MoveNet's own value). */
const SMOOTHING = 0.9;
/** Half side of the region over the farthest torso keypoint and over the farthest keypoint at all, from the hip middle. */
const TORSO_MARGIN = 1.9;
const BODY_MARGIN = 1.2;

const LEFT_SHOULDER = 5;
const RIGHT_SHOULDER = 6;
const LEFT_HIP = 11;
const RIGHT_HIP = 12;

/** The square in the middle of the picture: where MoveNet looks in the very first frame. */
export function middleSquare({ width, height }: Size): CropRegion {
  return centredSquare(Math.min(width, height), { width, height });
}

/** The whole picture padded to a square: where MoveNet looks when it lost the torso. */
export function wholeSquare({ width, height }: Size): CropRegion {
  return centredSquare(Math.max(width, height), { width, height });
}

function centredSquare(side: Pixels, { width, height }: Size): CropRegion {
  const yMin = (height / 2 - side / 2) / height;
  const xMin = (width / 2 - side / 2) / width;
  return { yMin, xMin, yMax: yMin + side / height, xMax: xMin + side / width };
}

/**
 * Where to look in the next frame: a square about the middle of the hips that holds the whole body as it was in this one,
 * after MoveNet's own cropping rule. keypoints: 17, in pixels of a picture of this size.
 */
export function nextRegion(keypoints: readonly Spot[], size: Size): CropRegion {
  const seen = (index: number) => keypoints[index]!.score > CROP_SCORE;
  if (!(seen(LEFT_HIP) || seen(RIGHT_HIP)) || !(seen(LEFT_SHOULDER) || seen(RIGHT_SHOULDER)))
    return wholeSquare(size);

  const y = (keypoints[LEFT_HIP]!.y + keypoints[RIGHT_HIP]!.y) / 2;
  const x = (keypoints[LEFT_HIP]!.x + keypoints[RIGHT_HIP]!.x) / 2;
  const reach = (spots: readonly Spot[]) =>
    spots.reduce((far, spot) => Math.max(far, Math.abs(y - spot.y), Math.abs(x - spot.x)), 0);
  const torso = [LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP].map(
    (index) => keypoints[index]!,
  );
  const body = keypoints.filter((spot) => spot.score >= CROP_SCORE);
  const toFarEdge = Math.max(x, size.width - x, y, size.height - y);
  const half = Math.min(
    Math.max(reach(torso) * TORSO_MARGIN, reach(body) * BODY_MARGIN),
    toFarEdge,
  );
  if (half > Math.max(size.width, size.height) / 2) return wholeSquare(size);
  return {
    yMin: (y - half) / size.height,
    xMin: (x - half) / size.width,
    yMax: (y - half + half * 2) / size.height,
    xMax: (x - half + half * 2) / size.width,
  };
}

/** Moves the smoothed region towards the newest one; the first one is taken as it is. */
export function smoothRegion(smoothed: CropRegion | null, newest: CropRegion): CropRegion {
  if (!smoothed) return newest;
  const mix = (from: number, to: number) => from + SMOOTHING * (to - from);
  return {
    yMin: mix(smoothed.yMin, newest.yMin),
    xMin: mix(smoothed.xMin, newest.xMin),
    yMax: mix(smoothed.yMax, newest.yMax),
    xMax: mix(smoothed.xMax, newest.xMax),
  };
}
