import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { VideoPrograms } from '../../src/cli/recording-probe';
import { findVideoPrograms } from '../../src/cli/video-programs';
import { parseLifters } from '../../src/core/kinematics/lifter';
import type { DetectorId, Pose } from '../../src/core/pose/pose';
import { createNodeDetector } from '../../src/detect/node-detector';
import {
  missedTargets,
  partReports,
  photoLines,
  reportLines,
  type ScoredPhoto,
} from './agreement-report';
import { cameraScores } from './camera-scores';
import { readOptions, USAGE } from './options';
import { looksAt, readPhoto } from './photo-looks';
import { readScoreSheet, type RatedPhoto } from './score-sheet';

/** What the program needs from outside. */
export interface Surroundings {
  /** The repository's own folder. */
  root: string;
  say: (line: string) => void;
  /** News and complaints, beside the result. */
  note: (line: string) => void;
}

/**
 * How far the camera agrees with people who scored the same photos.
 *
 * @returns exit code: 0 all targets met, 1 a target missed, 2 the words or the folder could not be understood
 */
export async function main(words: string[], around: Surroundings): Promise<0 | 1 | 2> {
  const { root, say, note } = around;
  const refused = (why: string): 2 => {
    note(why);
    return 2;
  };
  const options = readOptions(words);
  if (!options.ok) return refused(`${options.error}\n${USAGE}`);
  const { folder, models, json } = options.value;
  const text = await readFile(join(folder, 'scores.csv'), 'utf8').catch(() => null);
  if (text === null) return refused(`There is no scores.csv in ${folder}.`);
  const sheet = readScoreSheet(text);
  if (!sheet.ok) return refused(sheet.error);
  const programs = await findVideoPrograms();
  if (typeof programs === 'string') return refused(programs);

  const looks = await looksOfAll(sheet.value, folder, models, programs, around);
  const lifters = parseLifters(
    JSON.parse(await readFile(join(root, 'models/lifter.json'), 'utf8')) as unknown,
  );
  const photos = sheet.value.map((photo): ScoredPhoto => {
    const { poses, failure } = looks.get(photo.image)!;
    return { photo, failure, camera: failure === null ? cameraScores(poses, lifters) : null };
  });
  const reports = partReports(photos);
  const missed = missedTargets(reports);
  if (json) say(JSON.stringify({ models, reports, missed, photos }, null, 1));
  else {
    say([...photoLines(photos), '', ...reportLines(reports, photos)].join('\n'));
    say(missed.length === 0 ? 'All targets met.' : missed.map((m) => `Missed: ${m}`).join('\n'));
  }
  return missed.length === 0 ? 0 : 1;
}

interface Looks {
  poses: Pose[];
  failure: string | null;
}

/** One detector after the other looks at all photos, so that only one is in memory. */
async function looksOfAll(
  sheet: readonly RatedPhoto[],
  folder: string,
  models: readonly DetectorId[],
  programs: VideoPrograms,
  { root, note }: Surroundings,
): Promise<Map<string, Looks>> {
  const all = new Map(
    sheet.map(({ image }): [string, Looks] => [image, { poses: [], failure: null }]),
  );
  for (const model of models) {
    const detector = await createNodeDetector(model, join(root, 'models'));
    if (!detector.ok) throw new Error(`${model}: ${detector.error.kind} ${detector.error.detail}`);
    note(`${model} looks at ${all.size} photos …`);
    try {
      for (const [image, looks] of all) {
        if (looks.failure !== null) continue;
        const photo = await readPhoto(programs, join(folder, image));
        if (photo.ok) looks.poses.push(...(await looksAt(detector.value, photo.value)));
        else looks.failure = photo.error;
      }
    } finally {
      detector.value.dispose();
    }
  }
  return all;
}
