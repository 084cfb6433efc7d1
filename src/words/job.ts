import type { AnswerPath } from '../core/job/job-answers';
import { SIDES } from '../core/standards/posture-readings';
import { jobDe } from './job-de';
import { jobEn, type FieldWords, type JobWords, type NamedPath } from './job-en';
import type { Language } from './languages';

/** Words of the job sheet; apart from the rest, so that they come only when one is opened. */
const JOB_WORDS: Record<Language, JobWords> = { en: jobEn, de: jobDe };

export const jobWordsOf = (language: Language): JobWords => JOB_WORDS[language];

/** What an input is called, and in one line what it means. */
export function fieldWords(words: JobWords, path: AnswerPath): FieldWords {
  const side = SIDES.find((one) => path.startsWith(`posture.arms.${one}.`));
  if (side === undefined) return words.fields[path as NamedPath];
  const { label, help } = words.armFields[path.split('.').at(-1) as keyof JobWords['armFields']];
  return { label: words.armOf(words.sides[side], label), help };
}
