import { describe, expect, it } from 'vitest';
import { writeKeptFile } from '../../../src/core/report/kept-file-writer';
import { readImport } from '../../../src/pipeline/import-file';
import { analysed, savedPoses } from '../core/recordings';

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield await Promise.resolve(text.slice(i, i + size));
}
const read = (text: string, size = 1000) => readImport(cut(text, size), 'a.json', 1e12);

const analysis = JSON.stringify(analysed(savedPoses('three-lifts')));

describe('a file that is brought in', () => {
  it('a saved analysis is a session, known again when it comes twice', async () => {
    const [once, twice] = [await read(analysis), await read(analysis, 77)];
    if (!once.ok || once.value.kind !== 'analysis') throw new Error('no analysis');
    expect(once.value.records.lifts).toHaveLength(3);
    expect(once.value.records.tracks).toHaveLength(3);
    expect(twice).toEqual(once);
    const other = await read(analysis.replace('"rules":"', '"rules":"x'));
    if (!other.ok || other.value.kind !== 'analysis') throw new Error('no analysis');
    expect(other.value.records.sessions[0]!.id).not.toBe(once.value.records.sessions[0]!.id);
  });

  it.each(['session', 'backup'] as const)('a %s, in pieces of any size', async (kind) => {
    const source = await read(analysis);
    if (!source.ok || source.value.kind !== 'analysis') throw new Error('no analysis');
    const { records } = source.value;
    const text = [...writeKeptFile(kind, records)].join('');
    for (const size of [1, 7, 1e6].map((n) => Math.max(n, text.length / 5000)))
      expect(await read(text, Math.ceil(size))).toEqual({ ok: true, value: { kind, records } });
  });

  it('MediaPipe landmarks are poses to be analysed, world landmarks are to be shown', async () => {
    const landmarks = Array(33).fill({ x: 0.5, y: 0.5, z: 0, visibility: 1 }) as object[];
    const frames = [{ timestampMs: 0, landmarks, worldLandmarks: landmarks }];
    expect(await read(JSON.stringify({ width: 9, height: 9, frames }))).toMatchObject({
      ok: true,
      value: { kind: 'poses', poses: { detector: 'blazepose-full' } },
    });
    expect(await read(JSON.stringify({ frames }))).toMatchObject({
      ok: true,
      value: { kind: 'world' },
    });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'PK\u0003\u0004'],
    ['JSON of nothing known', '[1]'],
    ['a cut analysis', analysis.slice(0, -9)],
    ['a cut session', '{"schema":"liftcheck.session/1"}\n'],
    ['a session of a later version', '{"schema":"liftcheck.session/2"}\n'],
  ])('refused: %s', async (_, text) => {
    const result = await read(text);
    expect(result).toMatchObject({ ok: false, error: { kind: 'import-refused' } });
    if (!result.ok) expect(result.error.detail).not.toBe('');
  });

  it('a large file in many pieces takes time in proportion to its size', async () => {
    const start = process.cpuUsage();
    expect(await read(`{"a":"${'x'.repeat(30_000_000)}`, 20_000)).toMatchObject({ ok: false });
    const { user, system } = process.cpuUsage(start);
    // Joined again at each of its 1500 pieces, it is 45 GB to copy.
    expect((user + system) / 1e6).toBeLessThan(5);
  });
});
