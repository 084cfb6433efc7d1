import { readFile, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { fail, ok, type Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import { ASSUMED_HEIGHT_M, type Person } from '../core/kinematics/moment';
import type { PoseFrame } from '../core/pose/pose';
import type { Analysis, Source } from '../core/session/analysis';
import { parsePoseFile } from '../core/session/pose-file';
import { LONGEST_LAST_FRAME_S, LOOKED_AT, SHORTEST_S } from '../core/session/recording-limits';
import type { Fraction, Metres, Seconds } from '../core/units';
import type { PersonMasker, PoseDetector, RgbaFrame } from '../detect/detector-port';
import { PersonFollower } from '../pipeline/person-follower';
import { analyseRecording } from '../pipeline/recording';
import { analyseSavedPoses } from '../pipeline/saved-poses';
import { withSkeletons } from '../pipeline/skeleton-track';
import { lookAgainAt, looksWantedBy, withLooks } from '../pipeline/second-look';
import type { AnalyzeOptions } from './arguments';
import { probeRecording, type VideoPrograms } from './recording-probe';
import { readVideoFrames, type FrameRequest, type ReadingEnd } from './video-frames';

/** What an analysis needs from outside; each is got only when it is first needed. */
export interface Instruments {
  lifters(): Promise<Result<LifterSet>>;
  detector(): Promise<Result<PoseDetector>>;
  /** For the second look. */
  masker(): Promise<Result<PersonMasker>>;
  programs(): Promise<Result<VideoPrograms>>;
}

export type AnalyzeFileOptions = Pick<
  AnalyzeOptions,
  'model' | 'fps' | 'heightM' | 'poses' | 'skeleton'
>;

/** How far it is, and what is worth saying about the file although it could be analyzed. */
export interface Listener {
  progress(fraction: Fraction): void;
  notice(text: string): void;
}

export type InputKind = 'poses' | 'still' | 'video';

/** What a file is taken for, by the ending of its name. */
export function kindOfInput(path: string): InputKind {
  const ending = extname(path).toLowerCase();
  if (ending === '.json') return 'poses';
  return ['.jpg', '.jpeg', '.png', '.webp'].includes(ending) ? 'still' : 'video';
}

/**
 * Analyzes one video, still picture or saved poses. The result depends on nothing but the file and the options: no
 * clock, no path. Errors are those of the file, 'model-missing' and 'backend-failed'.
 */
export async function analyzeFile(
  path: string,
  options: AnalyzeFileOptions,
  instruments: Instruments,
  listener: Listener,
): Promise<Result<Analysis>> {
  const there = await stat(path).catch(() => null);
  if (there === null) return fail('file-unreadable', 'there is no such file');
  if (!there.isFile()) return fail('file-unreadable', 'this is not a file');
  return kindOfInput(path) === 'poses'
    ? analyzePoses(path, options, instruments)
    : analyzePictures(path, options, instruments, listener);
}

async function analyzePoses(
  path: string,
  options: AnalyzeFileOptions,
  instruments: Instruments,
): Promise<Result<Analysis>> {
  const lifters = await instruments.lifters();
  if (!lifters.ok) return lifters;
  const text = await readFile(path, 'utf8').catch((error: unknown) => error);
  if (typeof text !== 'string') return fail('poses-unreadable', String(text));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    return fail('poses-unreadable', String(thrown));
  }
  const poses = parsePoseFile(json, basename(path));
  if (!poses.ok) return poses;
  const person = personOf(options.heightM);
  const analysis = analyseSavedPoses(poses.value, lifters.value, person, options.poses);
  return ok(
    options.skeleton ? withSkeletons(analysis, poses.value.frames, lifters.value) : analysis,
  );
}

async function analyzePictures(
  path: string,
  options: AnalyzeFileOptions,
  instruments: Instruments,
  listener: Listener,
): Promise<Result<Analysis>> {
  const still = kindOfInput(path) === 'still';
  const { fps, model } = options;
  const programs = await instruments.programs();
  if (!programs.ok) return programs;
  const info = await probeRecording(programs.value, { path, still });
  if (!info.ok) return info;
  const { width, height } = info.value;
  if (!still && info.value.durationS !== null && info.value.durationS < SHORTEST_S) {
    return fail('file-too-short', `${info.value.durationS.toFixed(2)} s`);
  }
  const lifters = await instruments.lifters();
  if (!lifters.ok) return lifters;
  const detector = await instruments.detector();
  if (!detector.ok) return detector;

  const request = { path, still, info: info.value, fps, maxSide: LOOKED_AT };
  const looked = await lookThrough(programs.value, request, detector.value, (timeS) => {
    if (info.value.durationS !== null) listener.progress(Math.min(1, timeS / info.value.durationS));
  });
  if (!looked.ok) return looked;
  const { frames, lastS, errors } = looked.value;
  if (lastS === null) return fail('file-unreadable', errors.at(-1) ?? 'no picture could be read');
  const durationS = still ? 0 : (info.value.durationS ?? lastS);
  if (!still && durationS < SHORTEST_S) return fail('file-too-short', `${durationS.toFixed(2)} s`);
  const source: Source = { name: basename(path), width, height, fps, durationS };
  if (!still && durationS - lastS > LONGEST_LAST_FRAME_S) {
    source.damagedAtS = lastS;
    listener.notice(
      `it could be read only up to ${lastS.toFixed(1)} s of ${durationS.toFixed(1)} s`,
    );
  } else if (errors.length > 0) {
    listener.notice(`parts of it could not be read (${errors.at(-1)})`);
  }
  const measured = analyseRecording({
    frames,
    source,
    detector: model,
    lifters: lifters.value,
    person: personOf(options.heightM),
    includePoses: options.poses,
  });
  const analysis = options.skeleton ? withSkeletons(measured, frames, lifters.value) : measured;
  const wanted = looksWantedBy(analysis);
  if (wanted.length === 0) return ok(analysis);
  const masker = await instruments.masker();
  if (!masker.ok) return masker;
  const again = readVideoFrames(programs.value, request);
  return ok(withLooks(analysis, await lookAgainAt(wanted, frames, again, masker.value)));
}

/** The poses of a recording's pictures. ffmpeg has ended afterwards, whatever came in between. */
async function lookThrough(
  programs: VideoPrograms,
  request: FrameRequest,
  detector: PoseDetector,
  looked: (timeS: Seconds) => void,
): Promise<Result<{ frames: PoseFrame[] } & ReadingEnd>> {
  detector.reset();
  const follower = new PersonFollower();
  const eye = {
    estimate: async (picture: RgbaFrame, timeS: Seconds) =>
      ok(await detector.estimate(picture, timeS)),
    stay: () => {
      detector.stay();
    },
  };
  const frames: PoseFrame[] = [];
  const reading = readVideoFrames(programs, request);
  try {
    let step = await reading.next();
    for (; !step.done; step = await reading.next()) {
      const { timeS, frame } = step.value;
      const seen = await follower.follow(eye, frame, timeS, request.info);
      if (!seen.ok) return seen;
      frames.push(seen.value);
      looked(timeS);
    }
    return ok({ frames, ...step.value });
  } finally {
    await reading.return({ lastS: null, errors: [] });
  }
}

function personOf(heightM: Metres | null): Person {
  return { heightM: heightM ?? ASSUMED_HEIGHT_M, heightEntered: heightM !== null };
}
