import { probeRecording, type VideoPrograms } from '../../src/cli/recording-probe';
import { readVideoFrames } from '../../src/cli/video-frames';
import { ok, type Result } from '../../src/core/errors';
import { BODY_POINTS, keypointIndex, type BodyPoint } from '../../src/core/pose/landmarks';
import { familyOf, settledPose, type Keypoint, type Pose } from '../../src/core/pose/pose';
import type { Pixels } from '../../src/core/units';
import type { PoseDetector, RgbaFrame } from '../../src/detect/detector-port';

/** Photos are looked at larger than recordings: there is only one picture, and the person may be small in it. */
const LONGEST_SIDE: Pixels = 1280;
/** A detector finds the person at the first look and takes them larger at the next ones. */
const LOOKS = 3;

/** Reads one photo. The error is a sentence. */
export async function readPhoto(
  programs: VideoPrograms,
  path: string,
): Promise<Result<RgbaFrame, string>> {
  const info = await probeRecording(programs, { path, still: true });
  if (!info.ok) return { ok: false, error: `${info.error.kind} ${info.error.detail}`.trim() };
  const request = { path, still: true, info: info.value, fps: 1, maxSide: LONGEST_SIDE };
  for await (const { frame } of readVideoFrames(programs, request)) return ok(frame);
  return { ok: false, error: 'no picture could be read' };
}

/** The poses that one detector finds in a photo, straight and in the mirror: none, one or two. */
export async function looksAt(detector: PoseDetector, photo: RgbaFrame): Promise<Pose[]> {
  const straight = await lookedThrough(detector, photo);
  const inMirror = await lookedThrough(detector, mirroredFrame(photo));
  const poses = [straight, inMirror === null ? null : mirroredPose(inMirror)];
  return poses.filter((pose) => pose !== null);
}

async function lookedThrough(detector: PoseDetector, photo: RgbaFrame): Promise<Pose | null> {
  detector.reset();
  let pose: Pose | null = null;
  for (let look = 0; look < LOOKS; look++) {
    // Looked at again and lost: the earlier look counts.
    pose = (await detector.estimate(photo, look)) ?? pose;
  }
  return pose === null ? null : settledPose({ ...pose, timeS: 0 });
}

export function mirroredFrame({ width, height, data }: RgbaFrame): RgbaFrame {
  const from = new Uint32Array(data.buffer, data.byteOffset, width * height);
  const to = new Uint32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) to[y * width + x] = from[y * width + width - 1 - x]!;
  return { width, height, data: new Uint8Array(to.buffer) };
}

/** What was seen in the mirror, as it is: left and right changed over. Points that nobody uses stay where they are. */
export function mirroredPose(pose: Pose): Pose {
  const family = familyOf(pose.detector);
  const back = (point: Keypoint): Keypoint => ({ ...point, x: pose.width - point.x });
  const keypoints = pose.keypoints.map(back);
  for (const name of BODY_POINTS) {
    const other = /^left/.test(name)
      ? name.replace('left', 'right')
      : name.replace('right', 'left');
    const to = keypointIndex(family, name);
    const from = keypointIndex(family, other as BodyPoint);
    if (to !== undefined && from !== undefined) keypoints[to] = back(pose.keypoints[from]!);
  }
  const { timeS, detector, width, height } = pose;
  return { timeS, detector, width, height, keypoints };
}
