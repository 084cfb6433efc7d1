import type { AnswerPath } from '../../core/job/job-answers';
import { noAnswers, withAnswer } from '../../core/job/job-answers';
import type {
  JobSheet,
  MethodId,
  MethodSheet,
  ResultName,
  SheetInput,
  SheetResult,
} from '../../core/job/sheet';
import type { JobAnswers, JobRecord } from '../../core/records/job-record';
import { ACGIH_ASKED_SCOPE } from '../../core/standards/acgih';
import { ISO_11228_SCOPE } from '../../core/standards/iso-11228';
import { MAC_FACTOR_IDS } from '../../core/standards/mac';
import type { Change } from '../../core/standards/niosh-changes';
import type { WorkSpell } from '../../core/standards/niosh-duration';
import { SCOPE } from '../../core/standards/niosh-scope';
import type { Duration } from '../../core/standards/niosh-tables';
import { fieldWords } from '../../words/job';
import type { Score } from '../../core/standards/told';
import type { JobWords, PartName } from '../../words/job-en';
import type { JobFormat } from './job-format';

export type AnySheet = MethodSheet<unknown>;

/** The methods of a sheet in the order in which they are shown. */
export const methodsOf = (sheet: JobSheet): AnySheet[] => [
  sheet.niosh,
  sheet.reba,
  sheet.rula,
  sheet.owas,
  sheet.mac,
  sheet.iso11226,
  sheet.en1005,
  sheet.acgih,
  sheet.iso11228,
];

/** What everybody is asked first, whatever else the methods need. */
export const FIRST_PATHS = [
  'massKg',
  'coupling',
  'perMinute',
  'spells',
  'control',
] as const satisfies readonly AnswerPath[];

/** The result that stands for a method, the first that there is; else the first whose range is known. */
const MAIN: Record<MethodId, readonly ResultName[]> = {
  niosh: ['li', 'li-origin', 'rwl-origin'],
  reba: ['total'],
  rula: ['total'],
  owas: ['total'],
  mac: ['total'],
  'iso-11226': ['hold', 'hold-limit'],
  'en-1005-4': ['inclination', 'asymmetry'],
  acgih: ['mass-against-limit', 'limit', 'vertical-zone'],
  'iso-11228-1': ['mass-against-reference', 'recommended-limit', 'reference-mass'],
};

export function mainResult({ method, results }: AnySheet): SheetResult | null {
  const named = MAIN[method].flatMap((name) => results.filter((one) => one.name === name));
  return (
    named.find(({ value }) => value !== null) ??
    named.find(({ low, high }) => low !== null || high !== null) ??
    null
  );
}

/** What may be answered for a method, whether or not it counts now: conditions, and what stands for something else. */
const OPTIONAL: Record<MethodId, readonly AnswerPath[]> = {
  niosh: [
    'travelCm',
    'liftingMin',
    'meanMassKg',
    ...SCOPE.map(({ id }): AnswerPath => `scope.${id}`),
  ],
  reba: ['posture.task.loadKg', 'posture.task.coupling'],
  rula: [],
  owas: [],
  mac: MAC_FACTOR_IDS.map((id): AnswerPath => `mac.${id}`),
  'iso-11226': ['heldS'],
  'en-1005-4': ['heldS'],
  acgih: [
    'heightM',
    'hoursPerDay',
    'acgih.liftsPerHour',
    ...ACGIH_ASKED_SCOPE.map((id): AnswerPath => `acgih.conditions.${id}`),
  ],
  'iso-11228-1': [
    'iso.sex',
    'iso.ageYears',
    'iso.walkingMS',
    'iso.carryingM',
    'iso.carriesPerMinute',
    ...ISO_11228_SCOPE.excluded.map((id): AnswerPath => `iso.excluded.${id}`),
  ],
};

/** Each input where it is asked first; later methods only name it. */
export interface PlacedInputs {
  own: AnswerPath[];
  above: SheetInput[];
}

