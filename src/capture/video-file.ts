import {
  BlobSource,
  Input,
  MATROSKA,
  MP4,
  QTFF,
  VideoSampleSink,
  WEBM,
  type InputVideoTrack,
  type VideoSample,
} from 'mediabunny';
import { fail, ok, type Result } from '../core/errors';
import { LONGEST_LAST_FRAME_S, SHORTEST_S } from '../core/session/recording-limits';
import type { Pixels, Seconds } from '../core/units';
import type { RgbaFrame } from '../detect/detector-port';
import { isLookedAt } from './frame-choice';
import { PixelCanvas } from './pixel-canvas';

/** An open recording. `close()` must be called once; reading after it ends without frames. */
export interface VideoFile {
  /** Size as it is to be looked at: the rotation flag and the pixel shape are already applied. */
  readonly width: Pixels;
  readonly height: Pixels;
  /** From the first frame to the end of the last. */
  readonly durationS: Seconds;
  /** Short name of the codec ('avc', 'vp9' ...), for the curious. */
  readonly codec: string;
  /** Where reading had to stop because the rest is damaged or missing; null while nothing was found amiss. */
  readonly damage: { readonly atS: Seconds; readonly detail: string } | null;
  close(): void;
}

/** One picture of a recording. */
export interface VideoPicture {
  /** The frame's own time stamp, from the first frame. */
  timeS: Seconds;
  /** Scaled so that the longer side is at most `maxSide`; upright. */
  frame: RgbaFrame;
  /** Size of the recording's picture before scaling (upright). */
  width: Pixels;
  height: Pixels;
}

export interface ReadOptions {
  /** Pictures looked at in a second. */
  fps: number;
  /** Longest side of the pictures handed out. */
  maxSide: Pixels;
  /** Aborting ends the reading without a further frame; the caller asks the signal whether it was cancelled. */
  signal?: AbortSignal;
}

/** What is open behind a VideoFile; kept here so that nobody outside depends on the demuxer. */
class OpenedVideo implements VideoFile {
  damage: VideoFile['damage'] = null;

  constructor(
    private readonly input: Input,
    readonly track: InputVideoTrack,
    readonly firstS: Seconds,
    readonly width: Pixels,
    readonly height: Pixels,
    readonly durationS: Seconds,
    readonly codec: string,
  ) {}

  close(): void {
    this.input.dispose();
  }

  get closed(): boolean {
    return this.input.disposed;
  }
}

const detailOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

/**
 * Opens a recording (mp4, mov, webm, mkv) and proves that its first frame can be decoded.
 * Works in a page and in a worker. Errors: 'file-unreadable' (not a video, or damaged), 'file-no-video' (sound only),
 * 'file-codec' (this browser cannot decode it), 'file-too-short'.
 */
export async function openVideoFile(file: Blob): Promise<Result<VideoFile>> {
  const input = new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] });
  const opened = await openTrack(input).catch((thrown: unknown) =>
    fail('file-unreadable', detailOf(thrown)),
  );
  if (!opened.ok) input.dispose();
  return opened;
}

async function openTrack(input: Input): Promise<Result<OpenedVideo>> {
  if (!(await input.canRead())) return fail('file-unreadable', 'not a known kind of video file');
  const track = await input.getPrimaryVideoTrack();
  if (track === null) {
    const sound = await input.getPrimaryAudioTrack();
    return sound === null
      ? fail('file-unreadable', 'the file holds no track')
      : fail('file-no-video', 'only sound');
  }
  const codec = (await track.getCodec()) ?? 'unknown';
  if (!(await track.canDecode())) {
    return fail('file-codec', (await track.getCodecParameterString()) ?? codec);
  }
  const first = await firstShown(track);
  if (first === null) return fail('file-unreadable', 'no frame could be read');
  const firstS = first.timestamp;
  first.close();
  const endS = (await track.getDurationFromMetadata()) ?? (await track.computeDuration());
  const durationS = endS - firstS;
  if (!(durationS >= SHORTEST_S)) return fail('file-too-short', `${durationS.toFixed(2)} s`);
  const width = await track.getDisplayWidth();
  const height = await track.getDisplayHeight();
  return ok(new OpenedVideo(input, track, firstS, width, height, durationS, codec));
}

/** The first frame that is on show at or after time 0: an edit list may leave frames before it. */
async function firstShown(track: InputVideoTrack): Promise<VideoSample | null> {
  for await (const sample of shownSamples(track)) return sample;
  return null;
}

async function* shownSamples(track: InputVideoTrack): AsyncGenerator<VideoSample, void> {
  for await (const sample of new VideoSampleSink(track).samples()) {
    if (sample.timestamp + sample.duration <= 0 && sample.timestamp < 0) sample.close();
    else yield sample;
  }
}

/**
 * Reads the frames that are on show at 0, 1/fps, 2/fps ... seconds, in order, each once and with its own time stamp:
 * never by playback, so nothing is skipped on a slow machine. The pixels of one are overwritten by the next. Damage in
 * the middle ends the reading quietly and sets `video.damage`. Every decoded picture is closed here; stop early by leaving
 * the loop or by the signal.
 */
export async function* readVideoFrames(
  video: VideoFile,
  { fps, maxSide, signal }: ReadOptions,
): AsyncGenerator<VideoPicture, void> {
  if (!(video instanceof OpenedVideo)) throw new TypeError('not a file opened by openVideoFile');
  const { width, height, firstS } = video;
  const canvas = new PixelCanvas(width, height, maxSide);
  for await (const { sample, nextS } of samplesWithNext(video)) {
    if (signal?.aborted || video.closed) {
      sample.close();
      return;
    }
    const timeS = sample.timestamp - firstS;
    const wanted = isLookedAt(timeS, nextS === null ? null : nextS - firstS, fps);
    const frame = wanted ? await canvas.read((to, w, h) => sample.draw(to, 0, 0, w, h)) : null;
    sample.close();
    if (frame !== null) yield { timeS, frame, width, height };
  }
}

/** Each frame with the time stamp of the one after it. The caller closes the sample that it is handed. */
async function* samplesWithNext(
  video: OpenedVideo,
): AsyncGenerator<{ sample: VideoSample; nextS: Seconds | null }, void> {
  let held: VideoSample | null = null;
  let lastS = video.firstS;
  try {
    try {
      for await (const sample of shownSamples(video.track)) {
        const ready: VideoSample | null = held;
        held = sample;
        lastS = sample.timestamp;
        if (ready !== null) yield { sample: ready, nextS: lastS };
      }
    } catch (thrown) {
      // Damage in the middle is expected: what was read so far stays useful, and the caller learns where it stops.
      if (!video.closed) video.damage = { atS: lastS - video.firstS, detail: detailOf(thrown) };
    }
    const missingS = video.firstS + video.durationS - lastS;
    if (missingS > LONGEST_LAST_FRAME_S) {
      video.damage ??= { atS: lastS - video.firstS, detail: 'the file ends early' };
    }
    if (held !== null) {
      const last = held;
      held = null;
      yield { sample: last, nextS: null };
    }
  } finally {
    held?.close();
  }
}
