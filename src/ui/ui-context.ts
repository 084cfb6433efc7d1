import { getContext, setContext } from 'svelte';
import type { Format } from '../words/format';
import type { Words } from '../words/en';

/** What every component needs to speak: words and number formats of the chosen language. Read them reactively. */
export interface Ui {
  readonly words: Words;
  readonly format: Format;
  /** BCP 47 tag of what is shown. */
  readonly locale: string;
}

const KEY = Symbol('ui');

export const provideUi = (ui: Ui): Ui => setContext(KEY, ui);

export const useUi = (): Ui => getContext<Ui>(KEY);
