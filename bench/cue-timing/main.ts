import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ok, type Result } from '../../src/core/errors';
import { ASSUMED_HEIGHT_M } from '../../src/core/kinematics/moment';
import { DETECTOR_IDS, type DetectorId } from '../../src/core/pose/pose';
import { setsOf } from '../accuracy/folder-kind';
import { oneForAll, type Weights } from '../accuracy/lifter-weights';
import type { Surroundings } from '../accuracy/main';
import { PoseSource } from '../accuracy/pose-source';
import { stoodBefore, thinned } from '../accuracy/thinned-poses';
import type { TrueRecording, TrueSet } from '../accuracy/true-recording';
import { cueTimes } from './cue-times';
import { exitCodeOf, resultOf, timingLines, type TimedRecording } from './timing-report';

/** Poses in a second: a usual machine, and a slow one. */
const RATES = [15, 7.5];

const USAGE = `Usage: npm run cue-timing -- DIR... [options]
  DIR             clips with NAME.truth.json; instead of videos, saved poses NAME.analysis.json may lie there
  --model ID      detector, may be given several times (default movenet-thunder):
                  ${DETECTOR_IDS.join(', ')}
  --poses DIR     saved poses DIR/NAME.analysis.json or DIR/MODEL/NAME.analysis.json, used instead of detection
  --cache DIR     where found poses are kept (default node_modules/.cache/liftcheck-poses)
  --json          everything as one JSON document
Exits with 1 when a target is missed. What to put into a folder: docs/accuracy-clips.md`;

interface Options {
  folders: string[];
  models: DetectorId[];
  poses: string[];
  cache: string | null;
  json: boolean;
}

function readOptions(words: string[]): Result<Options, string> {
  const no = (error: string) => ({ ok: false, error }) as const;
  let parsed;
  try {
    parsed = parseArgs({
      args: words,
      allowPositionals: true,
      options: {
        model: { type: 'string', multiple: true },
        poses: { type: 'string', multiple: true },
        cache: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (thrown) {
    return no(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const { values, positionals: folders } = parsed;
  if (folders.length === 0) return no('Name at least one folder.');
  const asked = values.model ?? ['movenet-thunder'];
  const models = DETECTOR_IDS.filter((id) => asked.includes(id));
  if (models.length < new Set(asked).size)
    return no(`--model is one of: ${DETECTOR_IDS.join(', ')}`);
  const { poses = [], cache = null, json } = values;
  return ok({ folders, models, poses, cache, json });
}

/**
 * When the coach speaks, on folders of clips with truth, as if each were filmed live.
 *
 * @returns exit code: 0 all targets met, 1 a target missed, 2 the words or a folder could not be understood
 */
export async function main(words: string[], around: Surroundings): Promise<0 | 1 | 2> {
  const { root, detectionStamp, say, note } = around;
  const options = readOptions(words);
  if (!options.ok) {
    note(`${options.error}\n${USAGE}`);
    return 2;
  }
  const { folders, models, poses, cache, json } = options.value;
  const source = new PoseSource({
    root,
    detectionStamp,
    fps: RATES[0]!,
    savedIn: poses,
    cache: cache ?? join(root, 'node_modules/.cache/liftcheck-poses'),
    say: note,
  });
  const timed: TimedRecording[] = [];
  for (const folder of folders) {
    const sets = setsOf(folder, source);
    if (!sets.ok) {
      note(sets.error);
      return 2;
    }
    for (const set of sets.value)
      for (const model of models) timed.push(...(await timesOfSet(set, model, root)));
  }
  const result = resultOf(timed);
  say(json ? JSON.stringify({ timed, result }, null, 1) : timingLines(timed, result).join('\n'));
  return exitCodeOf(result);
}

/** Only recordings whose truth says where lifts are. */
async function timesOfSet(
  set: TrueSet,
  detector: DetectorId,
  root: string,
): Promise<TimedRecording[]> {
  const weights = oneForAll(join(root, 'models'), set);
  const timed: TimedRecording[] = [];
  for (const recording of set.recordings) {
    if (recording.lifts === null) continue;
    timed.push(...(await timesOf(recording, recording.lifts, detector, weights)));
  }
  return timed;
}

async function timesOf(
  recording: TrueRecording,
  truths: NonNullable<TrueRecording['lifts']>,
  detector: DetectorId,
  weights: Weights,
): Promise<TimedRecording[]> {
  const { name, body, heightM } = recording;
  const found = await recording.poses(detector);
  return RATES.map((rate) => {
    const about = { name, detector, rate };
    if (!found.ok) return { ...about, failure: found.error, cues: [], withoutCue: 0 };
    const person = { heightM: heightM ?? ASSUMED_HEIGHT_M, heightEntered: heightM !== null };
    const options = { lifters: weights.forBody(body), person, detector, sourceName: name };
    const frames = stoodBefore(thinned(found.value.frames, rate), rate);
    return { ...about, failure: null, ...cueTimes(frames, truths, options) };
  });
}
