import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ISOLATION_HEADERS, SECURITY_HEADERS } from '../../../scripts/security-headers.mjs';

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const sent: Record<string, string> = { ...SECURITY_HEADERS, ...ISOLATION_HEADERS };

/** The headers that a block of settings sends, besides how long files are kept. */
function headersIn(language: string): Record<string, string> {
  const line = {
    nginx: /^\s*add_header ([\w-]+) "(.*)" always;$/,
    caddy: /^\s{4}([\w-]+) "(.*)"$/,
    apache: /^Header always set ([\w-]+) "(.*)"$/,
    text: /^\s{2}([\w-]+): (.*)$/,
  }[language]!;
  const block = new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(read('docs/hosting.md'))![1]!;
  const pairs = block.split('\n').map((one) => line.exec(one)?.slice(1) ?? []);
  const found = Object.fromEntries(pairs.filter((pair) => pair.length === 2)) as typeof sent;
  expect(found['Cache-Control']).toBe('no-cache');
  delete found['Cache-Control'];
  return found;
}

describe('docs/hosting.md', () => {
  test.each(['nginx', 'caddy', 'apache', 'text'])(
    '%s sends the very headers that we send',
    (language) => {
      expect(headersIn(language)).toEqual(sent);
    },
  );

  test('says of each what is lost without it, and is found from the README', () => {
    const lost = read('docs/hosting.md').split('## What is lost')[1]!;
    for (const name of Object.keys(sent)) expect(lost).toContain(`\`${name}\``);
    expect(read('README.md')).toContain('(docs/hosting.md)');
  });
});
