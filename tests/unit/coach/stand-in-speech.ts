/** A stand-in for the machine's voices. */
export class StandInSpeech extends EventTarget {
  readonly said: { text: string; lang: string; voice: string }[] = [];
  cancelled = 0;
  #voices: SpeechSynthesisVoice[] = [];

  getVoices(): SpeechSynthesisVoice[] {
    return this.#voices;
  }

  speak({ text, lang, voice }: { text: string; lang: string; voice: SpeechSynthesisVoice }): void {
    this.said.push({ text, lang, voice: voice.name });
  }

  cancel(): void {
    this.cancelled++;
  }

  /** The browser has loaded these, as `name lang` or `name lang server`. */
  load(...voices: string[]): void {
    this.#voices = voices.map((voice) => {
      const [name = '', lang = '', where] = voice.split(' ');
      return { name, lang, localService: where !== 'server', default: false, voiceURI: name };
    });
    this.dispatchEvent(new Event('voiceschanged'));
  }
}

/** What is handed to `speak`. */
export class StandInUtterance {
  lang = '';
  voice: SpeechSynthesisVoice | null = null;
  constructor(readonly text: string) {}
}

/** A stand-in for the machine's loudspeaker: which notes are played when, in Hz and seconds. */
export class StandInAudio {
  static notes: { hz: number; at: number }[] = [];
  readonly state = 'running';
  readonly currentTime = 0;
  readonly destination = {};

  resume(): Promise<void> {
    return Promise.resolve();
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  createOscillator(): unknown {
    let hz = 0;
    const node = {
      type: '',
      frequency: {
        setValueAtTime: (value: number) => (hz = value),
        exponentialRampToValueAtTime: () => undefined,
      },
      connect: (next: unknown) => next,
      start: (at: number) => StandInAudio.notes.push({ hz, at }),
      stop: () => undefined,
    };
    return node;
  }

  createGain(): unknown {
    const ramp = () => undefined;
    const gain = {
      setValueAtTime: ramp,
      linearRampToValueAtTime: ramp,
      exponentialRampToValueAtTime: ramp,
    };
    return { gain, connect: (next: unknown) => next };
  }
}
