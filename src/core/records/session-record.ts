import * as v from 'valibot';
import type { Result } from '../errors';
import type { EpochMs } from '../units';
import { epochField, idField, nameField } from './fields';
import { recordReader } from './record-reader';

/** Where the pictures of a session came from. */
export const SESSION_ORIGINS = ['camera', 'demo', 'video', 'poses'] as const;
export type SessionOrigin = (typeof SESSION_ORIGINS)[number];

/** One check, live or of a recording. Its lifts are records of their own. */
export interface SessionRecord {
  v: 1;
  id: string;
  startedMs: EpochMs;
  /** null = it runs, or it was cut off (closed tab, crash). */
  endedMs: EpochMs | null;
  origin: SessionOrigin;
  /** Name of the file, of the demo, or of the camera as the browser calls it. */
  sourceName: string;
  /** Who lifts, unless a lift says otherwise; null = nobody was named. */
  personId: string | null;
  /** What is lifted, in the person's words; '' = nothing was said. */
  task: string;
  /** The person asked for the video to be kept; it lies in the video shelf under the session's id. */
  videoKept: boolean;
}

const schema = v.strictObject({
  v: v.literal(1),
  id: idField,
  startedMs: epochField,
  endedMs: v.nullable(epochField),
  origin: v.picklist(SESSION_ORIGINS),
  sourceName: nameField,
  personId: v.nullable(idField),
  task: nameField,
  videoKept: v.boolean(),
});

export const parseSession: (data: unknown) => Result<SessionRecord> = recordReader({
  name: 'session',
  schema,
  migrations: [],
});
