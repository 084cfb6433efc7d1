import { de } from './de';
import { en, type Words } from './en';

export const LANGUAGES = { en, de } as const;
export type Language = keyof typeof LANGUAGES;

/** The first of the wished locales ('de-AT', 'en', …) that there are words for; English otherwise. */
export function pickLanguage(wished: readonly string[]): { language: Language; locale: string } {
  for (const locale of wished) {
    const base = locale.toLowerCase().split('-')[0] ?? '';
    if (base === 'en' || base === 'de') return { language: base, locale };
  }
  return { language: 'en', locale: wished[0] ?? 'en' };
}

export const wordsOf = (language: Language): Words => LANGUAGES[language];
