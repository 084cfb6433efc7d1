import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { findFfmpeg } from '../../../scripts/setup/find-ffmpeg.mjs';
import type { RgbaFrame } from '../../../src/detect/detector-port';

export const MODELS = fileURLToPath(new URL('../../../models', import.meta.url));
const DEMO = fileURLToPath(new URL('../../../public/demo/', import.meta.url));

/** Pictures of a demo clip, read by ffmpeg: `count` of them, `fps` a second, from `fromS`, scaled to width × height. */
export function demoFrames(
  clip: string,
  {
    count,
    fps = 10,
    fromS = 0,
    width = 640,
    height = 480,
  }: { count: number; fps?: number; fromS?: number; width?: number; height?: number },
): RgbaFrame[] {
  const bytes = execFileSync(
    findFfmpeg() ?? 'ffmpeg',
    [
      ...['-v', 'error', '-ss', `${fromS}`, '-i', `${DEMO}${clip}.mp4`],
      ...['-vf', `fps=${fps},scale=${width}:${height}`, '-frames:v', `${count}`],
      ...['-f', 'rawvideo', '-pix_fmt', 'rgba', '-'],
    ],
    { maxBuffer: 1 << 30 },
  );
  const size = width * height * 4;
  const frames = Array.from({ length: bytes.length / size }, (_, k) => ({
    width,
    height,
    data: new Uint8Array(bytes.subarray(k * size, (k + 1) * size)),
  }));
  if (frames.length < count)
    throw new Error(`${clip} has ${frames.length} of the ${count} pictures`);
  return frames;
}
