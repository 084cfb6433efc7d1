import type { DetectorId, PoseFrame } from '../../src/core/pose/pose';

/** What the bench asks of the worker beside the product's own messages. The product's code does not know them. */
export type ToBench =
  | { kind: 'bench-load'; detector: DetectorId; assetBase: string }
  | { kind: 'bench-unload' }
  | { kind: 'bench-execute' }
  | { kind: 'bench-core'; frames: PoseFrame[]; detector: DetectorId; assetBase: string }
  | { kind: 'bench-tensors' };

/** ms: what it took in the worker; count: tensors alive. */
export interface FromBench {
  kind: 'bench-done';
  ms: number;
  count: number;
}
