import * as v from 'valibot';
import type { Result } from '../errors';
import { DETECTOR_IDS, type DetectorId } from '../pose/pose';
import type { LiftVerdict } from '../scoring/check';
import type { EpochMs } from '../units';
import { epochField, idField, positionField, versionField } from './fields';
import { recordReader } from './record-reader';
import { verdictField } from './verdict-field';

/** One lift as it was judged when it was recorded. It is never changed: what is said later is an amendment or a re-score. */
export interface LiftRecord {
  v: 1;
  id: string;
  sessionId: string;
  /** Of this session, from 0. */
  index: number;
  startedMs: EpochMs;
  /** Rule set that judged. */
  rules: string;
  detector: DetectorId;
  /** Version of the lifter weights. */
  lifter: string;
  /** Times are seconds from the first frame of the session. */
  verdict: LiftVerdict;
}

const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  sessionId: idField,
  index: positionField,
  startedMs: epochField,
  rules: versionField,
  detector: v.picklist(DETECTOR_IDS),
  lifter: versionField,
  verdict: verdictField,
});

export const parseLift: (data: unknown) => Result<LiftRecord> = recordReader({
  name: 'lift',
  schema,
  migrations: [],
});
