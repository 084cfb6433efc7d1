import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  MAC_COLOURS,
  MAC_FACTOR_IDS,
  MAC_FACTORS,
  MAC_VALIDATION,
  macColoursOf,
  macLifting,
  macScore,
  type MacAskedFactor,
  type MacColour,
  type MacFactor,
  type MacMoment,
} from '../../../../src/core/standards/mac';
import { unnoticedChanges } from './changed-cells';
import { seen, told, unseen } from './inputs';

/** Typed from the standards' notes: factor, its letter, then green, amber, red, purple. */
const SHEET = `
  load-frequency        A 0 4 6 10
  hand-distance         B 0 3 6 -
  vertical-region       C 0 1 3 -
  twist-and-side        D 0 1 2 -
  postural-constraints  E 0 1 3 -
  grip                  F 0 1 2 -
  floor                 G 0 1 2 -
  environment           H 0 1 2 -
`
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** Upright, arms hanging, hands between knee and elbow. */
const EASY: MacMoment = {
  upperArmFromVertical: seen(5),
  trunkInclination: seen(5),
  handHeightM: seen(0.8),
  kneeHeightM: seen(0.4),
  elbowHeightM: seen(1),
  shoulderHeightM: seen(1.35),
  axialTwist: seen(0),
  lateralBend: seen(0),
};
const GREEN: Record<MacAskedFactor, { value: MacColour | null; origin: 'asked' }> = {
  'load-frequency': { value: 'green', origin: 'asked' },
  'postural-constraints': { value: 'green', origin: 'asked' },
  grip: { value: 'green', origin: 'asked' },
  floor: { value: 'green', origin: 'asked' },
  environment: { value: 'green', origin: 'asked' },
};
const moment = (change: Partial<MacMoment>): MacMoment => ({ ...EASY, ...change });
const factorOf = (factor: MacFactor, ...moments: [MacMoment, ...MacMoment[]]) =>
  macLifting(moments, GREEN).factors.find((f) => f.factor === factor)!;
const colourOf = (factor: MacFactor, change: Partial<MacMoment>) =>
  factorOf(factor, moment(change)).colour;
const rank = (colour: MacColour): number => MAC_COLOURS.indexOf(colour);

/** Moments that are amber and red in one factor, by the camera. */
const SEEN: Record<string, Partial<MacMoment>[]> = {
  'hand-distance': [
    {},
    { upperArmFromVertical: seen(40) },
    { upperArmFromVertical: seen(40), trunkInclination: seen(40) },
  ],
  'vertical-region': [{}, { handHeightM: seen(0.3) }, { handHeightM: seen(0.02) }],
  'twist-and-side': [{}, { axialTwist: seen(50) }, { axialTwist: seen(50), lateralBend: seen(20) }],
};

/** Total scores of charts that are green but for one factor, and letters, against the sheet. */
function mismatches(): string[] {
  return SHEET.flatMap(([id, letter, ...scores]) => {
    const factor = id as MacFactor;
    const wrong = MAC_FACTORS[factor].letter === letter ? [] : [`${factor} letter`];
    for (const [k, score] of scores.entries()) {
      const colour = MAC_COLOURS[k]!;
      if (score === '-') {
        if (macScore(factor, colour) !== null) wrong.push(`${factor} ${colour}`);
        continue;
      }
      const change = SEEN[factor]?.[k];
      const answers = change === undefined ? { ...GREEN, [factor]: told(colour) } : GREEN;
      const { total } = macLifting([moment(change ?? {})], answers);
      if (total.value !== Number(score)) wrong.push(`${factor} ${colour}: ${String(total.value)}`);
    }
    return wrong;
  });
}

describe('the MAC lifting chart (MAC-1)', () => {
  it('has every score of the sheet', () => {
    expect(SHEET.map(([id]) => id)).toEqual([...MAC_FACTOR_IDS]);
    expect(mismatches()).toEqual([]);
  });

  it('a single changed score is noticed', () => {
    const change = (value: unknown, path: string): unknown[] =>
      path.endsWith('letter')
        ? ['Z']
        : path.endsWith('verified')
          ? []
          : [value === null ? 5 : (value as number) + 1];
    const { unnoticed, tried } = unnoticedChanges(
      MAC_FACTORS,
      change,
      () => mismatches().length > 0,
    );
    expect(unnoticed).toEqual([]);
    expect(tried).toBe(8 + 32);
  });

  it('was not read again in the chart, and says so', () =>
    expect(macLifting([EASY], GREEN).verified).toBe(false));

  it('all at its strictest is 30, and has no band', () => {
    const worst = moment({
      ...SEEN['hand-distance']![2],
      handHeightM: seen(0),
      axialTwist: seen(60),
      lateralBend: seen(30),
    });
    const answers = {
      'load-frequency': told<MacColour>('purple'),
      'postural-constraints': told<MacColour>('red'),
      grip: told<MacColour>('red'),
      floor: told<MacColour>('red'),
      environment: told<MacColour>('red'),
    };
    const { total } = macLifting([worst], answers);
    expect(total).toEqual({ value: 30, low: 30, high: 30 });
  });

  it('notes what the chart was found to be related to', () =>
    expect(MAC_VALIDATION).toMatchObject({
      relatedToLostTime: ['hand-distance'],
      totalRelatedToLostTime: false,
      moreLostTimePer10Cm: 0.2,
    }));
});

