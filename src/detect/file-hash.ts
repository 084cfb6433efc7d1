/** SHA-256 in hexadecimal. Null where the browser cannot: it hashes only on https and localhost, and elsewhere there is no camera. */
export async function hashOf(bytes: ArrayBuffer): Promise<string | null> {
  const { subtle } = crypto as { subtle?: SubtleCrypto };
  if (subtle === undefined) return null;
  const hash = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
