import type { Result } from '../core/errors';
import type { Fraction } from '../core/units';
import type { AnalyzeFileOptions } from './analyze-file';
import type { Task } from './output-names';
import type { TaskReport } from './perform-task';
import type { VideoPrograms } from './recording-probe';

/** What every job needs to know; sent once, before the first task. */
export interface JobSetup {
  options: AnalyzeFileOptions;
  modelsDir: string;
  programs: VideoPrograms | null;
  /** See `makerOf`. */
  maker: string;
}

export type ToJob = { kind: 'setup'; setup: JobSetup } | { kind: 'task'; task: Task };

export type FromJob =
  | { kind: 'progress'; fraction: Fraction }
  | { kind: 'notice'; text: string }
  | { kind: 'done'; result: Result<TaskReport, string> };
