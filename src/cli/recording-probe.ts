import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { fail, ok, type Result } from '../core/errors';
import type { Pixels, Seconds } from '../core/units';

/** The two programs that read recordings. */
export interface VideoPrograms {
  ffmpeg: string;
  ffprobe: string;
  /** What this ffmpeg calls "every frame as it is": `-fps_mode` since 5.1, `-vsync` before. */
  everyFrame: readonly string[];
}

/** What a recording says about itself. */
export interface RecordingInfo {
  /** Size as it is to be looked at: rotation flag and pixel shape applied. */
  width: Pixels;
  height: Pixels;
  /** null when the file does not say. */
  durationS: Seconds | null;
}

interface Sided {
  side_data_list?: { rotation?: number }[];
}

interface ProbedStream extends Sided {
  codec_type?: string;
  codec_name?: string;
  width?: number;
  height?: number;
  sample_aspect_ratio?: string;
  duration?: string;
  disposition?: { attached_pic?: number };
}

/** Answers of ffprobe are small; more than this is not an answer. */
const LONGEST_ANSWER = 4_000_000;
const PATIENCE_MS = 60_000;

/**
 * Asks ffprobe what is in a recording or picture.
 *
 * @param source its path, and whether it is a still picture
 * Errors: 'file-unreadable', 'file-no-video', 'file-codec'
 */
export async function probeRecording(
  programs: VideoPrograms,
  source: { path: string; still: boolean },
): Promise<Result<RecordingInfo>> {
  const answer = await ask(programs.ffprobe, source);
  if (!answer.ok) return answer;
  const { streams = [], frames = [], format = {} } = answer.value;
  // A song's cover is a "video" of one picture.
  const stream = streams.find((s) => s.codec_type === 'video' && s.disposition?.attached_pic !== 1);
  if (stream === undefined) {
    return streams.some((s) => s.codec_type === 'audio')
      ? fail('file-no-video')
      : fail('file-unreadable', 'no picture in it');
  }
  if (stream.codec_name === undefined || stream.codec_name === 'unknown') {
    return fail('file-codec', 'a codec that this ffmpeg does not know');
  }
  const { width = 0, height = 0 } = stream;
  if (width < 1 || height < 1) return fail('file-unreadable', 'its picture has no size');
  const [square, tall] = squarePixels(width, height, stream.sample_aspect_ratio);
  // A photo's turn is said by its picture, a recording's by its track.
  const turn = rotationOf(stream) ?? rotationOf(frames[0]) ?? 0;
  const quarterTurns = Math.round(turn / 90);
  const turned = quarterTurns % 2 !== 0;
  const durationS = Number(stream.duration ?? format.duration);
  return ok({
    width: turned ? tall : square,
    height: turned ? square : tall,
    durationS: Number.isFinite(durationS) && durationS > 0 ? durationS : null,
  });
}

const rotationOf = (part: Sided | undefined): number | undefined =>
  part?.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation;

/** Pixels that are not square make the picture wider or taller, never smaller. */
function squarePixels(width: Pixels, height: Pixels, ratio = '1:1'): [Pixels, Pixels] {
  const [num = 1, den = 1] = ratio.split(':').map(Number);
  if (!(num > 0) || !(den > 0) || num === den) return [width, height];
  return num > den
    ? [Math.round((width * num) / den), height]
    : [width, Math.round((height * den) / num)];
}

interface Answer {
  streams?: ProbedStream[];
  frames?: Sided[];
  format?: { duration?: string };
}

function ask(
  ffprobe: string,
  { path, still }: { path: string; still: boolean },
): Promise<Result<Answer>> {
  const entries =
    'stream=codec_type,codec_name,width,height,sample_aspect_ratio,duration:stream_disposition=attached_pic:' +
    'stream_side_data=rotation:format=duration' +
    (still ? ':frame=width:frame_side_data=rotation' : '');
  return new Promise((done) => {
    const child = execFile(
      ffprobe,
      [
        ...['-v', 'error', ...inputArguments(path, still)],
        ...(still ? ['-read_intervals', '%+#1'] : []),
        ...['-show_entries', entries, '-of', 'json'],
      ],
      { timeout: PATIENCE_MS, maxBuffer: LONGEST_ANSWER },
      (error, stdout, stderr) => {
        if (error) {
          const said = stderr.trim().split('\n').at(-1) ?? '';
          done(fail('file-unreadable', said === '' ? error.message : withoutPath(said, path)));
          return;
        }
        try {
          done(ok(JSON.parse(stdout) as Answer));
        } catch (thrown) {
          done(fail('file-unreadable', String(thrown)));
        }
      },
    );
    if (still && child.stdin) feed(path, child.stdin);
  });
}

/**
 * How ffmpeg and ffprobe are told what to read. A recording is named with `file:`, so that no name can be taken for an
 * option or an address; a still picture comes through stdin, because ffmpeg takes picture names for number patterns.
 */
export function inputArguments(path: string, still: boolean): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-i', still ? 'pipe:0' : `file:${path}`];
}

/** Sends a file into a program's stdin. A program that has seen enough closes it early: that is no failure. */
export function feed(path: string, stdin: NodeJS.WritableStream): void {
  const content = createReadStream(path);
  stdin.on('error', () => content.destroy());
  content.on('error', () => stdin.end());
  content.pipe(stdin);
}

/** ffmpeg's words begin with the name of the file, which the caller says anyway. */
export function withoutPath(said: string, path: string): string {
  return said
    .replaceAll(`file:${path}: `, '')
    .replaceAll('pipe:0: ', '')
    .replaceAll(`file:${path}`, 'it');
}
