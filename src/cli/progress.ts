import type { Fraction } from '../core/units';
import type { TaskReport } from './perform-task';

/** Where text goes: stderr, or a test's list. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Where lines cannot be rewritten, one that tells how far it is comes at most this often. */
const LINE_EVERY_MS = 10_000;

/**
 * Tells how far the run is. On a terminal one line is rewritten; elsewhere each file gets a line when it is done, and
 * a long one some on the way. Lines that stay are never mixed with the rewritten one.
 */
export class Progress {
  private readonly running = new Map<string, Fraction>();
  private done = 0;
  private shown = false;
  private lineAtMs: number;

  /** @param nowMs a steady clock */
  constructor(
    private readonly stream: TextStream,
    private readonly total: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {
    this.lineAtMs = nowMs();
  }

  start(name: string): void {
    this.running.set(name, 0);
    this.show();
  }

  update(name: string, fraction: Fraction): void {
    const before = this.running.get(name) ?? 0;
    if (Math.floor(before * 100) === Math.floor(fraction * 100)) return;
    this.running.set(name, fraction);
    this.show();
  }

  /** A line that stays. */
  say(line: string): void {
    this.clear();
    this.stream.write(`${line}\n`);
    this.show();
  }

  end(name: string, line: string): void {
    this.running.delete(name);
    this.done++;
    this.lineAtMs = this.nowMs();
    this.say(`[${this.done}/${this.total}] ${line}`);
  }

  /** The last line; files that are not done are no longer shown. */
  close(line: string): void {
    this.running.clear();
    this.say(line);
  }

  private clear(): void {
    if (this.shown) this.stream.write('\r\x1b[K');
    this.shown = false;
  }

  private show(): void {
    if (this.running.size === 0) return;
    const parts = [...this.running].map(
      ([name, fraction]) => `${name} ${Math.floor(fraction * 100)} %`,
    );
    const line = `[${this.done + 1}/${this.total}] ${parts.join(', ')}`;
    if (this.stream.isTTY === true) {
      this.clear();
      this.stream.write(line.slice(0, 78));
      this.shown = true;
    } else if (this.nowMs() - this.lineAtMs >= LINE_EVERY_MS) {
      this.stream.write(`${line}\n`);
      this.lineAtMs = this.nowMs();
    }
  }
}

/** "1 lift: bent-back" and how long the recording is. */
export function summaryOf({ headlines, frames, durationS, alreadyDone }: TaskReport): string {
  const lifts = headlines.length === 1 ? '1 lift' : `${headlines.length} lifts`;
  const said = headlines.length === 0 ? '' : `: ${headlines.join(', ')}`;
  const length = `${frames} ${frames === 1 ? 'picture' : 'pictures'}, ${durationS.toFixed(1)} s`;
  return `${alreadyDone ? 'already done: ' : ''}${lifts}${said} (${length})`;
}
