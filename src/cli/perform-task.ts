import { ok, type Result } from '../core/errors';
import type { Analysis } from '../core/session/analysis';
import {
  analyzeFile,
  type AnalyzeFileOptions,
  type Instruments,
  type Listener,
} from './analyze-file';
import { contentOf, hashOf, noteDone, unalteredText } from './done-list';
import { errorText } from './error-text';
import type { Task } from './output-names';
import { writeWhole } from './whole-file';

/** What is told about a finished task. */
export interface TaskReport {
  /** What each lift's verdict says first, in order. */
  headlines: string[];
  frames: number;
  durationS: number;
  /** It was finished by an earlier run and is still true. */
  alreadyDone: boolean;
}

/**
 * Analyzes one file and writes its result, whole or not at all, unless an earlier run did and nothing has changed since.
 * Anything that breaks is this file's failure only; the error is the line to print.
 *
 * @param maker who works now: see `makerOf`
 */
export async function performTask(
  task: Task,
  options: AnalyzeFileOptions,
  instruments: Instruments,
  listener: Listener,
  maker: string,
): Promise<Result<TaskReport, string>> {
  const failed = (error: string) => ({ ok: false, error }) as const;
  // Read before the analysis: a recording that grows meanwhile is another one.
  const input = await contentOf(task.input);
  if (input !== null && task.before?.input === input && task.before.maker === maker) {
    const text = await unalteredText(task.output, task.before);
    if (text !== null) return ok(reportOf(JSON.parse(text) as Analysis, true));
  }
  let analysis: Result<Analysis>;
  try {
    analysis = await analyzeFile(task.input, options, instruments, listener);
  } catch (thrown) {
    // A back end that breaks down: the other files still get their turn.
    return failed(errorText({ kind: 'backend-failed', detail: messageOf(thrown) }));
  }
  if (!analysis.ok) return failed(errorText(analysis.error));
  const text = `${JSON.stringify(analysis.value)}\n`;
  try {
    await writeWhole(task.output, text);
  } catch (thrown) {
    return failed(`The result could not be written. (${messageOf(thrown)})`);
  }
  try {
    if (input !== null) await noteDone(task.output, { input, maker, result: hashOf(text) });
  } catch (thrown) {
    listener.notice(`it will be analyzed again next time (${messageOf(thrown)})`);
  }
  return ok(reportOf(analysis.value, false));
}

const messageOf = (thrown: unknown): string =>
  thrown instanceof Error ? thrown.message : String(thrown);

function reportOf({ lifts, frames, source }: Analysis, alreadyDone: boolean): TaskReport {
  return {
    headlines: lifts.map(({ headline }) => headline.kind),
    frames: frames.length,
    durationS: source.durationS,
    alreadyDone,
  };
}
