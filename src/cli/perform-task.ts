import { rename, rm, writeFile } from 'node:fs/promises';
import { ok, type Result } from '../core/errors';
import type { Analysis } from '../core/session/analysis';
import {
  analyzeFile,
  type AnalyzeFileOptions,
  type Instruments,
  type Listener,
} from './analyze-file';
import { errorText } from './error-text';
import type { Task } from './output-names';

/** What is told about a finished task. */
export interface TaskReport {
  /** What each lift's verdict says first, in order. */
  headlines: string[];
  frames: number;
  durationS: number;
}

/**
 * Analyzes one file and writes its result, whole or not at all. Anything that breaks is this file's failure only; the
 * error is the line to print.
 */
export async function performTask(
  task: Task,
  options: AnalyzeFileOptions,
  instruments: Instruments,
  listener: Listener,
): Promise<Result<TaskReport, string>> {
  const failed = (error: string) => ({ ok: false, error }) as const;
  let analysis: Result<Analysis>;
  try {
    analysis = await analyzeFile(task.input, options, instruments, listener);
  } catch (thrown) {
    // A back end that breaks down: the other files still get their turn.
    return failed(errorText({ kind: 'backend-failed', detail: messageOf(thrown) }));
  }
  if (!analysis.ok) return failed(errorText(analysis.error));
  try {
    await writeWhole(task.output, `${JSON.stringify(analysis.value)}\n`);
  } catch (thrown) {
    return failed(`The result could not be written. (${messageOf(thrown)})`);
  }
  return ok(reportOf(analysis.value));
}

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

function reportOf({ lifts, frames, source }: Analysis): TaskReport {
  return {
    headlines: lifts.map(({ headline }) => headline.kind),
    frames: frames.length,
    durationS: source.durationS,
  };
}

async function writeWhole(path: string, text: string): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  try {
    await writeFile(partial, text);
    await rename(partial, path);
  } catch (thrown) {
    await rm(partial, { force: true });
    throw thrown;
  }
}
