import * as v from 'valibot';
import type { Result } from '../errors';
import type { EpochMs, Metres } from '../units';
import { epochField, heightField, idField, nameField } from './fields';
import { recordReader } from './record-reader';

/** Somebody whose lifts are kept. The name is theirs to choose: a nickname or a number will do. */
export interface PersonRecord {
  v: 1;
  id: string;
  name: string;
  /** null = not entered. */
  heightM: Metres | null;
  createdMs: EpochMs;
}

const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  name: nameField,
  heightM: v.nullable(heightField),
  createdMs: epochField,
});

export const parsePerson: (data: unknown) => Result<PersonRecord> = recordReader({
  name: 'person',
  schema,
  migrations: [],
});
