import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const BLOCK = 512;

/**
 * Reads a .tgz as a stream and gives the wanted files one by one. Knows what npm packs: plain
 * files, with long names in the prefix field. Holds one file in memory at a time.
 *
 * @param {string} path of the .tgz
 * @param {(name: string) => boolean} wanted
 * @returns {AsyncGenerator<{ name: string, bytes: Buffer }>}
 */
export async function* readTarball(path, wanted) {
  /** @type {Buffer} */
  let pending = Buffer.alloc(0);
  /** @type {{ name: string, size: number, keep: boolean, parts: Buffer[], left: number, padding: number } | null} */
  let file = null;
  for await (const chunk of createReadStream(path).pipe(createGunzip())) {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    for (;;) {
      if (file === null) {
        if (pending.length < BLOCK) break;
        file = header(pending.subarray(0, BLOCK), wanted);
        pending = pending.subarray(BLOCK);
        continue;
      }
      const take = Math.min(file.left, pending.length);
      if (file.keep && take > 0) file.parts.push(pending.subarray(0, take));
      file.left -= take;
      pending = pending.subarray(take);
      if (file.left > 0 || pending.length < file.padding) break;
      pending = pending.subarray(file.padding);
      if (file.keep) yield { name: file.name, bytes: Buffer.concat(file.parts) };
      file = null;
    }
  }
}

/**
 * @param {Buffer} block
 * @param {(name: string) => boolean} wanted
 */
function header(block, wanted) {
  const text = (/** @type {number} */ from, /** @type {number} */ length) =>
    block.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  const size = parseInt(text(124, 12), 8) || 0;
  const prefix = text(345, 155);
  const name = prefix === '' ? text(0, 100) : `${prefix}/${text(0, 100)}`;
  const type = text(156, 1);
  return {
    name,
    size,
    keep: (type === '0' || type === '') && name !== '' && wanted(name),
    parts: /** @type {Buffer[]} */ ([]),
    left: size,
    padding: (BLOCK - (size % BLOCK)) % BLOCK,
  };
}
