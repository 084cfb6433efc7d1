import { pathToFileURL } from 'node:url';
import { runTool } from './run.mjs';

/** One tsconfig for each kind of surroundings; the core's has no DOM and no Node. */
const PROJECTS = [
  'src/core/tsconfig.json',
  'tsconfig.json',
  'tsconfig.worker.json',
  'tsconfig.node.json',
];

/** @returns {Promise<boolean>} whether all types hold */
export async function typecheck() {
  let good = true;
  for (const project of PROJECTS) {
    const { code } = await runTool('typescript/bin/tsc', ['--project', project]);
    good &&= code === 0;
  }
  const { code } = await runTool('svelte-check/bin/svelte-check', [
    '--tsconfig',
    './tsconfig.json',
    '--fail-on-warnings',
    '--output',
    'human',
  ]);
  return good && code === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  process.exitCode = (await typecheck()) ? 0 : 1;
}