describe('what is asked (MAC-2)', () => {
  it('the colour of A is never computed: not answered, all four are open', () => {
    const { factors, total } = macLifting([EASY], {
      ...GREEN,
      'load-frequency': told<MacColour>(null),
    });
    expect(factors[0]).toMatchObject({
      judged: 'not-asked',
      colour: null,
      low: 'green',
      high: 'purple',
      origins: ['asked'],
    });
    expect(total).toEqual({ value: null, low: 0, high: 10 });
  });

  it('purple is a colour of A alone', () => {
    expect(MAC_FACTOR_IDS.filter((id) => macColoursOf(id).includes('purple'))).toEqual([
      'load-frequency',
    ]);
    const { factors } = macLifting([EASY], { ...GREEN, grip: told<MacColour>('purple') });
    expect(factors.find((f) => f.factor === 'grip')).toMatchObject({
      judged: 'not-asked',
      high: 'red',
    });
  });

  it('says what came from the camera and what was asked', () => {
    const { factors } = macLifting([EASY], GREEN);
    expect(factors.map((f) => f.origins.join())).toEqual([
      'asked',
      'camera',
      'camera',
      'camera',
      'asked',
      'asked',
      'asked',
      'asked',
    ]);
    const mixed = factorOf(
      'hand-distance',
      moment({ trunkInclination: { ...seen(5), origin: 'assumed' } }),
    );
    expect(mixed.origins).toEqual(['camera', 'assumed']);
  });
});

describe('hand distance (MAC-3)', () => {
  it.each([
    [20, 19.9, 'green'],
    [20.1, 19.9, 'amber'],
    [20, 20, 'amber'],
    [20.1, 20, 'red'],
  ])('arm %s°, trunk %s°: %s', (arm, trunk, colour) =>
    expect(
      colourOf('hand-distance', { upperArmFromVertical: seen(arm), trunkInclination: seen(trunk) }),
    ).toBe(colour),
  );

  it('the error makes a range', () => {
    const judged = factorOf(
      'hand-distance',
      moment({ upperArmFromVertical: seen(25, 10), trunkInclination: seen(10, 5) }),
    );
    expect(judged).toMatchObject({ colour: 'amber', low: 'green', high: 'amber', judged: true });
  });

  it('an arm that is not judged leaves open what it may be, with the reason', () => {
    const change = { upperArmFromVertical: unseen('out-of-frame'), trunkInclination: seen(60, 5) };
    expect(factorOf('hand-distance', moment(change))).toMatchObject({
      judged: 'out-of-frame',
      colour: null,
      low: 'amber',
      high: 'red',
    });
  });

  it('too unsure to be judged, but surely away, is away', () => {
    const arm = { ...seen(70, 22), judged: 'too-uncertain' as const };
    expect(colourOf('hand-distance', { upperArmFromVertical: arm })).toBe('amber');
  });
});

describe('vertical region (MAC-4)', () => {
  it.each([
    [-0.05, 'red'],
    [0.05, 'red'],
    [0.06, 'amber'],
    [0.39, 'amber'],
    [0.4, 'green'],
    [1, 'green'],
    [1.01, 'amber'],
    [1.34, 'amber'],
    [1.35, 'red'],
    [1.7, 'red'],
  ])('hands %s m above the ankles: %s', (height, colour) =>
    expect(colourOf('vertical-region', { handHeightM: seen(height) })).toBe(colour),
  );

  it('errors of hands and body add', () => {
    const near = { handHeightM: seen(0.5, 0.06), kneeHeightM: seen(0.4, 0.05) };
    expect(factorOf('vertical-region', moment(near))).toMatchObject({
      colour: 'green',
      low: 'green',
      high: 'amber',
    });
  });

  it('without a standing it is not judged, and still at the floor where hands are there', () => {
    const noBody = {
      kneeHeightM: unseen('no-baseline'),
      elbowHeightM: unseen('no-baseline'),
      shoulderHeightM: unseen('no-baseline'),
    };
    expect(factorOf('vertical-region', moment(noBody)).judged).toBe('no-baseline');
    expect(colourOf('vertical-region', { ...noBody, handHeightM: seen(0, 0.04) })).toBe('red');
  });
});

