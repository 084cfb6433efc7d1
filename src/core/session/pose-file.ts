import type { Result } from '../errors';
import { isMediapipe, parseMediapipePoses } from './mediapipe-file';
import { parsePoses, type SavedPoses } from './poses-file';

/**
 * Reads a file of poses that can be analysed: a saved analysis with its poses, or MediaPipe image landmarks.
 * @param name of the file, where it does not say itself what was looked at
 */
export const parsePoseFile = (json: unknown, name: string): Result<SavedPoses> =>
  isMediapipe(json) ? parseMediapipePoses(json, name) : parsePoses(json);
