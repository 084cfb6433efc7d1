import * as v from 'valibot';
import { fail, ok, type Result } from '../errors';

/** What `record-reader` needs to know of one kind of record. */
export interface RecordFormat<S extends v.GenericSchema> {
  /** For messages: 'lift'. */
  name: string;
  /** Today's version, without `v`. */
  schema: S;
  /** The first takes version 1 to 2, the next 2 to 3; what they give is checked by the schema at the end. */
  migrations: readonly ((older: Record<string, unknown>) => Record<string, unknown>)[];
}

/**
 * Makes the reader of one kind of record: data of unknown origin, of any version so far, becomes today's record.
 * @returns a function that says 'import-refused' with the first thing that does not fit
 */
export function recordReader<S extends v.GenericSchema>(
  format: RecordFormat<S>,
): (data: unknown) => Result<v.InferOutput<S>> {
  const { name, schema, migrations } = format;
  const today = migrations.length + 1;
  return (data) => {
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      return fail('import-refused', `${name}: no object`);
    let record = { ...data } as Record<string, unknown>;
    const version = record.v;
    if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
      return fail('import-refused', `${name}.v: no version`);
    if (version > today)
      return fail('import-refused', `${name}.v: version ${version} is newer than ${today}`);
    for (const migrate of migrations.slice(version - 1)) record = migrate(record);
    const parsed = v.safeParse(schema, { ...record, v: today });
    if (parsed.success) return ok(parsed.output);
    const issue = parsed.issues[0];
    return fail(
      'import-refused',
      `${[name, v.getDotPath(issue)].filter(Boolean).join('.')}: ${issue.message}`,
    );
  };
}
