import * as v from 'valibot';
import type { Result } from '../errors';
import type { EpochMs } from '../units';
import { epochField, idField, massField, noteField } from './fields';
import { recordReader } from './record-reader';

/** What a person says about a lift after it was recorded. */
export type Amendment =
  | { kind: 'person'; personId: string | null }
  | { kind: 'not-a-lift' }
  | { kind: 'mass'; massKg: number | null }
  | { kind: 'note'; text: string }
  /** Takes an earlier amendment back. */
  | { kind: 'undo'; amendmentId: string };

/** Amendments are added, never changed: the original stays, and so does what was said before. */
export interface AmendmentRecord {
  v: 1;
  id: string;
  liftId: string;
  sessionId: string;
  atMs: EpochMs;
  amendment: Amendment;
}

const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  liftId: idField,
  sessionId: idField,
  atMs: epochField,
  amendment: v.variant('kind', [
    v.strictObject({ kind: v.literal('person'), personId: v.nullable(idField) }),
    v.strictObject({ kind: v.literal('not-a-lift') }),
    v.strictObject({ kind: v.literal('mass'), massKg: v.nullable(massField) }),
    v.strictObject({ kind: v.literal('note'), text: noteField }),
    v.strictObject({ kind: v.literal('undo'), amendmentId: idField }),
  ]),
});

export const parseAmendment: (data: unknown) => Result<AmendmentRecord> = recordReader({
  name: 'amendment',
  schema,
  migrations: [],
});
