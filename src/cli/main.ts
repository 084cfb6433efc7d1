import { mkdir, stat } from 'node:fs/promises';
import { availableParallelism, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { kindOfInput } from './analyze-file';
import { readArguments, type AnalyzeOptions } from './arguments';
import { HELP } from './help';
import { makerOf, readDoneList } from './done-list';
import { runInPool } from './job-pool';
import { nameOutputs, type Task } from './output-names';
import { Progress, summaryOf, type TextStream } from './progress';
import { Tally } from './tally';
import { findVideoPrograms } from './video-programs';
import { removePartials } from './whole-file';

/** More than twice what a job was seen to take with the largest model. */
const JOB_BYTES = 1e9;

/** What the command line runs in. */
export interface Surroundings {
  version: string;
  /** Differs between any two states of the program. */
  build: string;
  /** Ends the run early, as Ctrl-C does. */
  stop: AbortSignal;
  /** Folder of the detector weights and of lifter.json. */
  modelsDir: string;
  /** Path of the built job.js. */
  jobScript: string;
  /** Fetches the detector weights when they are not there; resolves to what to tell the person if that cannot be done. */
  ensureModels: () => Promise<string | null>;
  stdout: TextStream;
  stderr: TextStream;
}

/**
 * Runs `liftcheck` with the words after its name.
 *
 * @returns the exit code: 0 all well, 1 at least one file could not be analyzed, 2 the words were not understood,
 *   130 it was interrupted
 */
export async function main(words: string[], around: Surroundings): Promise<0 | 1 | 2 | 130> {
  const command = readArguments(words);
  switch (command.kind) {
    case 'help':
      around.stdout.write(HELP);
      return 0;
    case 'version':
      around.stdout.write(`${around.version}\n`);
      return 0;
    case 'usage':
      around.stderr.write(`${command.message}\nSee: liftcheck --help\n`);
      return 2;
    case 'analyze':
      return analyze(command.options, around);
  }
}

async function analyze(options: AnalyzeOptions, around: Surroundings): Promise<0 | 1 | 130> {
  const { stderr, stdout, modelsDir, jobScript } = around;
  const stop = (line: string): 1 => {
    stderr.write(`${line}\n`);
    return 1;
  };
  try {
    await mkdir(options.out, { recursive: true });
  } catch (thrown) {
    return stop(
      `The folder ${options.out} cannot be made: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
  // Saved poses need neither a detector nor ffmpeg.
  const looksAtPictures = options.files.some((file) => kindOfInput(file) !== 'poses');
  const programs = looksAtPictures ? await findVideoPrograms() : null;
  if (typeof programs === 'string') return stop(programs);
  const missing = looksAtPictures ? await around.ensureModels() : null;
  if (missing !== null) return stop(missing);

  const { model, fps, heightM, poses, skeleton } = options;
  const asked = { model, fps, heightM, poses, skeleton };
  const weights = ['lifter.json', 'manifest.json'].map((name) => join(modelsDir, name));
  const maker = await makerOf(around.build, asked, weights);
  const tasks = await plannedTasks(options);
  const progress = new Progress(stderr, tasks.length);
  const tally = new Tally(tasks.length);
  await runInPool(
    tasks,
    options.jobs ?? usualJobs(),
    jobScript,
    { options: asked, modelsDir, programs, maker },
    {
      started: ({ input }) => progress.start(input),
      listenerFor: ({ input }) => ({
        progress: (fraction) => progress.update(input, fraction),
        notice: (text) => progress.say(`${input}: ${text}`),
      }),
      ended: ({ input, output }, result) => {
        tally.count(result);
        if (result.ok) {
          progress.end(input, `${input}: ${summaryOf(result.value)}`);
          stdout.write(`${output}\n`);
        } else {
          progress.end(input, `${input}: ${result.error}`);
        }
      },
    },
    around.stop,
  );
  progress.close(tally.line());
  if (around.stop.aborted) {
    stderr.write('It was interrupted. The same command goes on with the rest.\n');
    return 130;
  }
  return tally.failed === 0 ? 0 : 1;
}

/** All tasks, the longest first as far as sizes tell: the last of them are short, so that no core waits long. */
async function plannedTasks({ files, out, again }: AnalyzeOptions): Promise<Task[]> {
  const tasks = nameOutputs(files, out);
  await removePartials(tasks.map(({ output }) => output));
  const done = again ? null : await readDoneList(out);
  const planned = await Promise.all(
    tasks.map(async (task) => {
      const before = done?.get(basename(task.output));
      return {
        task: before === undefined ? task : { ...task, before },
        isVideo: kindOfInput(task.input) === 'video',
        bytes: (await stat(task.input).catch(() => null))?.size ?? 0,
      };
    }),
  );
  return planned
    .sort((a, b) => Number(b.isVideo) - Number(a.isVideo) || b.bytes - a.bytes)
    .map(({ task }) => task);
}

/** A job for each core that has its memory. */
const usualJobs = (): number =>
  Math.max(1, Math.min(64, availableParallelism(), Math.floor(totalmem() / JOB_BYTES)));
