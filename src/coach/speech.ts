/**
 * A voice of this device in this language, or null. Voices of a server are never taken: what was seen stays here.
 */
export function localVoice(language: string): SpeechSynthesisVoice | null {
  if (typeof speechSynthesis === 'undefined') return null;
  const base = language.toLowerCase().split('-')[0] ?? '';
  const own = speechSynthesis.getVoices().filter((voice) => voice.localService);
  return own.find((voice) => voice.lang.toLowerCase().startsWith(base)) ?? null;
}

/** Says the text if there is a local voice for it; answers whether it does. A new text cuts the old one off. */
export function say(text: string, language: string): boolean {
  const voice = localVoice(language);
  if (!voice) return false;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  speechSynthesis.speak(utterance);
  return true;
}

/** Stops speaking at once. */
export function hush(): void {
  if (typeof speechSynthesis !== 'undefined') speechSynthesis.cancel();
}
