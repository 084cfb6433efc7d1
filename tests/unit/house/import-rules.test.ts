import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { forbiddenImports } from './import-check';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'liftcheck-imports-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test('src/ keeps to the import rules', () => {
  expect(forbiddenImports(fileURLToPath(new URL('../../../src', import.meta.url)))).toEqual([]);
});

test.each([
  ['core/pose/pose.ts', "import { run } from '../../detect/run';", '../../detect/run'],
  ['core/pose/pose.ts', "import type { A } from '../../pipeline/protocol';", '../../pipeline/'],
  ['core/pose/pose.ts', "import * as v from 'valibot';", 'valibot'],
  ['core/pose/pose.ts', "const x = await import('node:fs');", 'node:fs'],
  ['core/pose/pose.ts', "export * from '../../ui/a';", '../../ui/a'],
  ['core/pose/pose.ts', '/// <reference lib="dom" />', 'lib dom'],
  ['core/pose/pose.ts', "import weights from '../../../models/lifter.json';", 'lifter.json'],
  ['pipeline/live-check.ts', "import { c } from '../capture/camera';", '../capture/camera'],
  ['detect/run.ts', "import { c } from '../capture/camera';", '../capture/camera'],
  ['detect/run.ts', "import { c } from '../pipeline/live-check';", '../pipeline/live-check'],
  ['capture/camera.ts', "import tf from '@tensorflow/tfjs-core';", '@tensorflow/tfjs-core'],
  ['ui/Check.svelte', '<script lang="ts">import \'../detect/run\';</script>', '../detect/run'],
  ['ui/Check.svelte', '<script lang="ts">import \'mediabunny\';</script>', 'mediabunny'],
  ['core/coaching/cue.ts', "import { reba } from '../standards/reba';", '../standards/reba'],
  ['core/scoring/score.ts', "import type { J } from '../job/sheet';", '../job/sheet'],
  ['somewhere/else.ts', '', 'no rule covers this file'],
])('%s may not: %s', (file, text, named) => {
  write(file, text);
  const found = forbiddenImports(folder);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(named);
});

test.each([
  ['core/a/b.ts', "import { x } from '../units';"],
  [
    'pipeline/worker.ts',
    "import '../detect/run'; import '../capture/file'; import './live-check';",
  ],
  [
    'detect/run.ts',
    "import '@tensorflow/tfjs-core'; import type { A } from '../pipeline/protocol';",
  ],
  ['ui/Check.svelte', "<script>import '../words/en'; import { onMount } from 'svelte';</script>"],
  ['ui/x.ts', "import { flip } from 'svelte/animate';"],
  ['cli/main.ts', "import 'node:fs'; import lifter from '../../models/lifter.json';"],
])('%s may: %s', (file, text) => {
  write(file, text);
  expect(forbiddenImports(folder)).toEqual([]);
});
