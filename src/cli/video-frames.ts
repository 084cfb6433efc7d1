import { spawn } from 'node:child_process';
import { fittedSize, isLookedAt } from '../capture/frame-choice';
import type { Pixels, Seconds } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';
import { FrameLog } from './frame-log';
import {
  feed,
  inputArguments,
  withoutPath,
  type RecordingInfo,
  type VideoPrograms,
} from './recording-probe';

/** One picture of a recording, scaled; `timeS` counts from its first frame. */
export interface VideoPicture {
  timeS: Seconds;
  frame: RgbaFrame;
}

export interface FrameRequest {
  path: string;
  still: boolean;
  info: RecordingInfo;
  /** Pictures looked at in a second. */
  fps: number;
  /** Longest side of the pictures. */
  maxSide: Pixels;
}

/** How the reading of a recording ended. */
export interface ReadingEnd {
  /** Time of the last decoded frame; null when there was none. */
  lastS: Seconds | null;
  /** What ffmpeg complained about, newest last. */
  errors: readonly string[];
}

/**
 * Decodes a recording with ffmpeg and hands out the frames that are on show at 0, 1/fps, 2/fps ... seconds, upright and
 * each with its own time stamp, by the same rule as in the browser. Pictures stream through: ffmpeg waits until the
 * next one is asked for. Leaving the loop early ends ffmpeg.
 */
export async function* readVideoFrames(
  programs: VideoPrograms,
  request: FrameRequest,
): AsyncGenerator<VideoPicture, ReadingEnd> {
  const { info, fps } = request;
  const { width, height } = fittedSize(info.width, info.height, request.maxSide);
  const log = new FrameLog();
  let firstS: Seconds | null = null;
  let held: VideoPicture | null = null;
  for await (const data of decode(programs, request, width, height, log)) {
    const stampS = log.takeTime() ?? NaN;
    firstS ??= Number.isNaN(stampS) ? 0 : stampS;
    // A broken file may have frames without a time, or out of order: they are not looked at.
    const timeS = stampS - firstS;
    if (!(timeS > (held?.timeS ?? -1))) continue;
    if (held !== null && isLookedAt(held.timeS, timeS, fps)) yield held;
    held = { timeS, frame: { width, height, data } };
  }
  if (held !== null && isLookedAt(held.timeS, null, fps)) yield held;
  return {
    lastS: held?.timeS ?? null,
    errors: log.errors.map((said) => withoutPath(said, request.path)),
  };
}

/** Pixels averaged, colours at full size: as near as ffmpeg comes to the canvas of a browser. */
const SCALING = 'area+accurate_rnd+full_chroma_int';

/** Runs ffmpeg and cuts what it sends into pictures. Each comes after its line in the log. */
async function* decode(
  programs: VideoPrograms,
  { path, still }: FrameRequest,
  width: Pixels,
  height: Pixels,
  log: FrameLog,
): AsyncGenerator<Uint8Array, void> {
  const child = spawn(
    programs.ffmpeg,
    [
      ...['-hide_banner', '-nostats', '-loglevel', 'repeat+level+info'],
      ...(still ? [] : ['-nostdin']),
      ...inputArguments(path, still),
      ...['-map', '0:V:0', '-vf', `showinfo=checksum=0,scale=${width}:${height}:flags=${SCALING}`],
      ...programs.everyFrame,
      ...(still ? ['-frames:v', '1'] : []),
      ...['-f', 'rawvideo', '-pix_fmt', 'rgba', 'pipe:1'],
    ],
    { stdio: [still ? 'pipe' : 'ignore', 'pipe', 'pipe'] },
  );
  const { stdout, stderr, stdin } = child;
  if (stdout === null || stderr === null) throw new Error('ffmpeg was started without pipes');
  const ended = new Promise<void>((done) => {
    child.on('close', done);
    child.on('error', (error) => {
      log.push(`[error] ${error.message}\n`);
      done();
    });
  });
  stderr
    .setEncoding('utf8')
    .on('data', (text: string) => log.push(text))
    .on('close', () => log.end());
  if (stdin !== null) feed(path, stdin);

  const size = 4 * width * height;
  let picture = new Uint8Array(size);
  let filled = 0;
  try {
    for await (const chunk of stdout as AsyncIterable<Uint8Array>) {
      for (let at = 0; at < chunk.length;) {
        const part = chunk.subarray(at, at + size - filled);
        picture.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled < size) continue;
        await log.hasTime();
        yield picture;
        picture = new Uint8Array(size);
        filled = 0;
      }
    }
    await ended;
  } finally {
    child.kill('SIGKILL');
  }
}
