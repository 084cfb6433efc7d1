/** What a tone can say. Each is a different shape of sound, told apart without looking and in noise. */
export type Tone = 'good' | 'bent' | 'twisted' | 'other' | 'ready';

interface Note {
  /** Seconds from the start of the tone. */
  at: number;
  hz: number;
  /** Glide to this pitch over the note, if given. */
  toHz?: number;
  lasts: number;
}

/**
 * good: two notes up, a fifth. bent: one long glide down, as the back went. twisted: a turn, up and back, twice.
 * other: two even notes. ready: one short soft note.
 */
const SHAPES: Record<Tone, Note[]> = {
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
};

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
    volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, end);
    source.connect(volume).connect(context.destination);
    source.start(start);
    source.stop(end);
  }
}
