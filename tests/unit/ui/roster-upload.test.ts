import { expect, it } from 'vitest';
import { readRosterFile } from '../../../src/ui/training/roster-upload';

it('a list is read', async () => {
  const list = new Blob(['Ann\nBo\n']);
  expect(await readRosterFile(list, 1)).toMatchObject({
    ok: true,
    value: { people: [{ name: 'Ann' }], skipped: [{ line: 2, why: 'no-room' }] },
  });
});

it('a recording chosen by mistake is refused unread', async () => {
  const recording = new Blob([new Uint8Array(4_000_001)]);
  recording.text = () => Promise.reject(new Error('it was read'));
  expect(await readRosterFile(recording, 9)).toMatchObject({
    error: { kind: 'import-refused', detail: 'the file is too large for a list' },
  });
});

it('a file that has gone is refused', async () => {
  const gone = new Blob(['Ann']);
  gone.text = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
  expect(await readRosterFile(gone, 9)).toMatchObject({ error: { kind: 'import-refused' } });
});
