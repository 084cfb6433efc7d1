import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Coach, toneOf } from '../../../src/coach/coach';
import { captionOf, SHAPES, type Tone } from '../../../src/coach/tones';
import { CAPTIONS } from '../../../src/core/coaching/captions';
import type { Check } from '../../../src/core/scoring/check';
import { StandInAudio, StandInSpeech, StandInUtterance } from './stand-in-speech';

const check = {} as Check;
const TONES = Object.keys(SHAPES) as Tone[];

describe('toneOf', () => {
  it('sounds differently for good, bent and twisted', () => {
    const tones = [
      toneOf({ kind: 'good' }),
      toneOf({ kind: 'bent-back', check }),
      toneOf({ kind: 'twist', check }),
    ];
    expect(new Set(tones).size).toBe(3);
    expect(toneOf({ kind: 'sudden-twist', check })).toBe('twisted');
  });
});

describe('tones', () => {
  it('differ from each other, in notes or in their order', () => {
    const heard = TONES.map((tone) =>
      SHAPES[tone].map(({ hz, toHz, lasts }) => [hz, toHz ?? hz, lasts].join('/')).join(' '),
    );
    expect(new Set(heard).size).toBe(TONES.length);
  });

  it('the count of a silent lift is the softest and the shortest of all', () => {
    const energy = (tone: Tone): number =>
      SHAPES[tone].reduce((sum, { lasts, loud = 1 }) => sum + lasts * loud, 0);
    for (const tone of TONES)
      if (tone !== 'counted') expect(energy('counted')).toBeLessThan(energy(tone) / 2);
    expect(SHAPES.counted).toHaveLength(1);
  });

  it('every tone has a caption, and every caption a tone', () => {
    expect(new Set(TONES.map(captionOf))).toEqual(new Set(CAPTIONS));
  });
});

describe('a cue', () => {
  let speech: StandInSpeech;
  let coach: Coach;
  const told = { tone: 'cue', spoken: 'Step close.', sound: true, speech: true } as const;

  beforeEach(() => {
    vi.useFakeTimers();
    speech = new StandInSpeech();
    StandInAudio.notes = [];
    vi.stubGlobal('speechSynthesis', speech);
    vi.stubGlobal('SpeechSynthesisUtterance', StandInUtterance);
    vi.stubGlobal('AudioContext', StandInAudio);
    coach = new Coach();
    coach.wake();
  });

  afterEach(() => {
    coach.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  it('is sounded and spoken in the language of whose turn it is, by a voice of this device', () => {
    speech.load('Clara de-DE server', 'Daniel en-GB', 'Anna de_DE', 'Deniz den-DE');
    expect(coach.cue({ ...told, language: 'de' })).toEqual({ spoken: true });
    expect(speech.said).toEqual([{ text: 'Step close.', lang: 'de_DE', voice: 'Anna' }]);
    expect(StandInAudio.notes.map(({ hz }) => hz)).toEqual(SHAPES.cue.map(({ hz }) => hz));
    coach.cue({ ...told, language: 'en' });
    expect(speech.said.at(-1)!.voice).toBe('Daniel');
  });

  it('takes the voice of the very region where there is one', () => {
    speech.load('Karl de-DE', 'Resi de-AT');
    coach.cue({ ...told, language: 'de-AT' });
    expect(speech.said.at(-1)!.voice).toBe('Resi');
  });

  it('is never given to a voice of a server: then the tone and the caption serve', () => {
    speech.load('Clara de-DE server', 'Daniel en-GB');
    expect(coach.cue({ ...told, language: 'de' })).toEqual({ spoken: false });
    expect(speech.said).toEqual([]);
    expect(StandInAudio.notes).toHaveLength(SHAPES.cue.length);
    // Voices were there, none fits: one that comes later says nothing about a lift long over.
    speech.load('Anna de-DE');
    expect(speech.said).toEqual([]);
  });

  it('waits a moment for voices that the browser loads late', () => {
    expect(coach.cue({ ...told, language: 'en' })).toEqual({ spoken: false });
    vi.advanceTimersByTime(300);
    speech.load('Daniel en-GB');
    expect(speech.said).toHaveLength(1);
    speech.load('Daniel en-GB', 'Anna de-DE');
    expect(speech.said).toHaveLength(1);
    expect(coach.cue({ ...told, language: 'de' })).toEqual({ spoken: true });
  });

  it('does not wait for them longer than a cue may be late, nor after silence was asked for', () => {
    coach.cue({ ...told, language: 'en' });
    vi.advanceTimersByTime(1000);
    speech.load('Daniel en-GB');
    expect(speech.said).toEqual([]);
    speech.load();
    coach.cue({ ...told, language: 'en' });
    coach.close();
    speech.load('Daniel en-GB');
    expect(speech.said).toEqual([]);
  });

  it('only the newest text waits', () => {
    coach.cue({ ...told, spoken: 'old', language: 'en' });
    coach.cue({ ...told, spoken: 'new', language: 'en' });
    speech.load('Daniel en-GB');
    expect(speech.said.map(({ text }) => text)).toEqual(['new']);
  });

  it('cuts off what is still being said', () => {
    speech.load('Daniel en-GB');
    coach.cue({ ...told, language: 'en' });
    const before = speech.cancelled;
    coach.cue({ ...told, language: 'en' });
    expect(speech.cancelled).toBe(before + 1);
  });

  it('is as quiet as the person wants it', () => {
    speech.load('Daniel en-GB');
    const off = { ...told, language: 'en', sound: false, speech: false };
    expect(coach.cue(off)).toEqual({ spoken: false });
    expect(coach.cue({ ...off, speech: true, spoken: '' })).toEqual({ spoken: false });
    expect(speech.said).toEqual([]);
    expect(StandInAudio.notes).toEqual([]);
  });

  it('is no error where there is neither voice nor loudspeaker', () => {
    vi.stubGlobal('speechSynthesis', undefined);
    vi.stubGlobal('AudioContext', undefined);
    const mute = new Coach();
    mute.wake();
    expect(mute.cue({ ...told, language: 'en' })).toEqual({ spoken: false });
    mute.close();
  });
});
