import { describe, expect, it, test } from 'vitest';
import type { LiftMoments } from '../../../../src/core/job/measured-job';
import { MAC_FACTOR_IDS } from '../../../../src/core/standards/mac';
import { byHand, changedAt, found, inputAt, jobOf, sheetOf } from './lifts-of-a-job';

/** Frames at 15 a second: taken at 1 s, put down at 4 s. */
const TAKEN = 15;
const PUT = 60;

describe('MAC (JOB-8)', () => {
  const region = (lift: LiftMoments) =>
    found(sheetOf({}, jobOf([lift])).mac, 'colour-vertical-region')!.value;
  const held = (lift: LiftMoments): LiftMoments => ({
    ...lift,
    times: { ...lift.times, lowerStartS: null, releaseS: null, lowerEndS: null },
  });
  // Taken and put down at 0.9 m the hands are between knee and elbow; 1.6 m is above the shoulder.
  const level = () => changedAt(PUT, { handHeightM: 0.9 }, changedAt(TAKEN, { handHeightM: 0.9 }));
  test.each([
    ['taking and putting down are green', level(), 'green'],
    ['the taking alone is red', changedAt(TAKEN, { handHeightM: 1.6 }, level()), 'red'],
    ['the putting down alone is red', changedAt(PUT, { handHeightM: 1.6 }, level()), 'red'],
    [
      'the frame before the taking is none of it',
      changedAt(TAKEN - 1, { handHeightM: 1.6 }, level()),
      'green',
    ],
    [
      'a load that is still held was not put down',
      held(changedAt(PUT, { handHeightM: 1.6 }, level())),
      'green',
    ],
  ])('the frame nearest to each end counts: %s', (_, lift, colour) => {
    expect(region(lift)).toBe(colour);
  });

  it('an input is what was answered, else the colour that was seen, else why there is none', () => {
    const { mac } = sheetOf({ 'mac.grip': 'amber' }, jobOf([level()]));
    const none = { error: null, unit: null, value: null, from: null };
    const input = (name: string) => inputAt(mac, `mac.${name}`);
    expect(input('grip')).toMatchObject({ value: 'amber', from: 'asked', why: null });
    expect(input('vertical-region')).toMatchObject({ value: 'green', from: 'camera', why: null });
    expect(input('floor')).toEqual({ path: 'mac.floor', ...none, why: 'not-asked' });
    expect(input('hand-distance')).toEqual({
      path: 'mac.hand-distance',
      ...none,
      why: 'not-measurable',
    });
    expect(mac.asked).toEqual(
      ['load-frequency', 'hand-distance', 'postural-constraints', 'floor', 'environment'].map(
        (name) => `mac.${name}`,
      ),
    );
  });

  it('a colour has its ends and why it is open; the total is there when every colour is', () => {
    const { mac } = sheetOf({}, jobOf([level()]));
    const floor = { value: null, low: 'green', high: 'red', why: 'not-asked', verified: false };
    expect(found(mac, 'colour-floor')).toMatchObject(floor);
    // The trunk is surely bent at the taking: hand distance is amber at least.
    expect(found(mac, 'total')).toMatchObject({ value: null, low: 3, why: 'not-asked' });
    const all = byHand(Object.fromEntries(MAC_FACTOR_IDS.map((id) => [`mac.${id}`, 'amber']))).mac;
    // 4 + 3 and six times 1
    expect(found(all, 'total')).toMatchObject({ value: 13, low: 13, high: 13, why: null });
    expect(all).toMatchObject({ state: 'told', asked: [], verified: false });
  });

  it('with nothing answered and no camera there is no result, and everything is asked', () => {
    const asked = MAC_FACTOR_IDS.map((id) => `mac.${id}`);
    expect(byHand({}).mac).toMatchObject({ state: 'asked', results: [], asked });
  });
});
