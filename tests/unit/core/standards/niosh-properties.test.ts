import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  evaluateTask,
  governing,
  MULTIPLIERS,
  type NioshTask,
} from '../../../../src/core/standards/niosh';
import { liInterval, type TaskErrors } from '../../../../src/core/standards/niosh-interval';
import { Random } from '../../../../training/random';
import { aTask } from './niosh-tasks';

/** Outside the equation counts as beyond every index. */
const indexOf = (task: NioshTask): number => governing(evaluateTask(task)).li ?? Infinity;

const anError = (most: number): fc.Arbitrary<number> =>
  fc.double({ min: 0, max: most, noNaN: true });
const someErrors: fc.Arbitrary<TaskErrors> = fc.record({
  massKg: anError(5),
  perMinute: anError(2),
  origin: fc.record({
    horizontalCm: anError(15),
    verticalCm: anError(20),
    asymmetryDeg: anError(30),
  }),
  destination: fc.record({
    horizontalCm: anError(15),
    verticalCm: anError(20),
    asymmetryDeg: anError(30),
  }),
  travelCm: anError(20),
});

describe('the lifting index never falls', () => {
  const more = fc.double({ min: 0, max: 100, noNaN: true });

  it.each([
    ['mass', (t: NioshTask, by: number) => ({ ...t, massKg: t.massKg + by })],
    [
      'reach',
      (t: NioshTask, by: number) => ({
        ...t,
        origin: { ...t.origin, horizontalCm: t.origin.horizontalCm + by },
      }),
    ],
    [
      'reach at the destination',
      (t: NioshTask, by: number) => ({
        ...t,
        destination: { ...t.destination, horizontalCm: t.destination.horizontalCm + by },
      }),
    ],
    [
      'asymmetry',
      (t: NioshTask, by: number) => ({
        ...t,
        origin: { ...t.origin, asymmetryDeg: t.origin.asymmetryDeg + by },
      }),
    ],
    ['frequency', (t: NioshTask, by: number) => ({ ...t, perMinute: t.perMinute + by / 10 })],
  ])('when there is more %s', (_, grown) => {
    fc.assert(
      fc.property(aTask(), more, (task, by) => {
        expect(indexOf(grown(task, by))).toBeGreaterThanOrEqual(indexOf(task) * (1 - 1e-12));
      }),
    );
  });

  it('when control is needed, the grip is worse or the work goes on for longer', () => {
    fc.assert(
      fc.property(aTask(), (task) => {
        const li = (change: Partial<NioshTask>): number => indexOf({ ...task, ...change });
        expect(li({ control: true })).toBeGreaterThanOrEqual(li({ control: false }));
        expect(li({ coupling: 'fair' })).toBeGreaterThanOrEqual(li({ coupling: 'good' }));
        expect(li({ coupling: 'poor' })).toBeGreaterThanOrEqual(li({ coupling: 'fair' }));
        expect(li({ duration: 'moderate' })).toBeGreaterThanOrEqual(li({ duration: 'short' }));
        expect(li({ duration: 'long' })).toBeGreaterThanOrEqual(li({ duration: 'moderate' }));
      }),
    );
  });
});

describe('bounds', () => {
  it('multipliers lie in 0..1, the recommended weight up to 23 kg, and no value is infinite or no number', () => {
    fc.assert(
      fc.property(aTask(2), (task) => {
        const { origin, destination } = evaluateTask(task);
        for (const end of [origin, destination]) {
          if (end === null) continue;
          for (const name of MULTIPLIERS) {
            expect(end.multipliers[name]).toBeGreaterThanOrEqual(0);
            expect(end.multipliers[name]).toBeLessThanOrEqual(1);
          }
          expect(end.rwlKg === null).toBe(end.outside.length > 0);
          expect(end.li === null).toBe(end.outside.length > 0);
          if (end.rwlKg !== null) expect(end.rwlKg).toBeLessThanOrEqual(23);
          expect(JSON.parse(JSON.stringify(end))).toEqual(end);
        }
      }),
    );
  });

  it('mirrors: the load to the left is as heavy as to the right', () => {
    fc.assert(
      fc.property(aTask(), (task) => {
        const end = { ...task.origin, asymmetryDeg: -task.origin.asymmetryDeg };
        expect(indexOf({ ...task, origin: end })).toBe(indexOf(task));
      }),
    );
  });
});

