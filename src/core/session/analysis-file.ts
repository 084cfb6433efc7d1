import * as v from 'valibot';
import { fail, ok, type Result } from '../errors';
import { versionField } from '../records/fields';
import { verdictField } from '../records/verdict-field';
import type { LiftVerdict } from '../scoring/check';
import { parsePoses, type SavedPoses } from './poses-file';

/** What of a saved analysis can be kept: its poses, and the verdicts as they were given. */
export interface AnalysisFile {
  poses: SavedPoses;
  rules: string;
  lifter: string;
  lifts: LiftVerdict[];
}

const schema = v.object({
  rules: versionField,
  lifter: versionField,
  lifts: v.pipe(v.array(verdictField), v.maxLength(100_000)),
});

/** Reads a `liftcheck.analysis/1` file with poses; 'import-refused' with the first thing that does not fit. */
export function parseAnalysis(json: unknown): Result<AnalysisFile> {
  const poses = parsePoses(json);
  if (!poses.ok) return fail('import-refused', poses.error.detail);
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return ok({ poses: poses.value, ...parsed.output });
  const issue = parsed.issues[0];
  return fail('import-refused', `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}
