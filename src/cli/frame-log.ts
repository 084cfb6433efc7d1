import type { Seconds } from '../core/units';

/**
 * Reads what ffmpeg prints while it decodes (`-loglevel repeat+level+info` with the `showinfo` filter): the exact time
 * stamp of each frame, which raw pictures do not carry, and what it complained about. showinfo also prints seconds, but
 * only to six digits, so they are counted from the ticks here.
 */
export class FrameLog {
  private readonly times: Seconds[] = [];
  /** Seconds a tick, as a fraction: the division comes last, so that no error adds up. */
  private tick: [number, number] = [NaN, 1];
  private rest = '';
  private ended = false;
  private complaints: string[] = [];
  private waiting: (() => void)[] = [];

  /** Takes the next piece of text, cut anywhere. */
  push(text: string): void {
    const lines = (this.rest + text).split(/[\r\n]+/);
    this.rest = lines.pop() ?? '';
    for (const line of lines) this.read(line);
    this.wake();
  }

  /** No more text will come: whoever waits goes on. */
  end(): void {
    this.ended = true;
    this.wake();
  }

  /** Resolves when the time stamp of the next frame was printed, or when no more text will come. */
  async hasTime(): Promise<void> {
    while (this.times.length === 0 && !this.ended) {
      await new Promise<void>((done) => this.waiting.push(done));
    }
  }

  /** Time stamp of the next frame that has not been asked for yet; undefined = not printed so far. */
  takeTime(): Seconds | undefined {
    return this.times.shift();
  }

  /** The last things ffmpeg called errors, newest last; at most three. */
  get errors(): readonly string[] {
    return this.complaints;
  }

  private wake(): void {
    for (const done of this.waiting.splice(0)) done();
  }

  private read(line: string): void {
    const base = /^\[Parsed_showinfo_.*config in time_base: (\d+)\/(\d+)/.exec(line);
    if (base) this.tick = [Number(base[1]), Number(base[2])];
    const frame = /^\[Parsed_showinfo_.*\bn: *\d+ +pts: *(-?\d+|NOPTS)/.exec(line);
    // A broken file may have frames without a time stamp; they count, because their pictures come too.
    if (frame) {
      const ticks = frame[1] === 'NOPTS' ? NaN : Number(frame[1]);
      this.times.push((ticks * this.tick[0]) / this.tick[1]);
    }
    const error = /\[(?:error|fatal|panic)\] (.*)$/.exec(line);
    if (error?.[1]) this.complaints = [...this.complaints, error[1].trim()].slice(-3);
  }
}
