import { fail, ok, type AppError, type Result } from '../core/errors';
import type { Pose } from '../core/pose/pose';
import type { Seconds } from '../core/units';
import type { DetectorChoice, MeasuredChoice, SwitchReason } from '../pipeline/protocol';
import type { ComputeBackend } from './backend';
import { brokenBackend } from './broken-backend';
import type { RgbaFrame } from './detector-port';
import type { OpenDetector } from './open-detector';

export interface RunOptions {
  /** Opens what takes over when the GPU is gone: the WASM back end. */
  fallBack: () => Promise<Result<OpenDetector>>;
  /** Opens another choice, on the back end that runs (`beside`), or on its own when there is none. */
  open: (to: MeasuredChoice, beside: ComputeBackend | null) => Promise<Result<OpenDetector>>;
  onSwitched: (choice: DetectorChoice, why: SwitchReason) => void;
}

/**
 * A detector at work that outlives its GPU. When the context is lost (driver reset, laptop switching cards, too many
 * tabs), the picture in hand is looked at again on the processor, and the check goes on.
 */
export class DetectorRun {
  /** Null once it is closed, or lost with nothing to take over. */
  private open: OpenDetector | null;
  private lastChoice: DetectorChoice;
  /** Why nothing more can be looked at. */
  private end: AppError = { kind: 'backend-failed', detail: 'closed' };

  constructor(
    open: OpenDetector,
    private readonly options: RunOptions,
  ) {
    this.open = open;
    this.lastChoice = open.choice;
  }

  /** False once it is closed, or has ended by itself: then its back end is gone, and all models with it. */
  get isOpen(): boolean {
    return this.open !== null;
  }

  /** What it runs on, or ran on last. */
  get choice(): DetectorChoice {
    return this.lastChoice;
  }

  /**
   * Failures: 'memory-full', and from then on, because what a back end without memory computes is no pose any more;
   * 'backend-failed', and from then on when nothing could take over from a lost GPU.
   */
  async estimate(frame: RgbaFrame, timeS: Seconds): Promise<Result<Pose | null>> {
    if (!this.open) return { ok: false, error: this.end };
    const first = await tryOnce(this.open, frame, timeS);
    if (first.ok) return first;
    if (first.error.kind === 'memory-full') this.stopFor(first.error);
    if (first.error.kind !== 'gpu-lost') return first;
    this.close();
    const next = await this.fallBack(first.error);
    return next.ok ? tryOnce(next.value, frame, timeS) : next;
  }

  /**
   * Goes on with another choice. On the same back end it is loaded beside the one at work, which stays if that fails; on
   * another one the first is let go before, and WASM takes over if that fails.
   *
   * @returns whether `to` is at work now
   */
  async change(to: MeasuredChoice, why: SwitchReason): Promise<boolean> {
    const old = this.open;
    if (old === null) return false;
    const isBeside = to.backend === old.backend.id;
    if (!isBeside) this.close();
    const next = await this.options.open(to, isBeside ? old.backend : null);
    if (next.ok) {
      if (isBeside) old.detector.dispose();
      this.goOn(next.value, why);
    } else if (!isBeside) await this.fallBack(next.error);
    return next.ok;
  }

  private goOn(next: OpenDetector, why: SwitchReason): void {
    this.open = next;
    this.lastChoice = next.choice;
    this.options.onSwitched(next.choice, why);
  }

  private async fallBack(why: AppError): Promise<Result<OpenDetector>> {
    const next = await this.options.fallBack();
    if (next.ok) {
      this.goOn(next.value, why);
      return next;
    }
    const { kind, detail } = next.error;
    this.end = { kind: 'backend-failed', detail: `${why.detail} lost, then ${kind}: ${detail}` };
    return { ok: false, error: this.end };
  }

  /** Takes back where the last picture moved its attention: that was somebody else. */
  stay(): void {
    this.open?.detector.stay();
  }

  /** Forgets where the person was; between two streams. */
  reset(): void {
    this.open?.detector.reset();
  }

  /** The back end broke for good: nothing is looked at from now on, and `why` is the answer. */
  stopFor(why: AppError): void {
    this.close();
    this.end = why;
  }

  /** Frees model and back end; may be called again. */
  close(): void {
    this.open?.detector.dispose();
    this.open?.backend.close();
    this.open = null;
  }
}

async function tryOnce(
  { detector, backend }: OpenDetector,
  frame: RgbaFrame,
  timeS: Seconds,
): Promise<Result<Pose | null>> {
  try {
    const pose = await detector.estimate(frame, timeS);
    // A lost GPU does not complain: it answers zeros, which look like an empty room.
    return backend.isLost() ? fail('gpu-lost', backend.id) : ok(pose);
  } catch (error) {
    if (backend.isLost()) return fail('gpu-lost', String(error));
    return { ok: false, error: brokenBackend(error) };
  }
}
