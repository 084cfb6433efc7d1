import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import ts from 'typescript';
import { IMPORT_RULES, type ImportRule } from './import-rules';

/**
 * Holds every import below a source folder against the rules.
 *
 * @param src folder that is laid out like src/
 * @returns one line for each import that no rule allows, and for each file that no rule covers
 */
export function forbiddenImports(src: string, rules: ImportRule[] = IMPORT_RULES): string[] {
  return sourceFiles(src).flatMap((file) => {
    const rule = rules.find(({ files }) => file.startsWith(files));
    if (rule === undefined) return [`${file}: no rule covers this file`];
    return importsOf(join(src, file))
      .filter((target) => !isAllowed(file, target, rule))
      .map((target) => `${file} imports ${target}`);
  });
}

function isAllowed(file: string, target: string, rule: ImportRule): boolean {
  if (!target.startsWith('.')) {
    return rule.packages.some(
      (name) => target === name || target.startsWith(name.endsWith(':') ? name : `${name}/`),
    );
  }
  const path = posix.normalize(posix.join(posix.dirname(file), target));
  const home = `${file.split('/')[0] ?? ''}/`;
  // The lifter's weights are data that the edges hand to the core.
  if (path === '../models/lifter.json') return !home.startsWith('core/');
  // The measured figures are data that the Methods screen shows.
  if (path === '../docs/accuracy.json') return home === 'ui/';
  if (rule.never?.some((beginning) => path.startsWith(beginning))) return false;
  return path.startsWith(home) || rule.may.some((beginning) => path.startsWith(beginning));
}

/** Every import, export from, dynamic import and type import of a TypeScript or Svelte file. */
function importsOf(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const scripts = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '')
    : [text];
  return scripts.flatMap((script) => {
    const found = ts.preProcessFile(script, true, true);
    return [
      ...found.importedFiles.map(({ fileName }) => fileName),
      ...found.typeReferenceDirectives.map(({ fileName }) => fileName),
      ...found.libReferenceDirectives.map(({ fileName }) => `lib ${fileName}`),
    ];
  });
}

function sourceFiles(src: string): string[] {
  if (!existsSync(src)) throw new Error(`${src} is not there (from ${dirname(src)})`);
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(ts|svelte|js|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .sort();
}
