import { fork, type ChildProcess } from 'node:child_process';
import type { Result } from '../core/errors';
import type { FromJob, JobSetup, ToJob } from './job-protocol';
import type { Task } from './output-names';
import type { TaskReport } from './perform-task';
import type { Listener } from './analyze-file';

/** Where the news about each task goes. */
export interface PoolListener {
  started(task: Task): void;
  listenerFor(task: Task): Listener;
  ended(task: Task, result: Result<TaskReport, string>): void;
}

/**
 * Works through the tasks in processes of their own, at most `jobs` at a time, each taking the next task when it is
 * done with one. A process that breaks down costs only its own task: the next task gets a new process.
 *
 * @param script path of the built job.js
 * @param stop ends all processes; of what they were at there is no news
 */
export async function runInPool(
  tasks: readonly Task[],
  jobs: number,
  script: string,
  setup: JobSetup,
  news: PoolListener,
  stop: AbortSignal,
): Promise<void> {
  const waiting = [...tasks];
  const work = async (): Promise<void> => {
    let job: ChildProcess | null = null;
    for (let task = waiting.shift(); task !== undefined; task = waiting.shift()) {
      job ??= start(script, setup, stop);
      news.started(task);
      const result = await perform(job, task, news.listenerFor(task));
      if (stop.aborted) return;
      if (!job.connected) job = null;
      news.ended(task, result);
    }
    if (job?.connected) job.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(jobs, tasks.length) }, work));
}

function start(script: string, setup: JobSetup, stop: AbortSignal): ChildProcess {
  const job = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const end = (): void => void job.kill();
  stop.addEventListener('abort', end);
  job.on('error', end).on('exit', () => stop.removeEventListener('abort', end));
  tell(job, { kind: 'setup', setup });
  return job;
}

// A process that is gone is noticed by its exit; the message then has no reader, and that is fine.
const tell = (job: ChildProcess, message: ToJob): void => {
  job.send(message, () => undefined);
};

function perform(
  job: ChildProcess,
  task: Task,
  listener: Listener,
): Promise<Result<TaskReport, string>> {
  return new Promise((done) => {
    const end = (result: Result<TaskReport, string>): void => {
      job.off('message', onMessage).off('exit', onExit);
      done(result);
    };
    const onMessage = (message: FromJob): void => {
      if (message.kind === 'progress') listener.progress(message.fraction);
      else if (message.kind === 'notice') listener.notice(message.text);
      else end(message.result);
    };
    const onExit = (code: number | null, signal: string | null): void =>
      end({
        ok: false,
        error: `Its process ended early (${signal ?? `exit code ${String(code)}`}).`,
      });
    job.on('message', onMessage).on('exit', onExit);
    if (job.exitCode !== null || job.signalCode !== null) onExit(job.exitCode, job.signalCode);
    else tell(job, { kind: 'task', task });
  });
}
