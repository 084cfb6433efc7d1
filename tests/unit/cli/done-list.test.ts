import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  contentOf,
  DONE_LIST,
  hashOf,
  makerOf,
  noteDone,
  readDoneList,
  unalteredText,
} from '../../../src/cli/done-list';
import { removePartials, writeWhole } from '../../../src/cli/whole-file';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'liftcheck-done-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

describe('the list of what is done', () => {
  it('gives back the newest line of each result', async () => {
    await noteDone(at('a.analysis.json'), { input: 'i', maker: 'm', result: 'old' });
    await noteDone(at('b.analysis.json'), { input: 'j', maker: 'm', result: 's' });
    await noteDone(at('a.analysis.json'), { input: 'i', maker: 'm', result: 'new' });
    const done = await readDoneList(folder);
    expect([...done.keys()]).toEqual(['a.analysis.json', 'b.analysis.json']);
    expect(done.get('a.analysis.json')?.result).toBe('new');
  });

  it('is empty where there is none', async () => {
    expect((await readDoneList(at('nowhere'))).size).toBe(0);
  });

  it('loses only a line that broke off, not the one behind it', async () => {
    await noteDone(at('a'), { input: 'i', maker: 'm', result: 'r' });
    appendFileSync(at(DONE_LIST), '{"output":"b","inp');
    await noteDone(at('c'), { input: 'i', maker: 'm', result: 'r' });
    appendFileSync(at(DONE_LIST), '[1]\nnull\n{"output":3}\n');
    expect([...(await readDoneList(folder)).keys()]).toEqual(['a', 'c']);
  });
});

describe('what a result belongs to', () => {
  it('is another maker with another build, other options or other weights', async () => {
    writeFileSync(at('lifter.json'), 'one');
    const of = (build: string, options: object) => makerOf(build, options, [at('lifter.json')]);
    const first = await of('1', { fps: 15, poses: false });
    expect(await of('1', { poses: false, fps: 15 })).toBe(first);
    const others = [await of('2', { fps: 15, poses: false }), await of('1', { fps: 15, poses: 1 })];
    writeFileSync(at('lifter.json'), 'two');
    others.push(await of('1', { fps: 15, poses: false }));
    expect(new Set([first, ...others]).size).toBe(4);
  });

  it('is known by content', async () => {
    writeFileSync(at('clip'), 'pictures');
    expect(await contentOf(at('clip'))).toBe(hashOf('pictures'));
    expect(await contentOf(folder)).toBeNull();
    expect(await contentOf(at('nowhere'))).toBeNull();
  });

  it('is gone when the result is, or was altered', async () => {
    const noted = { output: 'a', input: 'i', maker: 'm', result: hashOf('{}\n') };
    expect(await unalteredText(at('a'), noted)).toBeNull();
    writeFileSync(at('a'), '{}\n');
    expect(await unalteredText(at('a'), noted)).toBe('{}\n');
    writeFileSync(at('a'), '{');
    expect(await unalteredText(at('a'), noted)).toBeNull();
  });
});

describe('a result', () => {
  it('is written without leaving anything beside it', async () => {
    await writeWhole(at('a'), 'text');
    await expect(writeWhole(at('no/such/folder/a'), 'text')).rejects.toThrow('ENOENT');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('of which a process that is gone left a part is cleared of it', async () => {
    // No process has a number as high as this.
    const gone = 2 ** 30;
    const kept = [`a.${process.pid}.part`, `other.${gone}.part`, 'a.part', 'a'];
    for (const name of [...kept, `a.${gone}.part`]) writeFileSync(at(name), '');
    await removePartials([at('a'), at('b')]);
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
  });
});
