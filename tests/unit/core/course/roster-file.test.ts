import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRoster, type Roster } from '../../../../src/core/course/roster-file';
import { csvOf } from '../../../../src/core/report/csv';

function read(text: string, room?: number): Roster {
  const roster = readRoster(text, room);
  if (!roster.ok) throw new Error(roster.error.detail);
  return roster.value;
}
const person = (name: string, language: string | null = null, heightM: number | null = null) => ({
  name,
  language,
  heightM,
});

describe('ROSTER-2: a list of people', () => {
  it.each([
    ['commas', 'name,language,height\nAnn,en,1.75\nBo,de,180\n'],
    ['semicolons, German', 'Name;Sprache;Größe (cm)\r\nAnn;Englisch;1,75\r\nBo;Deutsch;180\r\n'],
    ['tabs', 'Name\tSprache\tGröße\nAnn\ten\t1,75 m\nBo\tde\t180 cm'],
    ['a byte-order mark', '\ufeffName;Sprache;Größe\nAnn;en;1,75\nBo;de;1,8'],
    ['another order', 'Height in cm,Language,Name\n175,EN,Ann\n180,de,Bo\n'],
    ['no heading', 'Ann;en;1,75\nBo;de;180'],
    ['no heading, height first', 'Ann,1.75,en\nBo,180,de'],
    ['no heading, empty cells at the end', 'Ann;en;1,75;;\nBo;de;180;'],
    ['a line for the table program', 'sep=;\nName;Sprache;Größe\nAnn;en;175\nBo;de;180'],
    [
      'columns that are not needed',
      'No.,Name,Department,Language,Height\n1,Ann,A,en,175\n2,Bo,B,de,180',
    ],
    ['empty rows and cells', 'name,language,height\n\n,,\n"Ann",en,175,,\n"Bo ",de,180\n;;;\n'],
    ['old line ends', 'Name;Sprache;Größe\rAnn;en;175\rBo;de;180\r'],
  ])('%s', (_, text) => {
    expect(read(text)).toEqual({
      people: [person('Ann', 'en', 1.75), person('Bo', 'de', 1.8)],
      skipped: [],
    });
  });

  it('given and family names are one name', () => {
    const { people } = read('Nachname;Vorname\nMüller;Jörg\nÖzil;\n;Ann\n');
    expect(people).toEqual([person('Jörg Müller'), person('Özil'), person('Ann')]);
    expect(read('Height,First name\n175,Ann').people).toEqual([person('Ann', null, 1.75)]);
    expect(read('Height,Surname\n175,Özil').people).toEqual([person('Özil', null, 1.75)]);
  });

  it('what is written in a cell is text, on one line, as it is', () => {
    const names = [
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://a","b")',
      '__proto__',
      '搬 🏋',
    ];
    const text = ['name', ...names.map((name) => `"${name.replaceAll('"', '""')}"`)].join('\n');
    expect(read(text).people).toEqual(names.map((name) => person(name)));
    expect(read('name\nA\u202enn\u0007 B').people).toEqual([person('Ann B')]);
  });

  it('a name with a comma, in a list of names alone', () => {
    expect(read('Name\nMüller, Jörg\n').people).toEqual([person('Müller, Jörg')]);
  });

  it('two of the same name are two people', () => {
    expect(read('Ann\nAnn\nAnn').people).toHaveLength(3);
  });

  it.each([
    ['50', 0.5],
    ['49', null],
    ['49 cm', null],
    ['2.6', 2.6],
    ['260', 2.6],
    ['261', null],
    ['175 m', null],
    ['1.75 cm', null],
    ['ca. 175', null],
    ['175 cm tall', null],
    ['1.75001', null],
  ])('a height of %s is %s m', (said, heightM) => {
    const { people, skipped } = read(`name,height\nAnn,${said}`);
    if (heightM === null) expect(skipped).toEqual([{ line: 2, why: 'height-unknown' }]);
    else expect(people).toEqual([person('Ann', null, heightM)]);
  });

  it.each([
    ['es-419', true],
    ['abc-12345678-12345678-12345678-1234', true], // 35 letters, the longest tag there is
    ['abc-12345678-12345678-12345678-12345', false],
    ['e', false],
    ['english please', false],
  ])('a language of %s: %s', (said, isOne) => {
    const { people, skipped } = read(`Ann;${said}`);
    if (isOne) expect(people).toEqual([person('Ann', said)]);
    else expect(skipped).toEqual([{ line: 1, why: 'language-unknown' }]);
  });

  it('each line that gives nobody is listed', () => {
    const { people, skipped } = read(
      [
        'name,language,height',
        'Ann,en,1.75',
        ',en,175',
        `${'x'.repeat(501)},en,175`,
        'Bo,klingonish,175',
        'Bo,en,17',
        'Bo,en,1,75',
        '"Bo,en,175',
        'J\ufffdrg,de,175',
        "Bo,en,5'9",
        'Cy,,',
      ].join('\n'),
    );
    expect(people).toEqual([person('Ann', 'en', 1.75), person('Cy')]);
    expect(skipped).toEqual([
      { line: 3, why: 'name-missing' },
      { line: 4, why: 'name-too-long' },
      { line: 5, why: 'language-unknown' },
      { line: 6, why: 'height-unknown' },
      { line: 7, why: 'cells-too-many' },
      { line: 8, why: 'quotes-open' },
      { line: 9, why: 'letters-lost' },
      { line: 10, why: 'height-unknown' },
    ]);
    for (const nobody of ['\u202e""', 'name;language\n"""""";en', 'name;language\n" , ;";en'])
      expect(read(nobody)).toMatchObject({ people: [], skipped: [{ why: 'name-missing' }] });
    for (const twice of ['Ann,de,1,75', 'Ann,de,en'])
      expect(read(twice).skipped).toEqual([{ line: 1, why: 'cells-too-many' }]);
  });
});

