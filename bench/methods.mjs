import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/** `npm run methods`: puts the figures of docs/accuracy.json and the rules into docs/methods.md. */
await onNewNode(async () => {
  const { readFile, writeFile } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const prettier = await import('prettier');
  const { runnerImport } = await import('vite');
  const { ROOT } = await import('../scripts/root.mjs');

  const path = join(ROOT, 'docs/methods.md');
  const figures = JSON.parse(await readFile(join(ROOT, 'docs/accuracy.json'), 'utf8'));
  /** @type {{ module: typeof import('./accuracy/methods-page.ts') }} */
  const { module } = await runnerImport(join(ROOT, 'bench/accuracy/methods-page.ts'), {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
  });
  const page = module.methodsPage(await readFile(path, 'utf8'), figures);
  const options = await prettier.resolveConfig(path);
  await writeFile(path, await prettier.format(page, { ...options, filepath: path }));
});
