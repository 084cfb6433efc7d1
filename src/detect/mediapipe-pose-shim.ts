/**
 * Stands in for `@mediapipe/pose` (aliased in vite.config.ts). pose-detection imports these two names
 * for its MediaPipe runtime, which this product never uses; the real package is no ES module and
 * would load its files from a public server.
 */
export class Pose {
  constructor() {
    throw new Error('The MediaPipe runtime is not part of this product; use the tfjs runtime.');
  }
}

export const POSE_CONNECTIONS: [number, number][] = [];