/** Rule of the screen: no input twice. Those of {@link FIRST_PATHS} stand at the top. */
export function placedInputs(sheet: JobSheet): Map<MethodId, PlacedInputs> {
  const placed = new Set<AnswerPath>(FIRST_PATHS);
  return new Map(
    methodsOf(sheet).map(({ method, inputs }) => {
      const paths = [...inputs.map(({ path }) => path), ...OPTIONAL[method]];
      const own = [...new Set(paths)].filter((path) => !placed.has(path));
      const above = inputs.filter(({ path }) => placed.has(path));
      own.forEach((path) => placed.add(path));
      return [method, { own, above }];
    }),
  );
}

/** An input of whichever method has it; null = no method asks it. */
export function inputAt(sheet: JobSheet, path: AnswerPath): SheetInput | null {
  for (const { inputs } of methodsOf(sheet)) {
    const found = inputs.find((one) => one.path === path);
    if (found !== undefined) return found;
  }
  return null;
}

/** Spells that come to a duration by themselves. */
export const SPELLS_OF: Record<Duration, WorkSpell[]> = {
  short: [{ workMin: 60, recoveryMin: null }],
  moderate: [{ workMin: 120, recoveryMin: null }],
  long: [{ workMin: 480, recoveryMin: null }],
};

/** Which of the plain durations spells are; 'own' when they are none of them, null when there are none. */
export function plainDuration(spells: readonly WorkSpell[] | null): Duration | 'own' | null {
  if (spells === null) return null;
  const [first] = spells;
  if (spells.length !== 1 || first!.recoveryMin !== null) return 'own';
  const found = Object.entries(SPELLS_OF).find(([, [one]]) => one!.workMin === first!.workMin);
  return found === undefined ? 'own' : (found[0] as Duration);
}

/** What to change in the answers for one change of the equation to come true. */
export function answersOfChange({ id, end, task }: Change): JobAnswers {
  const at = end ?? 'origin';
  const none = noAnswers();
  switch (id) {
    case 'closer':
      return withAnswer(none, `${at}.horizontalCm`, task[at].horizontalCm);
    case 'height':
      return withAnswer(none, `${at}.verticalCm`, task[at].verticalCm);
    case 'straight':
      return withAnswer(none, `${at}.asymmetryDeg`, task[at].asymmetryDeg);
    case 'less-often':
      return withAnswer(none, 'perMinute', task.perMinute);
    case 'grip':
      return withAnswer(none, 'coupling', task.coupling);
    case 'lighter':
      return withAnswer(none, 'massKg', task.massKg);
  }
}

/** "Bring it 10 cm closer at the start". @param before H of that end as it is, cm */
export function changeText(
  { id, end, task }: Change,
  before: number,
  words: JobWords,
  format: JobFormat,
): string {
  const { changeTexts, atEnd } = words.niosh;
  const at = end ?? 'origin';
  const sizes = {
    closer: () => format.amount(before - task[at].horizontalCm, 'cm'),
    height: () => format.amount(task[at].verticalCm, 'cm'),
    straight: () => '',
    'less-often': () => format.number(task.perMinute, 2),
    grip: () => words.choices.coupling[task.coupling].toLocaleLowerCase(),
    lighter: () => format.amount(task.massKg, 'kg'),
  };
  const text = changeTexts[id](sizes[id]());
  return end === null ? text : `${text} ${atEnd[end]}`;
}

/** Indices before and after: to a tenth, finer where a tenth would hide the difference. */
export function indicesText(
  before: number | null,
  after: number | null,
  words: JobWords,
  format: JobFormat,
): string {
  const { outsideLi, becomes } = words.niosh;
  const whole = before !== null && after !== null && format.index(before) === format.index(after);
  const of = (li: number | null) =>
    li === null ? outsideLi : whole ? format.number(li, 2, 2) : format.index(li);
  return becomes(of(before), of(after));
}

/** A result that is another when the job is changed. null = it is missing there. */
export interface ResultDifference {
  method: MethodId;
  name: ResultName;
  measured: SheetResult | null;
  changed: SheetResult | null;
}

