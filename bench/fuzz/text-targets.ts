import fc from 'fast-check';
import { readArguments } from '../../src/cli/arguments';
import { nameOutputs } from '../../src/cli/output-names';
import { readRoster } from '../../src/core/course/roster-file';
import { csvOf } from '../../src/core/report/csv';
import { parseChosen, withChange } from '../../src/ui/preferences';
import { damagedJson, damagedText } from './damage';
import { expectKnownFailure, expectThat, targetOf, type FuzzTarget } from './fuzz-target';

const LISTS = [
  'name,language,height\r\nAnn,en,1.75\r\n"Müller, Jörg",de,180\r\n',
  '\ufeffsep=;\nVorname;Nachname;Sprache;Größe (cm)\nAnn;Bo;Englisch;1,75 m\n',
  'Ann\tde\t175 cm\nBo\n',
];
const cell = fc.oneof(
  fc.constantFrom(
    'Ann',
    'de',
    '1,75',
    '180 cm',
    '"',
    '""',
    ',',
    ';',
    '\t',
    'name',
    'Größe',
    '=1+1',
  ),
  fc.constantFrom('\n', '\r', '\r\n', '\ufeff', '\ufffd', '\u202e', '__proto__', 'sep=;', '\0'),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc
    .tuple(fc.constantFrom('a', ' ', '"', ',', '-', '1', '('), fc.nat(20_000))
    .map(([a, n]) => a.repeat(n)),
);

function checkRoster(text: string): void {
  const roster = readRoster(text);
  if (!roster.ok) return expectKnownFailure(roster.error);
  for (const { name, heightM, language } of roster.value.people) {
    expectThat(name.trim() === name && name !== '' && name.length <= 500, 'a name of nothing');
    expectThat(heightM === null || (heightM >= 0.5 && heightM <= 2.6), `${heightM} m`);
    expectThat(
      language === null || /^[a-z0-9-]{2,35}$/u.test(language),
      `the language ${language}`,
    );
  }
  // What was read is written and read the same.
  const { people } = roster.value;
  const again = readRoster(
    csvOf(
      ['name', 'language', 'height'],
      people.map(({ name, language, heightM }) => [name, language, heightM]),
    ),
  );
  const isFormula = people.some(({ name }) => /^[\s\p{Cf}]*[=+\-@＝＋－＠]/u.test(name));
  if (!isFormula)
    expectThat(again.ok && again.value.people.length === people.length, 'people were lost');
}

const WORDS = [
  ...'analyze help --out results --out= --model movenet-thunder --fps 15 --height-cm 178'.split(
    ' ',
  ),
  ...'--jobs 2 --poses --no-poses --skeleton --again -- - -h -v -hv --help=1'.split(' '),
  ...'a.mp4 b.analysis.json 1e3 0x10 NaN ٣'.split(' '),
  '',
  '\0',
];

function checkArguments(words: string[]): void {
  const command = readArguments(words);
  if (command.kind === 'usage') return expectThat(command.message.length > 3, 'no words');
  if (command.kind !== 'analyze') return;
  const { files, out, fps, jobs, heightM } = command.options;
  expectThat(files.length > 0 && out !== '', 'nothing to do');
  expectThat(fps >= 1 && fps <= 120, `${fps} pictures a second`);
  expectThat(jobs === null || (Number.isInteger(jobs) && jobs >= 1), `${jobs} jobs`);
  expectThat(heightM === null || (heightM >= 0.5 && heightM <= 2.5), `${heightM} m`);
  const outputs = nameOutputs(files, out).map(({ output }) => output.toLowerCase());
  expectThat(new Set(outputs).size === files.length, 'two results in one file');
}

const CHOSEN = {
  heightM: 1.8,
  language: 'de',
  units: 'metric',
  theme: 'dark',
  sound: false,
  speech: true,
  trainingSpeech: false,
  detector: 'movenet-thunder',
  backend: 'wasm',
  keep: true,
  retentionMonths: 12,
  toldCutOff: 'session',
};

function checkPreferences(text: string): void {
  const chosen = parseChosen(text);
  for (const [name, value] of Object.entries(chosen))
    expectThat(
      Object.hasOwn(CHOSEN, name) && typeof value === typeof CHOSEN[name as keyof typeof CHOSEN],
      `${name}: ${String(value)}`,
    );
  const again = parseChosen(JSON.stringify(withChange(chosen, {})));
  expectThat(JSON.stringify(again) === JSON.stringify(chosen), 'kept otherwise than it was read');
}

/** A list of people, the words of the command line, and what the browser keeps of choices. */
export function textTargets(): FuzzTarget[] {
  const lists = fc.oneof(
    damagedText(LISTS),
    fc.array(cell, { maxLength: 60 }).map((cells) => cells.join('')),
  );
  const words = fc.array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...WORDS) }, fc.string({ unit: 'binary' })),
    { maxLength: 12 },
  );
  const likely = words.map((some) => ['analyze', 'a.mp4', '--out', 'results', ...some]);
  const chosen = fc.oneof(
    damagedJson([CHOSEN]).map((value) => JSON.stringify(value)),
    damagedText([JSON.stringify(CHOSEN)]),
    fc.json(),
  );
  return [
    targetOf({ name: 'list of people', inputs: lists, check: checkRoster, slowestMs: 2000 }),
    targetOf({
      name: 'command line',
      inputs: fc.oneof(words, likely),
      check: checkArguments,
      slowestMs: 500,
    }),
    targetOf({ name: 'preferences', inputs: chosen, check: checkPreferences, slowestMs: 500 }),
  ];
}
