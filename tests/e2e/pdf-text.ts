import { inflateSync } from 'node:zlib';

/**
 * The text of a PDF that Chromium printed, as far as its fonts say which letters their glyphs are: enough to ask whether
 * words are there as text and not as a picture.
 */
export function pdfText(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const objects = new Map<string, string>();
  for (const [, id, body] of raw.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)endobj/g))
    objects.set(id!, body!);
  const streamOf = (body: string): string => {
    const begin = /stream\r?\n/.exec(body);
    if (begin === null) return '';
    const bytes = Buffer.from(
      body.slice(begin.index + begin[0].length, body.lastIndexOf('endstream')),
      'latin1',
    );
    return body.includes('/FlateDecode')
      ? inflateSync(bytes).toString('latin1')
      : bytes.toString('latin1');
  };

  // Fonts by name, with the letters of their glyphs.
  const letters = new Map<string, Map<number, string>>();
  for (const body of objects.values()) {
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = objects.get(id!) ?? '';
      const map = /\/ToUnicode (\d+) 0 R/.exec(font)?.[1];
      if (map !== undefined) letters.set(name!, glyphLetters(streamOf(objects.get(map) ?? '')));
    }
  }

  let text = '';
  for (const body of objects.values()) {
    if (body.includes('/FontFile') || !body.includes('stream')) continue;
    const content = streamOf(body);
    if (!content.includes(' Tf')) continue;
    let font: Map<number, string> | undefined;
    for (const [, name, hex, newLine] of content.matchAll(
      /\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(\bET\b)/g,
    )) {
      if (name !== undefined) font = letters.get(name);
      else if (newLine !== undefined) text += '\n';
      else
        for (let i = 0; i + 4 <= hex!.length; i += 4)
          text += font?.get(parseInt(hex!.slice(i, i + 4), 16)) ?? '';
    }
  }
  return text;
}

function glyphLetters(map: string): Map<number, string> {
  const letter = (hex: string): string =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)));
  const found = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, text] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      found.set(parseInt(glyph!, 16), letter(text!));
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from, to, text] of block!.matchAll(
      /<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g,
    ))
      for (let glyph = parseInt(from!, 16), i = 0; glyph <= parseInt(to!, 16); glyph++, i++)
        found.set(glyph, String.fromCharCode(parseInt(text!, 16) + i));
  return found;
}