describe('the interval of the index (NIOSH-14)', () => {
  it('is the index itself without errors, and nothing where that is outside', () => {
    fc.assert(
      fc.property(aTask(), (task) => {
        const { low, high } = liInterval(task, {});
        const { li } = governing(evaluateTask(task));
        if (li === null) expect([low, high]).toEqual([null, null]);
        else for (const edge of [low, high]) expect(edge! / li).toBeCloseTo(1, 12);
      }),
    );
  });

  it('contains the index', () => {
    fc.assert(
      fc.property(aTask(), someErrors, (task, errors) => {
        const { li } = governing(evaluateTask(task));
        const { low, high } = liInterval(task, errors);
        if (li === null) {
          expect(high).toBeNull();
          return;
        }
        expect(low).toBeLessThanOrEqual(li * (1 + 1e-12));
        expect(high ?? Infinity).toBeGreaterThanOrEqual(li * (1 - 1e-12));
      }),
      { numRuns: 1000 },
    );
  });

  it('widens with any error', () => {
    const wider: ((e: TaskErrors, by: number) => TaskErrors)[] = [
      (e, by) => ({ ...e, massKg: e.massKg! + by }),
      (e, by) => ({ ...e, perMinute: e.perMinute! + by }),
      (e, by) => ({ ...e, travelCm: e.travelCm! + by }),
      ...(['origin', 'destination'] as const).flatMap((end) =>
        (['horizontalCm', 'verticalCm', 'asymmetryDeg'] as const).map(
          (name) =>
            (e: TaskErrors, by: number): TaskErrors => ({
              ...e,
              [end]: { ...e[end], [name]: e[end]![name]! + by },
            }),
        ),
      ),
    ];
    fc.assert(
      fc.property(
        aTask(),
        someErrors,
        fc.constantFrom(...wider),
        anError(20),
        (task, e, of, by) => {
          const before = liInterval(task, e);
          const after = liInterval(task, of(e, by));
          // Surely outside may become perhaps outside, never the other way about.
          if (before.low !== null) expect(after.low).toBeLessThanOrEqual(before.low * (1 + 1e-12));
          if (before.high === null) expect(after.high).toBeNull();
          else expect(after.high ?? Infinity).toBeGreaterThanOrEqual(before.high * (1 - 1e-12));
        },
      ),
      { numRuns: 1000 },
    );
  });

  const box: NioshTask = {
    massKg: 12,
    origin: { horizontalCm: 45, verticalCm: 40, asymmetryDeg: 20 },
    destination: { horizontalCm: 45, verticalCm: 100, asymmetryDeg: 0 },
    control: false,
    perMinute: 2,
    duration: 'moderate',
    coupling: 'fair',
  };

  it('is open where the errors reach outside the equation, and has a low end where they reach inside', () => {
    const at = (horizontalCm: number): NioshTask => ({
      ...box,
      origin: { ...box.origin, horizontalCm },
    });
    const errors = { origin: { horizontalCm: 5 } };
    expect(liInterval(at(60), errors).high).toBeNull();
    expect(liInterval(at(57), errors).high).not.toBeNull();
    expect(liInterval(at(66), errors).high).toBeNull();
    expect(liInterval(at(66), errors).low).toBeCloseTo(indexOf(at(61)), 9);
    expect(liInterval(at(69), errors)).toEqual({ low: null, high: null });
    expect(liInterval({ ...box, massKg: NaN }, errors)).toEqual({ low: null, high: null });
  });

  /** Edges as shares of the index. */
  const shares = (task: NioshTask, errors: TaskErrors): [number, number] => {
    const { low, high } = liInterval(task, errors);
    return [low! / indexOf(task), high! / indexOf(task)];
  };
  const closeTo = (...edges: number[]): number[] =>
    edges.map((edge) => expect.closeTo(edge, 9) as number);

  it('of one error alone is exact', () => {
    expect(shares(box, { massKg: 3 })).toEqual(closeTo(0.75, 1.25));
    expect(shares(box, { massKg: 12 })).toEqual(closeTo(0, 2));
    expect(shares(box, { origin: { horizontalCm: 9 } })).toEqual(closeTo(0.8, 1.2));
    const am = (a: number): number => 1 - 0.0032 * a;
    expect(shares(box, { origin: { asymmetryDeg: 30 } })).toEqual(closeTo(am(20), am(20) / am(50)));
    // 2 lifts a minute: 0.84; 1: 0.88; 3: 0.79
    expect(shares(box, { perMinute: 1 })).toEqual(closeTo(0.84 / 0.88, 0.84 / 0.79));
    const dm = (d: number): number => 0.82 + 4.5 / d;
    expect(shares(box, { travelCm: 20 })).toEqual(closeTo(dm(60) / dm(40), dm(60) / dm(80)));
    // of the other end's height only D knows
    expect(shares(box, { destination: { verticalCm: 20 } })).toEqual(
      closeTo(dm(60) / dm(40), dm(60) / dm(80)),
    );
  });

  it('of a height has its best next to 75 cm', () => {
    const at = (verticalCm: number): NioshTask => ({
      ...box,
      coupling: 'good',
      origin: { ...box.origin, verticalCm },
    });
    const spread = (v: number): [number, number] =>
      shares(at(v), { origin: { verticalCm: 10 }, travelCm: 0 });
    const vm = (v: number): number => 1 - 0.003 * Math.abs(v - 75);
    expect(spread(40)).toEqual(closeTo(vm(40) / vm(50), vm(40) / vm(30)));
    expect(spread(120)).toEqual(closeTo(vm(120) / vm(110), vm(120) / vm(130)));
    expect(spread(78)).toEqual(closeTo(vm(78), vm(78) / vm(88)));
    expect(spread(74)).toEqual(closeTo(vm(74), vm(74) / vm(64)));
  });

  it('knows the steps of the tables at 75 cm', () => {
    const at = (verticalCm: number): NioshTask => ({
      ...box,
      perMinute: 10.5,
      duration: 'long',
      origin: { ...box.origin, verticalCm },
    });
    // The low column ends before nine a minute: below 75 cm is outside the equation.
    expect(liInterval(at(80), { origin: { verticalCm: 4 }, travelCm: 0 }).high).not.toBeNull();
    expect(liInterval(at(80), { origin: { verticalCm: 6 }, travelCm: 0 }).high).toBeNull();
    expect(liInterval(at(72), { origin: { verticalCm: 2 }, travelCm: 0 }).low).toBeNull();
    expect(liInterval(at(72), { origin: { verticalCm: 4 }, travelCm: 0 }).low).not.toBeNull();
  });

  it('adds what two errors do as squares', () => {
    const spread = (errors: TaskErrors): number =>
      Math.log(liInterval(box, errors).high! / indexOf(box));
    const reach = { horizontalCm: 6 };
    const turned = { asymmetryDeg: 12 };
    expect(spread({ origin: { ...reach, ...turned } })).toBeCloseTo(
      Math.hypot(spread({ origin: reach }), spread({ origin: turned })),
      12,
    );
  });

  it('holds about nine in ten of the indices when the inputs err as stated', () => {
    const errors: TaskErrors = {
      origin: { horizontalCm: 6, verticalCm: 7, asymmetryDeg: 15 },
      destination: { verticalCm: 7 },
      perMinute: 0.5,
    };
    const random = new Random(7);
    const TIMES = 4000;
    let held = 0;
    // Truth is the box; what is measured errs. 1.645: from a standard deviation to a 90 % half-width.
    for (let i = 0; i < TIMES; i++) {
      const off = (error: number): number => (random.normal() * error) / 1.645;
      const measured: NioshTask = {
        ...box,
        perMinute: box.perMinute + off(0.5),
        origin: {
          horizontalCm: box.origin.horizontalCm + off(6),
          verticalCm: box.origin.verticalCm + off(7),
          asymmetryDeg: Math.abs(box.origin.asymmetryDeg + off(15)),
        },
        destination: { ...box.destination, verticalCm: box.destination.verticalCm + off(7) },
      };
      const { low, high } = liInterval(measured, errors);
      if (low! <= indexOf(box) && indexOf(box) <= (high ?? Infinity)) held++;
    }
    expect(held / TIMES).toBeGreaterThan(0.87);
    expect(held / TIMES).toBeLessThan(0.95);
  });
});
