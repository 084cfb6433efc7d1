import type { Result } from '../core/errors';
import type { TaskReport } from './perform-task';

/** Counts how the files of a run ended. */
export class Tally {
  private analyzed = 0;
  private already = 0;
  failed = 0;
  private readonly beganMs: number;

  /** @param nowMs a steady clock */
  constructor(
    private readonly total: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.beganMs = nowMs();
  }

  count(result: Result<TaskReport, string>): void {
    if (!result.ok) this.failed++;
    else if (result.value.alreadyDone) this.already++;
    else this.analyzed++;
  }

  /** "8 files in 1 min 23 s: 5 analyzed (3.6 a minute), 2 already done, 1 could not be analyzed." */
  line(): string {
    const seconds = (this.nowMs() - this.beganMs) / 1000;
    const rest = this.total - this.analyzed - this.already - this.failed;
    const rate = seconds > 0 ? ` (${((60 * this.analyzed) / seconds).toFixed(1)} a minute)` : '';
    const parts = [
      `${this.analyzed} analyzed${this.analyzed > 0 ? rate : ''}`,
      ...(this.already > 0 ? [`${this.already} already done`] : []),
      ...(this.failed > 0 ? [`${this.failed} could not be analyzed`] : []),
      ...(rest > 0 ? [`${rest} not reached`] : []),
    ];
    const files = this.total === 1 ? '1 file' : `${this.total} files`;
    return `${files} in ${durationText(seconds)}: ${parts.join(', ')}.`;
  }
}

function durationText(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}
