import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result } from '../../src/core/errors';
import type { SavedPoses } from '../../src/core/session/poses-file';
import { clipValuesAt, readClipTruth } from '../truth/clip-truth';
import { markerValuesAt, readMarkers } from '../truth/marker-reference';
import { readSequences, sequenceFiles, type RenderedSequence } from '../truth/rendered-sequence';
import type { PoseSource } from './pose-source';
import type { TrueRecording, TrueSet } from './true-recording';

const TRUTH = '.truth.json';
const MARKERS = '.mocap.csv';
const VIDEO = ['mp4', 'mov', 'webm', 'mkv', 'm4v'];

/** What a folder holds, told by its files; the error is a sentence. */
export function setsOf(folder: string, source: PoseSource): Result<TrueSet[], string> {
  const no = (error: string) => ({ ok: false, error }) as const;
  if (!existsSync(folder)) return no(`${folder}: there is no such folder.`);
  try {
    const sets = readSets(folder, source);
    return sets.length > 0
      ? ok(sets)
      : no(`${folder}: no truth in it. See docs/accuracy-clips.md.`);
  } catch (thrown) {
    // a file that cannot be read or does not fit: the person can mend it
    return no(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

function readSets(folder: string, source: PoseSource): TrueSet[] {
  const names = readdirSync(folder).sort();
  const ending = (end: string): string[] =>
    names.filter((name) => name.endsWith(end)).map((name) => name.slice(0, -end.length));
  const clips = ending(TRUTH),
    marked = ending(MARKERS);
  const pictures = (name: string): string | null => {
    const video = VIDEO.map((end) => `${name}.${end}`).find((file) => names.includes(file));
    return video === undefined ? null : join(folder, video);
  };
  const sets: TrueSet[] = [];
  if (clips.length > 0) {
    const recordings = clips.map((name) => clipRecording(folder, name, pictures(name), source));
    sets.push({ kind: 'clips', folder, recordings, detectors: null });
  }
  if (marked.length > 0) {
    const recordings = marked.map((name) => markerRecording(folder, name, pictures(name), source));
    sets.push({ kind: 'markers', folder, recordings, detectors: null });
  }
  if (sequenceFiles(names).length > 0) {
    const recordings = readSequences(folder).map(sequenceRecording);
    const detectors = ['movenet-thunder', 'blazepose-full'] as const;
    sets.push({ kind: 'sequences', folder, recordings, detectors });
  }
  return sets;
}

function clipRecording(
  folder: string,
  name: string,
  video: string | null,
  source: PoseSource,
): TrueRecording {
  const truth = readClipTruth(join(folder, `${name}${TRUTH}`));
  return {
    name,
    body: truth.body.id === '' ? name : truth.body.id,
    heightM: truth.body.height,
    truthTimes: truth.frames.map(({ t }) => t),
    truthAt: (timeS) => clipValuesAt(truth, timeS),
    lifts: truth.lifts,
    poses: (detector) => source.posesOf({ folder, name, video }, detector),
  };
}

function markerRecording(
  folder: string,
  name: string,
  video: string | null,
  source: PoseSource,
): TrueRecording {
  const reference = readMarkers(join(folder, `${name}${MARKERS}`));
  return {
    name,
    body: name,
    heightM: null,
    truthTimes: reference.rows.map(({ t }) => t),
    truthAt: (timeS) => {
      const values = markerValuesAt(reference, timeS);
      if (values === null) return null;
      const comparable = { ...values };
      // That column is the tilt of a marker cluster's segment, another quantity than hips to neck base.
      delete comparable.trunkInclination;
      return comparable;
    },
    lifts: null,
    poses: (detector) => source.posesOf({ folder, name, video }, detector),
  };
}

function sequenceRecording(sequence: RenderedSequence): TrueRecording {
  const { id, body, fps, width, height, frames } = sequence;
  return {
    name: id,
    body: body.id,
    heightM: body.height,
    truthTimes: frames.map(({ t }) => t),
    truthAt: (timeS) => frames.find(({ t }) => Math.abs(t - timeS) < 0.5 / fps)?.truth ?? null,
    lifts: null,
    poses: (detector): Promise<Result<SavedPoses, string>> => {
      const family = detector.startsWith('movenet') ? 'movenet' : 'blazepose';
      return Promise.resolve(
        ok({
          frames: frames.map(({ t, poses }) => ({
            timeS: t,
            pose:
              poses[family] === null
                ? null
                : {
                    timeS: t,
                    detector,
                    width,
                    height,
                    keypoints: poses[family].map(([x, y, score]) => ({ x, y, score })),
                  },
          })),
          source: { name: id, width, height, fps, durationS: frames.at(-1)!.t },
          mode: 'recording',
          restandS: [],
          looks: [],
          closer: [],
          detector,
          heightM: body.height,
          heightEntered: true,
        }),
      );
    },
  };
}
