import { openVideoFile, readVideoFrames } from '../capture/video-file';
import { fail, ok, type Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { Person } from '../core/kinematics/moment';
import type { PoseFrame } from '../core/pose/pose';
import type { Analysis, Source } from '../core/session/analysis';
import { LOOKED_AT } from '../core/session/recording-limits';
import type { Fraction } from '../core/units';
import type { PersonMasker } from '../detect/detector-port';
import type { DetectorRun } from '../detect/detector-run';
import { PersonFollower } from './person-follower';
import { analyseRecording } from './recording';
import { lookAgainAt, looksWantedBy, withLooks } from './second-look';

export interface VideoAnalysisOptions {
  run: DetectorRun;
  lifters: LifterSet;
  /** For second looks; null where this machine cannot make them. */
  masker: PersonMasker | null;
  person: Person;
  /** Poses a second to look at. */
  fps: number;
  /** Aborting answers 'cancelled' at the next picture. */
  signal: AbortSignal;
  /** After each picture: how much of the video is done, and how many pictures that were. */
  onFrame: (fraction: Fraction, count: number) => void;
}

/** Looks at a whole video file. Rejects only when the back end breaks. @returns the frames it was made of too */
export async function analyseVideo(
  file: File,
  options: VideoAnalysisOptions,
): Promise<Result<{ analysis: Analysis; frames: PoseFrame[] }>> {
  const { run, lifters, person, fps, signal } = options;
  const video = await openVideoFile(file);
  if (!video.ok) return video;
  run.reset();
  const { width, height, durationS } = video.value;
  const follower = new PersonFollower();
  const frames: PoseFrame[] = [];
  try {
    const reading = { fps, maxSide: LOOKED_AT, signal };
    for await (const { frame, timeS } of readVideoFrames(video.value, reading)) {
      const seen = await follower.follow(run, frame, timeS, { width, height });
      if (!seen.ok) return seen;
      frames.push(seen.value);
      options.onFrame(Math.min(1, timeS / durationS), frames.length);
    }
  } finally {
    video.value.close();
  }
  if (signal.aborted) return fail('cancelled');
  if (frames.length === 0) return fail('file-unreadable', 'no picture could be read');
  const { damage } = video.value;
  const source: Source = {
    name: file.name,
    width,
    height,
    fps,
    durationS,
    ...(damage === null ? {} : { damagedAtS: damage.atS }),
  };
  const { detector } = run.choice;
  const analysis = analyseRecording({
    frames,
    source,
    detector,
    lifters,
    person,
    includePoses: true,
  });
  const whole = await refined(analysis, file, frames, options);
  return whole.ok ? ok({ analysis: whole.value, frames }) : whole;
}

/** The recording's second look: its pictures are read once more, up to the last that is wanted. */
async function refined(
  analysis: Analysis,
  file: File,
  frames: readonly PoseFrame[],
  { masker, signal, onFrame }: VideoAnalysisOptions,
): Promise<Result<Analysis>> {
  const wanted = looksWantedBy(analysis);
  if (!masker || wanted.length === 0) return ok(analysis);
  const video = await openVideoFile(file);
  if (!video.ok) return video;
  try {
    const reading = { fps: analysis.source.fps, maxSide: LOOKED_AT, signal };
    const pictures = heardOf(readVideoFrames(video.value, reading), () =>
      onFrame(1, frames.length),
    );
    const looks = await lookAgainAt(wanted, frames, pictures, masker);
    return signal.aborted ? fail('cancelled') : ok(withLooks(analysis, looks));
  } finally {
    video.value.close();
  }
}

/** Says with each item that there is still one. */
async function* heardOf<T>(items: AsyncIterable<T>, say: () => void): AsyncGenerator<T, void> {
  for await (const item of items) {
    say();
    yield item;
  }
}
