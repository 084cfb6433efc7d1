/** A text that comes later than this is no answer to a lift any more. */
const LATEST_MS = 700;

/** Ends the waiting for voices of the text that was to be said last. */
let stopWaiting: (() => void) | null = null;

const baseOf = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';

/**
 * A voice of this device in this language, or null. Voices of a server are never taken: what was seen stays here.
 */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const fitting = speechSynthesis
    .getVoices()
    .filter(({ localService, lang }) => localService && baseOf(lang) === baseOf(language));
  const tag = language.toLowerCase();
  const exact = fitting.find(({ lang }) => lang.toLowerCase().replace('_', '-') === tag);
  return exact ?? fitting.find((voice) => voice.default) ?? fitting[0] ?? null;
}

/** Browsers load voices only when they are asked for, and tell when they are there: ask early. */
export function wakeVoices(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.getVoices();
}

/**
 * Says the text if there is a local voice for it; answers whether it does. A new text cuts the old one off. While the
 * browser has not loaded its voices, the answer is no, and the text is still said if they come in time.
 */
export function say(text: string, language: string): boolean {
  if (typeof speechSynthesis === 'undefined') return false;
  hush();
  const voice = localVoice(language);
  if (voice !== null) speak(text, voice);
  else if (speechSynthesis.getVoices().length === 0) sayWhenLoaded(text, language);
  return voice !== null;
}

function speak(text: string, voice: SpeechSynthesisVoice): void {
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
}

function sayWhenLoaded(text: string, language: string): void {
  const loaded = (): void => {
    stopWaiting?.();
    const voice = localVoice(language);
    if (voice !== null) speak(text, voice);
  };
  const timer = setTimeout(() => stopWaiting?.(), LATEST_MS);
  stopWaiting = () => {
    clearTimeout(timer);
    speechSynthesis.removeEventListener('voiceschanged', loaded);
    stopWaiting = null;
  };
  speechSynthesis.addEventListener('voiceschanged', loaded);
}

/** Stops speaking at once. */
export function hush(): void {
  stopWaiting?.();
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
}
