import type { Seconds } from '../../core/units';

export const SPEEDS = [0.25, 0.5, 1, 2] as const;

/** The one time cursor of a replay. Time is that of the lift's verdict. */
export class Player {
  timeS = $state(0);
  playing = $state(false);
  speed = $state<number>(1);
  #lastMs: number | null = null;
  readonly #timesS: readonly Seconds[];

  /** @param timesS of the frames, in order, at least one */
  constructor(timesS: readonly Seconds[], atS: Seconds) {
    this.#timesS = timesS;
    this.timeS = this.#within(atS);
  }

  get fromS(): Seconds {
    return this.#timesS[0] ?? 0;
  }
  get toS(): Seconds {
    return this.#timesS.at(-1) ?? 0;
  }

  #within(timeS: Seconds): Seconds {
    return Math.min(this.toS, Math.max(this.fromS, timeS));
  }

  /** Plays on, from the start once the end was reached; or stops. */
  toggle(): void {
    this.playing = !this.playing;
    this.#lastMs = null;
    if (this.playing && this.timeS >= this.toS) this.timeS = this.fromS;
  }

  seek(timeS: Seconds): void {
    this.playing = false;
    this.timeS = this.#within(timeS);
  }

  /** To the next frame or the one before. */
  step(by: 1 | -1): void {
    const next =
      by === 1
        ? this.#timesS.find((t) => t > this.timeS + 1e-6)
        : this.#timesS.findLast((t) => t < this.timeS - 1e-6);
    this.seek(next ?? this.timeS);
  }

  /** One tick of the screen's clock while it plays. */
  tick(nowMs: number): void {
    if (this.#lastMs !== null) {
      this.timeS = this.#within(this.timeS + ((nowMs - this.#lastMs) / 1000) * this.speed);
      if (this.timeS >= this.toS) this.playing = false;
    }
    this.#lastMs = nowMs;
  }
}
