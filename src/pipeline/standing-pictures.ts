import type { Seconds } from '../core/units';

/** Short standing counts (rule STAND-6): of 0.3 s one picture at least is kept. */
const APART_S: Seconds = 0.15;
/** A standing pose is known this long after its first frame, at most. */
const KEPT_S: Seconds = 4;

/**
 * Pictures of the last seconds, a few a second, in memory only, until it is known in which of them the person stood
 * still.
 */
export class StandingPictures<Picture> {
  #kept: { timeS: Seconds; picture: Picture }[] = [];

  /** @param cut asked only when a picture is due */
  keep(timeS: Seconds, cut: () => Picture): void {
    const last = this.#kept.at(-1);
    if (last !== undefined && timeS - last.timeS < APART_S) return;
    this.#kept = this.#kept.filter((kept) => kept.timeS > timeS - KEPT_S);
    this.#kept.push({ timeS, picture: cut() });
  }

  /** The picture in the middle of that time, if there is one within it; lets all others go. */
  take({ fromS, toS }: { fromS: Seconds; toS: Seconds }): Picture | null {
    const within = this.#kept.filter(({ timeS }) => timeS >= fromS && timeS <= toS);
    this.#kept = [];
    return within[within.length >> 1]?.picture ?? null;
  }
}