describe('twist and side (MAC-5)', () => {
  it.each([
    [9.9, -9.9, 'green'],
    [-10, 0, 'amber'],
    [0, -10, 'amber'],
    [10, 10, 'red'],
  ])('twist %s°, side %s°: %s', (twist, side, colour) =>
    expect(colourOf('twist-and-side', { axialTwist: seen(twist), lateralBend: seen(side) })).toBe(
      colour,
    ),
  );

  it('between 10° and 45° the other source is shown beside it', () => {
    const twisted = (deg: number) => factorOf('twist-and-side', moment({ axialTwist: seen(deg) }));
    expect(twisted(30).differs).toMatchObject({ colour: 'green', verified: false });
    expect(twisted(44.9).differs).not.toBeNull();
    expect(twisted(45).differs).toBeNull();
    expect(twisted(5).differs).toBeNull();
  });

  it('straight ahead within the error is green to amber', () =>
    expect(factorOf('twist-and-side', moment({ axialTwist: seen(-3, 12) }))).toMatchObject({
      colour: 'green',
      low: 'green',
      high: 'amber',
    }));
});

describe('several moments (MAC-6)', () => {
  it('the strictest counts, factor by factor', () => {
    const low = moment({ handHeightM: seen(0) });
    const turned = moment({ axialTwist: seen(60) });
    const { factors, total } = macLifting([low, turned], GREEN);
    expect(factors.map((f) => f.colour).slice(1, 4)).toEqual(['green', 'red', 'amber']);
    expect(total.value).toBe(4);
  });

  it('a moment that is not judged may be stricter, unless the other is at the strictest', () => {
    const dark = moment({ handHeightM: unseen('out-of-frame') });
    expect(factorOf('vertical-region', EASY, dark)).toMatchObject({
      judged: 'out-of-frame',
      colour: null,
      low: 'green',
      high: 'red',
    });
    expect(factorOf('vertical-region', moment({ handHeightM: seen(0) }), dark).colour).toBe('red');
  });

  it('the other source is asked of all moments too', () => {
    const [some, more] = [moment({ axialTwist: seen(30) }), moment({ axialTwist: seen(50) })];
    expect(factorOf('twist-and-side', some, more).differs).toBeNull();
    expect(factorOf('twist-and-side', some, EASY).differs).toMatchObject({ colour: 'green' });
  });
});

const degrees = fc.double({ min: -90, max: 90, noNaN: true });
const heights = fc.double({ min: -0.1, max: 2, noNaN: true });
const errors = fc.double({ min: 0, max: 30, noNaN: true });
const moments = fc
  .record({
    arm: fc.double({ min: 0, max: 120, noNaN: true }),
    trunk: fc.double({ min: 0, max: 120, noNaN: true }),
    hand: heights,
    twist: degrees,
    side: degrees,
    error: errors,
  })
  .map(({ arm, trunk, hand, twist, side, error }) => ({
    error,
    make: (more: number): MacMoment =>
      moment({
        upperArmFromVertical: seen(arm, error + more),
        trunkInclination: seen(trunk, error + more),
        handHeightM: seen(hand, (error + more) / 100),
        axialTwist: seen(twist, error + more),
        lateralBend: seen(side, error + more),
      }),
  }));

describe('properties', () => {
  it('the range contains the colour and the total, and widens with the error', () => {
    fc.assert(
      fc.property(moments, errors, ({ make }, more) => {
        const narrow = macLifting([make(0)], GREEN);
        const wide = macLifting([make(more)], GREEN);
        for (const [k, f] of narrow.factors.entries()) {
          expect(rank(f.low)).toBeLessThanOrEqual(rank(f.colour!));
          expect(rank(f.high)).toBeGreaterThanOrEqual(rank(f.colour!));
          expect(rank(wide.factors[k]!.low)).toBeLessThanOrEqual(rank(f.low));
          expect(rank(wide.factors[k]!.high)).toBeGreaterThanOrEqual(rank(f.high));
        }
        expect(narrow.total.low).toBeLessThanOrEqual(narrow.total.value!);
        expect(narrow.total.high).toBeGreaterThanOrEqual(narrow.total.value!);
        expect(narrow.total.high).toBeLessThanOrEqual(30);
      }),
    );
  });

  it('arms further away or a trunk further bent are never milder, nor is one moment more', () => {
    fc.assert(
      fc.property(moments, moments, fc.double({ min: 0, max: 60, noNaN: true }), (a, b, more) => {
        const base = a.make(0);
        const score = (m: MacMoment) => macLifting([m], GREEN).total;
        for (const key of ['upperArmFromVertical', 'trunkInclination'] as const) {
          const input = base[key];
          const further = score({ ...base, [key]: { ...input, value: input.value! + more } });
          for (const end of ['low', 'value', 'high'] as const)
            expect(further[end]!).toBeGreaterThanOrEqual(score(base)[end]!);
        }
        const both = macLifting([base, b.make(0)], GREEN).total;
        expect(both.low).toBeGreaterThanOrEqual(score(base).low);
        expect(both.high).toBeGreaterThanOrEqual(score(base).high);
      }),
    );
  });

  it('left and right are the same', () => {
    fc.assert(
      fc.property(moments, ({ make }) => {
        const m = make(0);
        const flip = (input: MacMoment['axialTwist']) => ({ ...input, value: -input.value! });
        const mirrored = { ...m, axialTwist: flip(m.axialTwist), lateralBend: flip(m.lateralBend) };
        expect(macLifting([mirrored], GREEN)).toEqual(macLifting([m], GREEN));
      }),
    );
  });
});
