import { describe, expect, it } from 'vitest';
import { parseChosen, withChange } from '../../../src/ui/preferences';

describe('what the browser kept', () => {
  it('is read as it was written', () => {
    const chosen = { heightM: 1.82, language: 'de', sound: false, detector: 'movenet-thunder' };
    expect(parseChosen(JSON.stringify(chosen))).toEqual(chosen);
  });

  it('is checked field by field: what cannot be understood counts as not chosen', () => {
    const kept = {
      heightM: 'tall',
      language: 'xx',
      units: 'metric',
      theme: 7,
      sound: 'no',
      speech: true,
      detector: 'movenet-huge',
      backend: null,
      further: 'of a later version',
    };
    expect(parseChosen(JSON.stringify(kept))).toEqual({ units: 'metric', speech: true });
    for (const heightM of [0, -1, 17, 1e9, null]) {
      expect(parseChosen(JSON.stringify({ heightM }))).toEqual({});
    }
  });

  it.each([null, '', 'no json', '[]', '"text"', 'null', '7'])('may be %j', (text) => {
    expect(parseChosen(text)).toEqual({});
  });
});

describe('a change', () => {
  it('adds only itself to what was chosen', () => {
    expect(withChange({}, { sound: false })).toEqual({ sound: false });
    expect(withChange({ sound: false }, { theme: 'dark' })).toEqual({
      sound: false,
      theme: 'dark',
    });
  });

  it('back to automatic takes the choice back', () => {
    const chosen = { language: 'de', detector: 'movenet-thunder' } as const;
    expect(withChange(chosen, { language: null, detector: 'auto' })).toEqual({});
  });
});
