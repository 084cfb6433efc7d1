import { mkdir } from 'node:fs/promises';
import { kindOfInput } from './analyze-file';
import { readArguments, type AnalyzeOptions } from './arguments';
import { HELP } from './help';
import { runInPool } from './job-pool';
import { nameOutputs } from './output-names';
import { Progress, summaryOf, type TextStream } from './progress';
import { findVideoPrograms } from './video-programs';

/** What the command line runs in. */
export interface Surroundings {
  version: string;
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
 * @returns the exit code: 0 all well, 1 at least one file could not be analyzed, 2 the words were not understood
 */
export async function main(words: string[], around: Surroundings): Promise<0 | 1 | 2> {
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

async function analyze(options: AnalyzeOptions, around: Surroundings): Promise<0 | 1> {
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
  const tasks = nameOutputs(options.files, options.out);
  const progress = new Progress(stderr, tasks.length);
  let failures = 0;
  await runInPool(
    tasks,
    options.jobs,
    jobScript,
    { options: { model, fps, heightM, poses, skeleton }, modelsDir, programs },
    {
      started: ({ input }) => progress.start(input),
      listenerFor: ({ input }) => ({
        progress: (fraction) => progress.update(input, fraction),
        notice: (text) => progress.say(`${input}: ${text}`),
      }),
      ended: ({ input, output }, result) => {
        if (result.ok) {
          const { headlines, frames, durationS } = result.value;
          progress.end(input, `${input}: ${summaryOf(headlines, frames, durationS)}`);
          stdout.write(`${output}\n`);
        } else {
          failures++;
          progress.end(input, `${input}: ${result.error}`);
        }
      },
    },
  );
  if (failures > 0) stderr.write(`${failures} of ${tasks.length} could not be analyzed.\n`);
  return failures === 0 ? 0 : 1;
}
