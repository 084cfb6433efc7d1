import { readRoster, type Roster } from '../../core/course/roster-file';
import { fail, type Result } from '../../core/errors';

/** Four bytes a letter, of the most letters that a list may have. */
const MOST_BYTES = 4_000_000;

/**
 * Reads a list of people that somebody chose.
 *
 * @param room how many people may still be added
 * @returns 'import-refused' for what is no list, and for a file that is too large or has gone
 */
export async function readRosterFile(file: Blob, room: number): Promise<Result<Roster>> {
  // A recording that was chosen by mistake is not read into memory.
  if (file.size > MOST_BYTES) return fail('import-refused', 'the file is too large for a list');
  try {
    return readRoster(await file.text(), room);
  } catch (error) {
    return fail('import-refused', String(error));
  }
}
