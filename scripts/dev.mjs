import { runTool } from './run.mjs';
import { setUp } from './setup.mjs';
import { stopKindly } from './setup/report.mjs';

/** npm run dev: the development server; what follows `--` goes to Vite. */
await stopKindly(async () => {
  await setUp();
  const { code } = await runTool('vite/bin/vite.js', process.argv.slice(2));
  process.exitCode = code === 0 ? 0 : 1;
});
