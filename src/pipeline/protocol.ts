import type { AppError } from '../core/errors';
import type { Person } from '../core/kinematics/moment';
import type { DetectorId } from '../core/pose/pose';
import type { JudgedLift } from '../core/records/judged-lift';
import type { Analysis } from '../core/session/analysis';
import type { Fraction, Seconds } from '../core/units';
import type { LiftVerdict } from '../core/scoring/check';
import type { LiveState } from './live-state';

export type { Person };

export type BackendId = 'webgpu' | 'webgl' | 'wasm';

/** One measured candidate of the choice at start. */
export interface MeasuredChoice {
  detector: DetectorId;
  backend: BackendId;
  /** Of the WASM back end; 1 for the GPU ones. */
  threads: number;
  posesPerSecond: number;
}

export interface DetectorChoice extends MeasuredChoice {
  /** All that was measured, fastest first. */
  measured: MeasuredChoice[];
}

/** Why another detector goes on: the machine became slower, or quick again; or what broke ('gpu-lost'). */
export type SwitchReason = 'slower' | 'quicker' | AppError;

/** Page to worker. Every message that expects an answer gets exactly one of 'ready', 'analysis' or 'failed' with the same id. */
export type ToWorker =
  | {
      kind: 'open';
      id: number;
      use: 'live' | 'recording';
      detector: DetectorId | 'auto';
      backend: BackendId | 'auto';
      assetBase: string;
    }
  | { kind: 'start-live'; person: Person; sourceName: string }
  | { kind: 'frame'; image: ImageBitmap; timeS: Seconds }
  | { kind: 'redo-baseline' }
  | { kind: 'finish-live'; id: number }
  | { kind: 'analyse-file'; id: number; file: File; person: Person; fps: number }
  | { kind: 'analyse-poses'; id: number; file: File; person: Person; assetBase: string }
  | { kind: 'cancel' }
  | { kind: 'close' };

/** Worker to page. */
export type FromWorker =
  | {
      kind: 'progress';
      step: 'loading' | 'measuring' | 'warming' | 'reading';
      fraction: Fraction;
      detail: string;
      /** Of the model that is being fetched. */
      bytes?: { got: number; of: number };
    }
  | { kind: 'ready'; id: number; choice: DetectorChoice }
  /** Answer to each 'frame': the page sends the next frame only after this (at most one in flight, newest wins). */
  /** lifts null: as in the state before. */
  | { kind: 'state'; state: Omit<LiveState, 'lifts'>; lifts: readonly LiftVerdict[] | null }
  /** Lifts of the live check whose pictures were looked at again. Says nothing new first, so it is not to be spoken. */
  | { kind: 'looked-again'; lifts: readonly LiftVerdict[] }
  /**
   * All that is needed to keep a lift: live as soon as it has ended, and again when its verdict goes on (putting down, second
   * look); of a recording before its 'analysis'.
   */
  | { kind: 'lift'; lift: JudgedLift }
  /** Another detector or back end took over during work; the frame in hand is still answered. */
  | { kind: 'switched'; choice: DetectorChoice; why: SwitchReason }
  /** Of a damaged video, `analysis.source.damagedAtS` tells how far it could be read. */
  | { kind: 'analysis'; id: number; analysis: Analysis }
  /** id null: the frame in flight could not be answered with a state; it counts as that frame's answer. */
  | { kind: 'failed'; id: number | null; error: AppError };
