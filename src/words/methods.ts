import type { Language } from './languages';
import { methodsDe } from './methods-de';
import { methodsEn, type MethodsWords } from './methods-en';

/** Words of the Methods screen; apart from the rest, so that they come only when it is opened. */
const METHODS_WORDS: Record<Language, MethodsWords> = { en: methodsEn, de: methodsDe };

export const methodsWordsOf = (language: Language): MethodsWords => METHODS_WORDS[language];
