import * as v from 'valibot';
import type { Result } from '../errors';
import type { LiftVerdict } from '../scoring/check';
import type { EpochMs } from '../units';
import { epochField, idField, versionField } from './fields';
import { recordReader } from './record-reader';
import { verdictField } from './verdict-field';

/** A kept lift judged again, under another rule set or by another lifter. The first verdict stays. */
export interface RescoreRecord {
  v: 1;
  id: string;
  liftId: string;
  sessionId: string;
  atMs: EpochMs;
  rules: string;
  lifter: string;
  verdict: LiftVerdict;
}

const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  liftId: idField,
  sessionId: idField,
  atMs: epochField,
  rules: versionField,
  lifter: versionField,
  verdict: verdictField,
});

export const parseRescore: (data: unknown) => Result<RescoreRecord> = recordReader({
  name: 'rescore',
  schema,
  migrations: [],
});
