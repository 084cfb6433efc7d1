import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demo, fixture, liftcheck, newFolder, type Ended } from './command';

const MINUTES = 60_000;
const folder = newFolder();
afterAll(folder.remove);

const quick = ['--model', 'movenet-lightning', '--fps', '5', '--jobs', '1'];
const clips = ['good', 'bent', 'twist'].map(demo);
const at = (...names: string[]): string => join(folder.path, ...names);
const analyze = (run: string, files: string[], ...more: string[]): string[] => [
  ...['analyze', ...files, '--out', at(run), ...quick, ...more],
];
const resultsIn = (run: string): string[] =>
  readdirSync(at(run)).filter((name) => name.endsWith('.analysis.json'));
const writtenMs = (run: string): Record<string, number> =>
  Object.fromEntries(resultsIn(run).map((name) => [name, statSync(at(run, name)).mtimeMs]));
const count = (text: string, words: string): number => text.split(words).length - 1;

describe('a run that was interrupted half way', () => {
  let whole: Ended;
  beforeAll(async () => {
    whole = await liftcheck(analyze('whole', clips));
  }, 5 * MINUTES);

  it.each(['SIGKILL', 'SIGINT'] as const)(
    'by %s goes on with what is not done',
    async (signal) => {
      expect(whole.code).toBe(0);
      const cut = await liftcheck(analyze(signal, clips), {}, (child, stderr) => {
        // Once: a second Ctrl-C ends it without a word.
        if (!child.killed && /\[1\/3\] .*: \d+ lifts?/.test(stderr)) child.kill(signal);
      });
      expect(cut.code).toBe(signal === 'SIGINT' ? 130 : null);
      const before = writtenMs(signal);
      const done = Object.keys(before).length;
      expect([1, 2]).toContain(done);
      if (signal === 'SIGINT') {
        expect(cut.stderr).toMatch(/3 files in .*: 1 analyzed \(.* a minute\), 2 not reached\./);
        expect(cut.stderr).toContain('The same command goes on with the rest.');
      }

      const next = await liftcheck(analyze(signal, clips));
      expect(next.code).toBe(0);
      expect(count(next.stderr, ': already done: ')).toBe(done);
      expect(next.stderr).toContain(`, ${done} already done.`);
      expect(next.stdout.trim().split('\n')).toHaveLength(3);
      expect(writtenMs(signal)).toMatchObject(before);
      for (const name of resultsIn('whole'))
        expect(readFileSync(at(signal, name))).toEqual(readFileSync(at('whole', name)));
      expect(readdirSync(at(signal)).sort()).toEqual(readdirSync(at('whole')).sort());
    },
    5 * MINUTES,
  );
});

describe('a file that was done', () => {
  const clip = at('clip.webm');
  const result = at('once', 'clip.analysis.json');
  const run = async (...more: string[]): Promise<'done' | 'skipped'> => {
    const { code, stderr } = await liftcheck(analyze('once', [clip], ...more));
    expect(code).toBe(0);
    return stderr.includes(`${basename(clip)}: already done: `) ? 'skipped' : 'done';
  };

  it(
    'is done anew only when something is different',
    async () => {
      copyFileSync(fixture('video/vp9.webm'), clip);
      expect(await run()).toBe('done');
      const text = readFileSync(result, 'utf8');
      expect(await run()).toBe('skipped');
      expect(await run('--again')).toBe('done');
      expect(await run('--poses')).toBe('done');
      expect(await run()).toBe('done');
      expect(await run()).toBe('skipped');

      writeFileSync(result, text.slice(0, 100));
      expect(await run()).toBe('done');
      expect(readFileSync(result, 'utf8')).toBe(text);

      copyFileSync(fixture('video/quicktime.mov'), clip);
      expect(await run()).toBe('done');
      expect(await run()).toBe('skipped');
    },
    5 * MINUTES,
  );

  it(
    'is not mistaken for another file of its name',
    async () => {
      const other = at('other', 'clip.webm');
      mkdirSync(at('other'));
      copyFileSync(fixture('video/vp9.webm'), other);
      const { stderr } = await liftcheck(analyze('once', [other]));
      expect(stderr).not.toContain('already done');
    },
    MINUTES,
  );
});