export function differencesOf(measured: JobSheet, changed: JobSheet): ResultDifference[] {
  const after = new Map(methodsOf(changed).map((one) => [one.method, one]));
  return methodsOf(measured).flatMap(({ method, results }) => {
    const others = after.get(method)!.results;
    const names = [...new Set([...results, ...others].map(({ name }) => name))];
    return names
      .map((name) => ({
        method,
        name,
        measured: results.find((one) => one.name === name) ?? null,
        changed: others.find((one) => one.name === name) ?? null,
      }))
      .filter(
        (one) =>
          one.measured?.value !== one.changed?.value ||
          one.measured?.low !== one.changed?.low ||
          one.measured?.high !== one.changed?.high,
      );
  });
}

/** A job that nobody has answered anything of yet. */
export const newJob = (
  id: string,
  nowMs: number,
  from: Pick<JobRecord, 'name' | 'sessionId' | 'liftId' | 'units'>,
): JobRecord => ({
  v: 1,
  id,
  createdMs: nowMs,
  changedMs: nowMs,
  ...from,
  answers: noAnswers(),
  changed: null,
});

/** "Level 3, high: a change is needed soon"; empty where the method has no levels. */
export function levelText(method: MethodId, level: number | null, words: JobWords): string {
  if (level === null || !(method === 'reba' || method === 'rula' || method === 'owas')) return '';
  return `${words.levelOf(String(level))}, ${words.levels[method][level] ?? ''}`;
}

/** Why a result is not there, or that its numbers were not read again. */
export function noteOf({ why, verified, value }: SheetResult, words: JobWords): string {
  if (why !== null) return why === 'outside-scope' ? words.states.refused : words.missing[why];
  return verified || value === null ? '' : words.unverified;
}

/** One sentence for a method without a result. */
export function stateText(sheet: AnySheet, words: JobWords): string {
  const { state, asked, refused, notJudged } = sheet;
  if (state === 'asked')
    return words.askedText(
      asked
        .slice(0, MOST_NAMED)
        .map((path) => fieldWords(words, path).label)
        .join(', ') + (asked.length > MOST_NAMED ? ' …' : '.'),
    );
  if (state === 'refused')
    return `${words.refusedText} ${refused.map((reason) => words.refused[reason]).join(', ')}.`;
  if (state === 'not-judged')
    return words.notJudgedText(notJudged.map((reason) => words.missing[reason]).join(', '));
  return '';
}
const MOST_NAMED = 3;

/** All inputs of a sheet, each once. */
export function inputsOf(sheet: JobSheet): SheetInput[] {
  const seen = new Map<AnswerPath, SheetInput>();
  for (const { inputs } of methodsOf(sheet))
    for (const input of inputs) if (!seen.has(input.path)) seen.set(input.path, input);
  return [...seen.values()];
}

/** The scores that a posture method's total is made of, at its worst moment; what was not judged is left out. */
export function partScores(
  { reba, rula, owas }: JobSheet,
  method: MethodId,
): { part: PartName; score: number }[] {
  const told = (parts: Partial<Record<PartName, Score>>) =>
    (Object.entries(parts) as [PartName, Score][]).flatMap(([part, { score }]) =>
      score === null ? [] : [{ part, score }],
    );
  if (method === 'owas') {
    const parts = owas.detail?.worst?.parts;
    return parts === undefined
      ? []
      : told({ back: parts.back, arms: parts.arms, legs: parts.legs });
  }
  if (method !== 'reba' && method !== 'rula') return [];
  const parts = (method === 'reba' ? reba : rula).detail?.worst?.parts;
  if (parts === undefined) return [];
  const { trunk, neck, legs, sides } = parts;
  const { left, right } = sides;
  const arm = (left.total.score ?? 0) > (right.total.score ?? 0) ? left : right;
  const { upperArm, lowerArm, wrist } = arm;
  return told({ trunk, neck, legs, upperArm, lowerArm, wrist });
}
