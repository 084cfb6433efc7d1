const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));

/** Bytes as text (RFC 4648, with padding). */
export function toBase64(bytes: Uint8Array): string {
  const groups: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a, b, c] = [bytes[i]!, bytes[i + 1], bytes[i + 2]];
    const all = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(all >> shift) & 63]!);
    if (b === undefined) digits[2] = '=';
    if (c === undefined) digits[3] = '=';
    groups.push(digits.join(''));
  }
  return groups.join('');
}

/** The bytes that {@link toBase64} made this text of; null when it made it of none. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 4 !== 0) return null;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < text.length; i += 4) {
    const isLast = i + 4 === text.length;
    let all = 0;
    for (let k = 0; k < 4; k++) {
      const value = isLast && k >= 4 - padding ? 0 : VALUES.get(text[i + k]!);
      if (value === undefined) return null;
      all = (all << 6) | value;
    }
    for (const shift of [16, 8, 0]) if (at < bytes.length) bytes[at++] = (all >> shift) & 255;
    // What lies beyond the last byte is nought, else two texts would stand for the same bytes.
    if (isLast && padding > 0 && (all & ((1 << (8 * padding)) - 1)) !== 0) return null;
  }
  return bytes;
}
