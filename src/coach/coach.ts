import type { Headline } from '../core/scoring/check';
import { hush, say, wakeVoices } from './speech';
import { Tones, type Tone } from './tones';

/** The tone that goes with a headline. */
export function toneOf(headline: Headline): Tone {
  switch (headline.kind) {
    case 'good':
      return 'good';
    case 'bent-back':
      return 'bent';
    case 'twist':
    case 'sudden-twist':
      return 'twisted';
    default:
      return 'other';
  }
}

/** Speaks up after a lift, never during it: a tone, and the words when the person wants them. */
export class Coach {
  private readonly tones = new Tones();

  /** Call from a click, so that the browser lets tones sound later, and has its voices ready. */
  wake(): void {
    this.tones.wake();
    wakeVoices();
  }

  /** One verdict. `spoken` is the headline and the next step in the person's language. */
  verdict(
    headline: Headline,
    how: { sound: boolean; speech: boolean; spoken: string; language: string },
  ): void {
    if (how.sound) this.tones.play(toneOf(headline));
    if (how.speech) say(how.spoken, how.language);
  }

  /**
   * One thing in a training: a tone, and words in the language of whose turn it is; '' = a tone alone.
   *
   * @returns whether it is spoken: without a voice of this device in that language it is not. The caption is on the
   * screen in any case.
   */
  cue(how: { tone: Tone; spoken: string; language: string; sound: boolean; speech: boolean }): {
    spoken: boolean;
  } {
    if (how.sound) this.tones.play(how.tone);
    return { spoken: how.speech && how.spoken !== '' && say(how.spoken, how.language) };
  }

  /** A short soft note: all is well, lift when you like. */
  ready(how: { sound: boolean }): void {
    if (how.sound) this.tones.play('ready');
  }

  /** Silence, and the audio device is let go. */
  close(): void {
    hush();
    this.tones.close();
  }
}
