import { expectGood } from '../../e2e/expected-verdict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DONE_LIST } from '../../../src/cli/done-list';
import type { CheckState } from '../../../src/core/scoring/check';
import type { Analysis } from '../../../src/core/session/analysis';
import { schemaFaults } from '../../fixtures/analysis-schema';
import { demo, fixture, liftcheck, newFolder, type Ended } from './command';

const MINUTES = 60_000;
const folder = newFolder();
afterAll(folder.remove);

const out = (name: string): string => join(folder.path, name);
const textOf = (run: string, name: string): string =>
  readFileSync(join(out(run), `${name}.analysis.json`), 'utf8');
const analysisOf = (run: string, name: string): Analysis =>
  JSON.parse(textOf(run, name)) as Analysis;
/** What lies in a run's folder beside the list of what is done. */
const resultsIn = (run: string): string[] =>
  readdirSync(out(run))
    .filter((name) => name !== DONE_LIST)
    .sort();

function onlyLift(analysis: Analysis): Analysis['lifts'][number] {
  expect(analysis.lifts).toHaveLength(1);
  const [lift] = analysis.lifts;
  if (lift === undefined) throw new Error('no lift');
  return lift;
}

const statesOf = (lift: Analysis['lifts'][number], id: string): CheckState[] =>
  lift.checks.filter((check) => check.id === id).map(({ state }) => state);

describe('the demo clips, by the most accurate detector', () => {
  let ended: Ended;
  beforeAll(async () => {
    const words = ['analyze', demo('good'), demo('bent'), demo('twist'), '--out', out('clips')];
    ended = await liftcheck([...words, '--jobs', '2', '--poses']);
  }, 10 * MINUTES);

  it('are all analyzed', () => {
    expect(ended.stderr).toContain('[3/3]');
    expect(ended.code).toBe(0);
    expect(ended.stdout.trim().split('\n').sort()).toEqual(
      ['bent', 'good', 'twist'].map((id) => join(out('clips'), `${id}.analysis.json`)),
    );
    expect(resultsIn('clips')).toHaveLength(3);
  });

  it('the good lift is good, or near the limit in its bend and in nothing else', () => {
    const good = onlyLift(analysisOf('clips', 'good'));
    expectGood(good, 'good');
    expect(good.headline.kind).toBe('good');
  });

  it('the bent back is flagged', () => {
    expect(statesOf(onlyLift(analysisOf('clips', 'bent')), 'bent-back')).toContain('flagged');
  });

  it('the twist is said first', () => {
    const lift = onlyLift(analysisOf('clips', 'twist'));
    const states = statesOf(lift, 'twist');
    expect(states.includes('flagged') || states.includes('borderline')).toBe(true);
    expect(lift.headline.kind).toMatch(/^(twist|sudden-twist)$/);
  });

  it('are written in the documented format', () => {
    for (const id of ['good', 'bent', 'twist']) {
      expect(schemaFaults(analysisOf('clips', id))).toEqual([]);
    }
  });

  it('are described without a trace of where and when it was done', () => {
    for (const id of ['good', 'bent', 'twist']) {
      expect(analysisOf('clips', id).source).toMatchObject({
        name: `${id}.mp4`,
        width: 640,
        height: 480,
        fps: 15,
      });
      expect(textOf('clips', id)).not.toContain(folder.path);
      expect(textOf('clips', id)).not.toMatch(/[/\\]demo|\b20\d\d-\d\d-\d\d/);
    }
  });

  it(
    'get the same verdicts from the poses alone, with no ffmpeg about',
    async () => {
      const saved = ['good', 'bent', 'twist'].map((id) =>
        join(out('clips'), `${id}.analysis.json`),
      );
      const again = await liftcheck(['analyze', ...saved, '--out', out('again'), '--poses'], {
        LIFTCHECK_FFMPEG: '/nowhere/ffmpeg',
      });
      expect(again.stderr).not.toContain('ffmpeg');
      expect(again.code).toBe(0);
      for (const id of ['good', 'bent', 'twist']) {
        expect(analysisOf('again', id).lifts).toEqual(analysisOf('clips', id).lifts);
        expect(textOf('again', id)).toBe(textOf('clips', id));
      }
    },
    MINUTES,
  );
});

