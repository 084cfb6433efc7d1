import { describe, expect, it } from 'vitest';
import { feetAndInches, makeFormat, metresOfFeet, unitsOfLocale } from '../../../src/words/format';
import { pickLanguage } from '../../../src/words/languages';

describe('format', () => {
  it('follows locale and units', () => {
    expect(makeFormat('de-DE', 'metric').height(1.7)).toBe('1,70\u00a0m');
    expect(makeFormat('en-US', 'imperial').height(1.7)).toBe('5 ft\u00a07 in');
    expect(makeFormat('de-DE', 'metric').farAway(3)).toMatch(/^3\sm$/);
    expect(makeFormat('en-US', 'imperial').farAway(3)).toBe('10 ft');
    expect(makeFormat('en-GB', 'metric').time(4.25)).toBe('4.3\u00a0s');
    expect(makeFormat('en-GB', 'metric').time(125)).toBe('2:05');
  });

  it('writes the size of a twist without its sign, and its error', () => {
    const { withError } = makeFormat('en-GB', 'metric');
    expect(withError({ unit: 'deg', value: -34.4, error: 8.6 })).toBe('34° ±9°');
    expect(withError({ unit: 'deg/s', value: 240, error: null })).toBe('240°/s');
    expect(withError({ unit: 'm', value: null, error: null })).toBe('–');
  });

  it('keeps a height over feet and inches', () => {
    const { feet, inches } = feetAndInches(metresOfFeet(5, 11));
    expect([feet, inches]).toEqual([5, 11]);
    expect(feetAndInches(1.828)).toEqual({ feet: 6, inches: 0 });
  });
});

describe('choice by the browser', () => {
  it('takes the first language there are words for', () => {
    expect(pickLanguage(['fr-FR', 'de-AT', 'en']).language).toBe('de');
    expect(pickLanguage(['fr-FR']).language).toBe('en');
  });

  it('takes feet only where people use them', () => {
    expect(unitsOfLocale('en-US')).toBe('imperial');
    expect(unitsOfLocale('en-GB')).toBe('metric');
    expect(unitsOfLocale('de')).toBe('metric');
  });
});