describe('ROSTER-3: limits', () => {
  it('who finds no room is listed', () => {
    const text = Array.from({ length: 205 }, (_, i) => `P${i}`).join('\n');
    expect(read(text).people).toHaveLength(200);
    expect(read(text).skipped[0]).toEqual({ line: 201, why: 'no-room' });
    expect(read('Ann\nBo\nCy', 1)).toMatchObject({ people: [{ name: 'Ann' }], skipped: [{}, {}] });
  });

  it('the longest name and the longest list there may be are read', () => {
    const name = 'x'.repeat(500);
    expect(read(name).people).toEqual([person(name)]);
    expect(read('Ann'.padEnd(1_000_000)).people).toEqual([person('Ann')]);
  });

  it.each([
    ['a table program’s own file', 'PK\u0003\u0004 and so on'],
    ['bytes', 'Ann\0Bo'],
    ['a very long list', 'x\n'.repeat(500_001)],
  ])('%s is refused', (_, text) => {
    expect(readRoster(text)).toMatchObject({ ok: false, error: { kind: 'import-refused' } });
  });
});

it('every line of whatever text gives a person or is listed, or is empty', () => {
  const cells = fc.constantFrom(
    'Ann',
    'de',
    '1,75',
    '180',
    '"',
    ',',
    ';',
    '\t',
    ' ',
    '\ufeff',
    '<b>',
    '=1',
  );
  const texts = fc.array(fc.oneof(cells, fc.constantFrom('\n', '\r\n'), fc.string()), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const roster = readRoster(text);
      if (!roster.ok) return expect(text).toContain('\0');
      const said = text
        .replace(/^\ufeff/, '')
        .split(/\r\n|\n|\r/)
        .filter((line) => /[^\s;,"]/.test(line));
      // A first line that is a heading, or names the delimiter, is nobody: other tests have those.
      fc.pre(!/name|person|teilnehm|participant|^sep=/i.test(said[0] ?? ''));
      expect(roster.value.people.length + roster.value.skipped.length).toBe(said.length);
      for (const { name, heightM } of roster.value.people) {
        expect(name).toBe(name.trim());
        expect(name).not.toBe('');
        if (heightM !== null) expect(heightM >= 0.5 && heightM <= 2.6).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

it('a list that is written as a table is read as it was', () => {
  const row = fc.record({
    name: fc
      .stringMatching(/^[A-Za-zÄÖÜäöüß<>"',;& ]{0,20}[A-Za-z]$/)
      .map((name) => name.trim().replace(/ +/g, ' ')),
    language: fc.constantFrom(null, 'de', 'en', 'pt-br'),
    heightM: fc.option(fc.integer({ min: 50, max: 260 }).map((cm) => cm / 100)),
  });
  fc.assert(
    fc.property(fc.array(row, { maxLength: 20 }), (people) => {
      const table = csvOf(
        ['name', 'language', 'height'],
        people.map(({ name, language, heightM }) => [name, language, heightM]),
      );
      expect(read(table)).toEqual({ people, skipped: [] });
    }),
  );
});
