import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

/**
 * @param {Buffer} bytes
 * @returns {string} hexadecimal
 */
export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/**
 * @param {string} path
 * @returns {Promise<string | null>} null: there is no such file
 */
export async function sha256OfFile(path) {
  try {
    return sha256(await readFile(path));
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}