describe('every input for itself', () => {
  it(
    'gives the same bytes again, whatever was analyzed before it',
    async () => {
      const quick = ['--model', 'movenet-lightning', '--fps', '10'];
      const first = await liftcheck(['analyze', demo('good'), '--out', out('once'), ...quick]);
      const second = await liftcheck([
        'analyze',
        fixture('video/vp9.webm'),
        demo('good'),
        '--out',
        out('twice'),
        ...quick,
      ]);
      expect([first.code, second.code]).toEqual([0, 0]);
      expect(textOf('twice', 'good')).toBe(textOf('once', 'good'));
      expect(analysisOf('once', 'good')).toMatchObject({
        schema: 'liftcheck.analysis/1',
        model: 'movenet-lightning',
      });
      expect(analysisOf('once', 'good').lifts).toHaveLength(1);
      expect(analysisOf('once', 'good')).not.toHaveProperty('poses');
    },
    5 * MINUTES,
  );

  it(
    'goes on behind files that cannot be analyzed, and says what is the matter with each',
    async () => {
      const broken = [
        'audio-only.mp4',
        'not-a-video.mp4',
        'empty.mp4',
        'too-short.mp4',
        'missing.mp4',
      ];
      const ended = await liftcheck([
        'analyze',
        ...broken.map((name) => fixture(`video/${name}`)),
        fixture('video'),
        fixture('video/README.md'),
        fixture('picture/not-a-picture.jpg'),
        fixture('lifter-prototype.json'),
        fixture('video/truncated.mp4'),
        fixture('video/quicktime.mov'),
        ...['--out', out('broken'), '--model', 'movenet-lightning', '--jobs', '2'],
      ]);
      expect(ended.code).toBe(1);
      const line = (name: string): string =>
        ended.stderr
          .split('\n')
          .find((text) => text.startsWith('[') && text.includes(`${name}:`)) ?? '';
      expect(line('audio-only.mp4')).toContain('only sound');
      expect(line('too-short.mp4')).toContain('shorter than half a second');
      expect(line('missing.mp4')).toContain('no such file');
      expect(line('fixtures/video')).toContain('not a file');
      expect(line('lifter-prototype.json')).toContain('--poses');
      for (const name of ['not-a-video.mp4', 'empty.mp4', 'README.md', 'not-a-picture.jpg']) {
        expect(line(name)).toContain('could not be read');
      }
      expect(ended.stderr).toMatch(/truncated\.mp4: it could be read only up to/);
      expect(ended.stderr).toMatch(
        /\n11 files in .* s: 2 analyzed \([\d.]+ a minute\), 9 could not be analyzed\.\n$/,
      );
      expect(resultsIn('broken')).toEqual(['quicktime.analysis.json', 'truncated.analysis.json']);
    },
    5 * MINUTES,
  );

  it(
    'a still picture has one frame and no lifts',
    async () => {
      const pictures = [
        'picture/person.png',
        'picture/person.webp',
        'picture/turned-by-exif.jpg',
      ].map(fixture);
      const ended = await liftcheck([
        'analyze',
        ...pictures,
        '--out',
        out('stills'),
        '--model',
        'movenet-lightning',
      ]);
      expect(ended.code).toBe(0);
      for (const name of ['person', 'person-2', 'turned-by-exif']) {
        expect(analysisOf('stills', name).frames).toHaveLength(1);
        expect(analysisOf('stills', name).lifts).toEqual([]);
        expect(schemaFaults(analysisOf('stills', name))).toEqual([]);
      }
      expect(analysisOf('stills', 'turned-by-exif').source).toMatchObject({
        width: 120,
        height: 160,
      });
    },
    5 * MINUTES,
  );
});

describe('the command', () => {
  it(
    'tells how it is used, and its version',
    async () => {
      const help = await liftcheck(['--help']);
      expect(help.code).toBe(0);
      expect(help.stdout).toContain('--height-cm');
      expect((await liftcheck(['--version'])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    },
    MINUTES,
  );

  it(
    'ends with 2 when its words are not understood',
    async () => {
      const ended = await liftcheck(['analyze', demo('good')]);
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toContain('--out DIR');
    },
    MINUTES,
  );

  it(
    'says what to do without ffmpeg',
    async () => {
      const ended = await liftcheck(['analyze', demo('good'), '--out', out('none')], {
        LIFTCHECK_FFMPEG: '/nowhere/ffmpeg',
      });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('LIFTCHECK_FFMPEG');
    },
    MINUTES,
  );
});
