const EVERY_MS = 1000;
/** So many looks in a row without a picture. Counted, not timed: a computer that slept is not silent. */
const SILENT_LOOKS = 5;

/** Notices that a camera, though open, gives no pictures any more. While the page is hidden none are expected. */
export class SilenceWatch {
  private timer: ReturnType<typeof setInterval> | undefined;
  private looks = 0;

  /** @param onSilent once for each time that pictures stay away */
  watch(onSilent: () => void, isHidden = (): boolean => document.hidden): void {
    this.stop();
    this.timer = setInterval(() => {
      this.looks = isHidden() ? 0 : this.looks + 1;
      if (this.looks === SILENT_LOOKS) onSilent();
    }, EVERY_MS);
  }

  /** A picture came. */
  over(): void {
    this.looks = 0;
  }

  stop(): void {
    clearInterval(this.timer);
    this.looks = 0;
  }
}
