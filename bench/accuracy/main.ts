import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DetectorId } from '../../src/core/pose/pose';
import { figuresOfRun, figuresText } from './figures-file';
import { setsOf } from './folder-kind';
import { byFold, hasFolds, oneForAll } from './lifter-weights';
import { readOptions, USAGE, type AccuracyOptions } from './options';
import { PoseSource } from './pose-source';
import { rateLines, rateReports, type RateReport } from './rate-report';
import { measureSet, type SetReport } from './set-report';
import { targetResults, type TargetResult } from './target-result';
import { TARGETS } from './targets';
import { reportLines, targetLines } from './text-report';
import type { TrueSet } from './true-recording';

/** What the program needs from outside. */
export interface Surroundings {
  /** The repository's own folder. */
  root: string;
  /** See {@link PoseSource}. */
  detectionStamp: string;
  /** ISO date. */
  today: string;
  say: (line: string) => void;
  /** News and complaints, beside the result. */
  note: (line: string) => void;
}

/** A set's figures, its targets, and whether they decide about success. */
export interface JudgedReport {
  report: SetReport;
  targets: TargetResult[];
  counts: boolean;
}

/** A run fails when a target that counts is missed, or a recording could not be measured. */
export const exitCodeOf = (judged: readonly JudgedReport[]): 0 | 1 =>
  judged.some(
    ({ report, targets, counts }) =>
      counts && (report.failures.length > 0 || targets.some(({ outcome }) => outcome === 'missed')),
  )
    ? 1
    : 0;

/**
 * How true the product is, on folders of recordings with truth.
 *
 * @returns exit code: 0 all targets met, 1 a target missed, 2 the words or a folder could not be understood
 */
export async function main(words: string[], around: Surroundings): Promise<0 | 1 | 2> {
  const { say, note } = around;
  const options = readOptions(words);
  if (!options.ok) {
    note(`${options.error}\n${USAGE}`);
    return 2;
  }
  const { root, detectionStamp, today } = around;
  const { cache, fps, folders, poses, folds, figures } = options.value;
  if (folds !== null && !hasFolds(folds)) {
    note(`--folds ${folds}: no folders fold-0 to fold-3 in it.`);
    return 2;
  }
  const source = new PoseSource({
    root,
    detectionStamp,
    fps,
    savedIn: poses,
    cache: cache ?? join(root, 'node_modules/.cache/liftcheck-poses'),
    say: note,
  });
  const sets: TrueSet[] = [];
  for (const folder of folders) {
    const found = setsOf(folder, source);
    if (!found.ok) {
      note(found.error);
      return 2;
    }
    sets.push(...found.value);
  }
  if (options.value.rates) return rateRun(sets, options.value, around);
  const judged: JudgedReport[] = [];
  for (const set of sets) {
    for (const [detector, counts] of detectorsFor(set, options.value)) {
      const one = await measure(set, detector, counts, options.value, root);
      judged.push(one);
      if (options.value.json) continue;
      say([...reportLines(one.report), ...targetLines(one.targets, counts)].join('\n'));
    }
  }
  if (options.value.json) say(JSON.stringify(judged, null, 1));
  if (figures !== null) {
    const reports = judged.map(({ report }) => report);
    writeFileSync(figures, figuresText(figuresOfRun(reports, today)));
    note(`Figures written to ${figures}. npm run methods puts them into docs/methods.md.`);
  }
  return exitCodeOf(judged);
}

/** @returns 1 when a recording could not be measured, 2 when there are no clips */
async function rateRun(
  sets: readonly TrueSet[],
  { json, lifters, models }: AccuracyOptions,
  { root, say, note }: Surroundings,
): Promise<0 | 1 | 2> {
  const clips = sets.filter(({ kind }) => kind === 'clips');
  if (clips.length === 0) {
    note('--rates takes clips, whose truth says where lifts are.');
    return 2;
  }
  const all: RateReport[] = [];
  for (const set of clips)
    for (const model of models) {
      const weights = oneForAll(lifters ?? join(root, 'models'), set);
      const reports = await rateReports(set, model, weights);
      all.push(...reports);
      if (!json) say(rateLines(reports).join('\n'));
    }
  if (json) say(JSON.stringify(all, null, 1));
  return all.some(({ report }) => report.failures.length > 0) ? 1 : 0;
}

/** Sequences hold the poses of two detectors: both are measured, those asked for count. */
function detectorsFor(
  set: TrueSet,
  { models, modelsAsked }: AccuracyOptions,
): (readonly [DetectorId, boolean])[] {
  if (set.detectors === null) return models.map((id) => [id, true] as const);
  return set.detectors
    .filter((id) => models.includes(id) || !modelsAsked)
    .map((id) => [id, models.includes(id)] as const);
}

async function measure(
  set: TrueSet,
  detector: DetectorId,
  counts: boolean,
  { lifters, folds }: AccuracyOptions,
  root: string,
): Promise<JudgedReport> {
  const weights =
    folds !== null && set.kind === 'sequences'
      ? byFold(folds, set)
      : oneForAll(lifters ?? join(root, 'models'), set);
  const report = await measureSet(set, detector, weights);
  return { report, targets: targetResults(report, TARGETS), counts };
}
