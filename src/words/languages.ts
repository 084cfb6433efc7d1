import { en, type Words } from './en';

export const LANGUAGES = ['en', 'de'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each as its speakers call it. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' };

const isLanguage = (name: string): name is Language => LANGUAGES.some((one) => one === name);

/** The first of the wished locales ('de-AT', 'en', …) that there are words for; English otherwise. */
export function pickLanguage(wished: readonly string[]): { language: Language; locale: string } {
  for (const locale of wished) {
    const base = locale.toLowerCase().split('-')[0] ?? '';
    if (isLanguage(base)) return { language: base, locale };
  }
  return { language: 'en', locale: wished[0] ?? 'en' };
}

const there = new Map<Language, Words>([['en', en]]);

/** English is always there, other words are fetched. When they cannot be, English stays. */
export async function fetchWords(language: Language): Promise<void> {
  if (there.has(language)) return;
  try {
    const { de } = await import('./de');
    there.set('de', de);
  } catch {
    // No network, and not stored yet.
  }
}

/** English until they are there. */
export const wordsOf = (language: Language): Words => there.get(language) ?? en;
