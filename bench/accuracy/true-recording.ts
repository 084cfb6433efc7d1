import type { Result } from '../../src/core/errors';
import type { DetectorId } from '../../src/core/pose/pose';
import type { SavedPoses } from '../../src/core/session/poses-file';
import type { Metres, Seconds } from '../../src/core/units';
import type { TrueLift } from '../truth/clip-truth';
import type { TrueValues } from '../truth/true-values';

/** What a folder holds: clips with truth files, rendered sequences as poses, videos with a marker reference. */
export type SetKind = 'clips' | 'sequences' | 'markers';

/** One recording whose truth is known. */
export interface TrueRecording {
  name: string;
  /** Whose body it is: what was fitted on a body says nothing about that body. */
  body: string;
  /** null = not known, so nobody "entered" it. */
  heightM: Metres | null;
  /** Times that the truth has, in order. */
  truthTimes: readonly Seconds[];
  /** null where the truth says nothing. */
  truthAt(timeS: Seconds): TrueValues | null;
  /** null = the truth does not say where lifts are. */
  lifts: readonly TrueLift[] | null;
  /** The poses as a detector saw them; the error is a sentence. */
  poses(detector: DetectorId): Promise<Result<SavedPoses, string>>;
}

/** A folder's recordings of one kind. */
export interface TrueSet {
  kind: SetKind;
  folder: string;
  recordings: TrueRecording[];
  /** Detectors that it can be measured with; null = any, it has pictures. */
  detectors: readonly DetectorId[] | null;
}
