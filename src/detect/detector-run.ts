import { fail, ok, type AppError, type Result } from '../core/errors';
import type { Pose } from '../core/pose/pose';
import type { Seconds } from '../core/units';
import type { DetectorChoice } from '../pipeline/protocol';
import type { RgbaFrame } from './detector-port';
import type { OpenDetector } from './open-detector';

export interface RunOptions {
  /** Opens what takes over when the GPU is gone: the WASM back end. */
  fallBack: () => Promise<Result<OpenDetector>>;
  onSwitched: (choice: DetectorChoice, why: AppError) => void;
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

  /** What it runs on, or ran on last. */
  get choice(): DetectorChoice {
    return this.lastChoice;
  }

  /** Failures: 'memory-full', 'backend-failed'; the latter from then on, when nothing could take over from a lost GPU. */
  async estimate(frame: RgbaFrame, timeS: Seconds): Promise<Result<Pose | null>> {
    if (!this.open) return { ok: false, error: this.end };
    const first = await tryOnce(this.open, frame, timeS);
    if (first.ok || first.error.kind !== 'gpu-lost') return first;
    this.close();
    const next = await this.options.fallBack();
    if (!next.ok) {
      const { kind, detail } = next.error;
      this.end = {
        kind: 'backend-failed',
        detail: `${first.error.detail} lost, then ${kind}: ${detail}`,
      };
      return { ok: false, error: this.end };
    }
    this.open = next.value;
    this.lastChoice = next.value.choice;
    this.options.onSwitched(next.value.choice, first.error);
    return tryOnce(next.value, frame, timeS);
  }

  /** Takes back where the last picture moved its attention: that was somebody else. */
  stay(): void {
    this.open?.detector.stay();
  }

  /** Forgets where the person was; between two streams. */
  reset(): void {
    this.open?.detector.reset();
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

/** What a thrown error of tfjs or the browser means. */
export function brokenBackend(error: unknown): AppError {
  const detail = String(error);
  const full =
    error instanceof RangeError || /out of memory|\bOOM\b|allocation failed/i.test(detail);
  return { kind: full ? 'memory-full' : 'backend-failed', detail };
}
