import { runBundled } from '../run-bundled.mjs';

await runBundled('fuzz/main.ts');
