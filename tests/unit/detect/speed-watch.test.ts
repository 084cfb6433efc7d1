import { describe, expect, test } from 'vitest';
import { SpeedWatch, type BetterChoice } from '../../../src/detect/speed-watch';
import type { Wish } from '../../../src/detect/detector-choice';
import type { DetectorChoice, MeasuredChoice } from '../../../src/pipeline/protocol';

const auto: Wish = { use: 'live', detector: 'auto', backend: 'auto' };
const m = (name: string, posesPerSecond: number): MeasuredChoice => {
  const [model, backend] = name.split(' ');
  return { detector: `movenet-${model}`, backend, threads: 1, posesPerSecond } as MeasuredChoice;
};

/** A laptop without a GPU that carries the accurate model: timings of the measurement at the start. */
const laptop = [m('lightning wasm', 58), m('thunder wasm', 17)];
const choiceOf = (measured: MeasuredChoice[], at: number): DetectorChoice => ({
  ...measured[at]!,
  measured,
});

/**
 * A machine over time: how long each detector takes on it, in milliseconds, at each second. The watch is asked after
 * every picture, and what it wants is done.
 */
function run(
  watch: SpeedWatch,
  first: MeasuredChoice,
  seconds: number,
  takesMs: (choice: MeasuredChoice, atS: number) => number,
): { atS: number; to: string; why: string }[] {
  const changes: { atS: number; to: string; why: string }[] = [];
  let current = first;
  let nowS = 0;
  while (nowS < seconds) {
    const tookS = takesMs(current, nowS) / 1000;
    // A camera gives 30 pictures a second at most.
    nowS += Math.max(tookS, 1 / 30);
    watch.take(tookS, nowS);
    const better: BetterChoice | null = watch.better(nowS);
    if (better === null) continue;
    current = better.to;
    watch.changed(better, nowS);
    const to = `${current.detector.slice('movenet-'.length)} ${current.backend}`;
    changes.push({ atS: Math.round(nowS), to, why: better.why });
  }
  return changes;
}
const onLaptop =
  (factor: (atS: number) => number) =>
  (choice: MeasuredChoice, atS: number): number =>
    (choice.detector === 'movenet-thunder' ? 59 : 17.2) * factor(atS);

describe('a laptop that carries the accurate model', () => {
  const watch = () => new SpeedWatch(choiceOf(laptop, 1), auto);

  test('stays with it while it keeps up, single slow pictures or not', () => {
    const steady = onLaptop((atS) => (Math.floor(atS * 10) % 9 === 0 ? 4 : 1.2));
    expect(run(watch(), laptop[1]!, 120, steady)).toEqual([]);
  });

  test('goes down soon after it becomes slower, and up again when it was quick for a while', () => {
    const changes = run(
      watch(),
      laptop[1]!,
      120,
      onLaptop((atS) => (atS > 30 && atS < 60 ? 2.5 : 1)),
    );
    expect(changes).toMatchObject([
      { to: 'lightning wasm', why: 'slower' },
      { to: 'thunder wasm', why: 'quicker' },
    ]);
    expect(changes[0]!.atS).toBeGreaterThanOrEqual(31);
    expect(changes[0]!.atS).toBeLessThanOrEqual(35);
    expect(changes[1]!.atS).toBeGreaterThanOrEqual(79);
    expect(changes[1]!.atS).toBeLessThanOrEqual(85);
  });

  test('does not go to and fro on a machine that is slow in waves', () => {
    const waves = onLaptop((atS) => (Math.floor(atS / 30) % 2 === 0 ? 1 : 2.5));
    const ups = run(watch(), laptop[1]!, 600, waves).filter(({ why }) => why === 'quicker');
    // Ten quiet spells of half a minute.
    expect(ups.length).toBeLessThanOrEqual(1);
  });

  test('with a machine between the two speeds stays down', () => {
    // 10.6 pictures a second would be enough to stay, but leaves too little to go up.
    const between = onLaptop((atS) => (atS < 20 ? 2 : 1.6));
    expect(run(watch(), laptop[1]!, 300, between)).toMatchObject([{ to: 'lightning wasm' }]);
  });

  test.each(['movenet-thunder', 'movenet-lightning'] as const)(
    'keeps to %s where the person chose it',
    (detector) => {
      const at = detector === 'movenet-thunder' ? 1 : 0;
      const chosen = new SpeedWatch(choiceOf(laptop, at), { ...auto, detector });
      const slow = onLaptop((atS) => (atS < 60 ? 4 : 0.2));
      expect(run(chosen, laptop[at]!, 200, slow)).toEqual([]);
    },
  );
});

describe('a machine that was busy at the start', () => {
  test('gets the accurate model once it is free', () => {
    const busy = [m('lightning wasm', 20), m('thunder wasm', 6)];
    const watch = new SpeedWatch(choiceOf(busy, 0), auto);
    const free = onLaptop((atS) => (atS < 10 ? 3 : 1));
    const changes = run(watch, busy[0]!, 60, free);
    expect(changes).toMatchObject([{ to: 'thunder wasm', why: 'quicker' }]);
    expect(changes[0]!.atS).toBeGreaterThanOrEqual(30);
  });
});

describe('a GPU that others use too', () => {
  const measured = [m('thunder webgl', 40), m('lightning wasm', 30), m('thunder wasm', 9)];

  test('is left for the processor where that is quicker', () => {
    const watch = new SpeedWatch(choiceOf(measured, 0), auto);
    const takes = ({ backend }: MeasuredChoice, atS: number): number =>
      backend === 'webgl' ? (atS < 10 ? 25 : 250) : 33;
    expect(run(watch, measured[0]!, 60, takes)).toMatchObject([
      { to: 'lightning wasm', why: 'slower' },
    ]);
  });

  test('is kept where nothing is quicker by a good part', () => {
    const watch = new SpeedWatch(choiceOf(measured, 0), auto);
    // 9 a second, where the processor was measured to do 9 with this model and is chosen with the other only.
    const lone = new SpeedWatch(
      choiceOf([m('thunder webgl', 40), m('lightning wasm', 11)], 0),
      auto,
    );
    expect(run(lone, measured[0]!, 60, (_, atS) => (atS < 10 ? 25 : 111))).toEqual([]);
    expect(run(watch, measured[0]!, 60, () => 90)).toEqual([]);
  });
});

test('nothing is decided from the first pictures, and a picture of seconds counts', () => {
  const watch = new SpeedWatch(choiceOf(laptop, 1), auto);
  watch.take(0.5, 1);
  watch.take(0.5, 1.5);
  expect(watch.better(1.5)).toBeNull();
  watch.take(5, 6.5);
  watch.take(5, 11.5);
  watch.take(5, 16.5);
  expect(watch.better(16.5)).toMatchObject({ to: { detector: 'movenet-lightning' } });
});
