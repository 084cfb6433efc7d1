import type { Caption } from '../core/coaching/captions';

/**
 * What a tone can say. Each is a different shape of sound, told apart without looking and in noise.
 * After a lift: good, bent, twisted, other (a verdict); cue, praise (coaching). Around it: ready, turn (somebody's turn
 * starts), counted (a lift of the silent baseline or retest), taken (a held sign was understood), over (the station is).
 */
export type Tone =
  | 'good'
  | 'bent'
  | 'twisted'
  | 'other'
  | 'ready'
  | 'turn'
  | 'counted'
  | 'cue'
  | 'praise'
  | 'taken'
  | 'over';

export interface Note {
  /** Seconds from the start of the tone. */
  at: number;
  hz: number;
  /** Glide to this pitch over the note, if given. */
  toHz?: number;
  lasts: number;
  /** Share of the usual loudness, 1 if not given. */
  loud?: number;
}

/**
 * good: two notes up, a fifth. bent: one long glide down, as the back went. twisted: a turn, up and back, twice.
 * other: two even notes. ready: one short soft note. turn: three notes up, a call. counted: a tick, so soft and short that
 * it tells nothing about the lift. cue: a note and a higher one that stays, a question. praise: four quick notes up.
 * taken: two quick high ticks. over: three notes down to rest.
 */
export const SHAPES: Readonly<Record<Tone, readonly Note[]>> = {
  good: [
    { at: 0, hz: 523, lasts: 0.22 },
    { at: 0.16, hz: 784, lasts: 0.5 },
  ],
  bent: [{ at: 0, hz: 440, toHz: 220, lasts: 0.75 }],
  twisted: [
    { at: 0, hz: 392, toHz: 523, lasts: 0.28 },
    { at: 0.3, hz: 523, toHz: 392, lasts: 0.34 },
  ],
  other: [
    { at: 0, hz: 392, lasts: 0.2 },
    { at: 0.28, hz: 392, lasts: 0.3 },
  ],
  ready: [{ at: 0, hz: 660, lasts: 0.18 }],
  turn: [
    { at: 0, hz: 392, lasts: 0.16 },
    { at: 0.16, hz: 494, lasts: 0.16 },
    { at: 0.32, hz: 587, lasts: 0.4 },
  ],
  counted: [{ at: 0, hz: 880, lasts: 0.06, loud: 0.4 }],
  cue: [
    { at: 0, hz: 440, lasts: 0.12 },
    { at: 0.14, hz: 554, lasts: 0.3 },
  ],
  praise: [
    { at: 0, hz: 523, lasts: 0.12 },
    { at: 0.1, hz: 659, lasts: 0.12 },
    { at: 0.2, hz: 784, lasts: 0.12 },
    { at: 0.3, hz: 1047, lasts: 0.45 },
  ],
  taken: [
    { at: 0, hz: 988, lasts: 0.07 },
    { at: 0.11, hz: 988, lasts: 0.07 },
  ],
  over: [
    { at: 0, hz: 587, lasts: 0.2 },
    { at: 0.2, hz: 494, lasts: 0.2 },
    { at: 0.4, hz: 392, lasts: 0.5 },
  ],
};

const CAPTION: Readonly<Record<Tone, Caption>> = {
  good: 'good',
  bent: 'verdict',
  twisted: 'verdict',
  other: 'verdict',
  ready: 'ready',
  turn: 'turn',
  counted: 'counted',
  cue: 'cue',
  praise: 'praise',
  taken: 'taken',
  over: 'over',
};

/** What a tone means, to be shown to those who do not hear it. The three tones of a verdict go with its own headline. */
export const captionOf = (tone: Tone): Caption => CAPTION[tone];

const LOUDNESS = 0.22;

/** Gentle tones by WebAudio. The context is made at the first tone, after the person's own click. */
export class Tones {
  private context: AudioContext | null = null;

  /** Call from a click, so that browsers let later tones sound. */
  wake(): void {
    this.context ??= typeof AudioContext === 'undefined' ? null : new AudioContext();
    // A refusal only means silence until the next click; the verdict is on the screen too.
    this.context?.resume().catch(() => undefined);
  }

  play(tone: Tone): void {
    const { context } = this;
    if (!context || context.state !== 'running') return;
    for (const note of SHAPES[tone]) this.note(context, note);
  }

  /** Lets the audio device go. */
  close(): void {
    this.context?.close().catch(() => undefined);
    this.context = null;
  }

  private note(context: AudioContext, note: Note): void {
    const start = context.currentTime + note.at;
    const end = start + note.lasts;
    const source = context.createOscillator();
    const volume = context.createGain();
    source.type = 'triangle';
    source.frequency.setValueAtTime(note.hz, start);
    if (note.toHz) source.frequency.exponentialRampToValueAtTime(note.toHz, end);
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(LOUDNESS * (note.loud ?? 1), start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, end);
    source.connect(volume).connect(context.destination);
    source.start(start);
    source.stop(end);
  }
}
