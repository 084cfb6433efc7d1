import { existsSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** A line of a document that says which tests show it. */
export interface Shown {
  /** The first cell of its row. */
  statement: string;
  tests: { file: string; name: string }[];
}

/** `tests/…` › a name that is in the title of a test, or in what it is given; several with " · " between them. */
const NAMED = /`(tests\/[^`]+)` › (.+?)(?= · `|$)/g;

const inRoot = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * Every row of every table of a Markdown document, heads left out.
 *
 * @param path from the top of the repository
 * @param text what stands in it
 */
export function rowsOf(path: string, text = readFileSync(inRoot(path), 'utf8')): Shown[] {
  const lines = text.split('\n');
  return lines
    .filter((line, i) => {
      const isRow = line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line);
      const isHead = /^\|[\s|:-]+\|$/.test(lines[i + 1] ?? '');
      return isRow && !isHead;
    })
    .map((row) => {
      const cells = row.split('|').map((cell) => cell.trim());
      const named = [...(cells.at(-2) ?? '').matchAll(NAMED)];
      const tests = named.map(([, file = '', name = '']) => ({ file, name: flat(name) }));
      return { statement: cells[1] ?? '', tests };
    });
}

/**
 * What is amiss with the tests that a row names; empty when it names one at least, and each is there.
 */
export function missingTests({ tests }: Shown): string[] {
  if (tests.length === 0) return ['names no test'];
  return tests
    .filter(({ file, name }) => !titlesIn(file).some((title) => title.includes(name)))
    .map(({ file, name }) => `${file} has no test "${name}"`);
}

const read = new Map<string, string[]>();

/** Every text that stands in a title of a test of this file, or in the list that it is run over. */
function titlesIn(file: string): string[] {
  const known = read.get(file);
  if (known) return known;
  const titles: string[] = [];
  if (existsSync(inRoot(file))) {
    const text = readFileSync(inRoot(file), 'utf8');
    collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest), titles);
  }
  read.set(file, titles);
  return titles;
}

function collect(node: ts.Node, titles: string[]): void {
  if (ts.isCallExpression(node) && /^(test|it|describe)\b/.test(rootOf(node.expression)))
    for (const part of [...node.arguments, node.expression]) textsOf(part, titles);
  ts.forEachChild(node, (child) => collect(child, titles));
}

/** `test` of `test.each([…])`; what is left out of every run is no test. */
function rootOf(callee: ts.Expression): string {
  if (ts.isPropertyAccessExpression(callee) && /^(skip|todo)$/.test(callee.name.text)) return '';
  if (ts.isCallExpression(callee) || ts.isPropertyAccessExpression(callee))
    return rootOf(callee.expression);
  return ts.isIdentifier(callee) ? callee.text : '';
}

/** Texts in what a test is called and given, not in what it does. */
function textsOf(node: ts.Node, titles: string[]): void {
  if (ts.isFunctionLike(node)) return;
  if (ts.isStringLiteralLike(node)) titles.push(flat(node.text));
  if (ts.isTemplateExpression(node))
    titles.push(flat(node.head.text), ...node.templateSpans.map((s) => flat(s.literal.text)));
  ts.forEachChild(node, (child) => textsOf(child, titles));
}
