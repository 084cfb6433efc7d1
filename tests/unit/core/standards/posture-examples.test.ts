import { describe, expect, it } from 'vitest';
import { owasCategory, owasElsewhere, type OwasCode } from '../../../../src/core/standards/owas';
import { REBA_A } from '../../../../src/core/standards/reba-tables';
import { rebaLevel, rebaTotal } from '../../../../src/core/standards/reba';
import { rulaLevel, rulaTotal } from '../../../../src/core/standards/rula';

type Row = readonly number[];

describe('worked examples of REBA', () => {
  it.each<[string, Row, Row, number, Row, number]>([
    // neck trunk legs load, upper arm lower arm wrist coupling, activity, A B C REBA, action level
    ['R1 neutral stand', [1, 1, 1, 0], [1, 2, 1, 0], 0, [1, 1, 1, 1], 0],
    ['R2 semi-squat, 8 kg', [1, 3, 3, 1], [2, 1, 1, 1], 0, [6, 2, 6, 6], 2],
    ['R3 stoop from the floor, 12 kg', [1, 4, 1, 2], [3, 2, 1, 1], 0, [5, 5, 6, 6], 2],
    ['R4 the same, twisted and often', [1, 5, 1, 2], [3, 2, 1, 1], 1, [6, 5, 8, 9], 3],
    ['R5 worst', [3, 5, 4, 3], [5, 2, 2, 2], 2, [12, 10, 12, 14], 4],
    ['R7', [2, 2, 2, 0], [1, 2, 3, 0], 0, [4, 3, 4, 4], 2],
    ['R8 deep squat, 6 kg', [1, 2, 3, 1], [2, 1, 1, 0], 0, [5, 1, 4, 4], 2],
    ['R9 overhead, 12 kg', [2, 2, 1, 2], [5, 2, 2, 1], 0, [5, 9, 9, 9], 3],
  ])(
    '%s',
    (
      _,
      [neck, trunk, legs, load],
      [upperArm, lowerArm, wrist, coupling],
      activity,
      found,
      level,
    ) => {
      const points = { neck: neck!, trunk: trunk!, legs: legs!, load: load! };
      const arm = { upperArm: upperArm!, lowerArm: lowerArm!, wrist: wrist!, coupling: coupling! };
      const { a, b, c, reba } = rebaTotal({ ...points, ...arm, activity });
      expect([a, b, c, reba]).toEqual(found);
      expect(rebaLevel(reba)).toBe(level);
    },
  );

  it('R6 score A', () => {
    expect(REBA_A[0]![1]![2]).toBe(4);
  });

  it('levels: 1, 2–3, 4–7, 8–10, 11–15', () => {
    expect(Array.from({ length: 15 }, (_, i) => rebaLevel(i + 1))).toEqual([
      0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4,
    ]);
  });
});

describe('worked examples of RULA', () => {
  it.each<[string, Row, Row, Row, number]>([
    // upper arm lower arm wrist twist muscle force, neck trunk legs, A C B D, RULA
    ['U1 neutral', [1, 2, 1, 1, 0, 0], [1, 1, 1], [2, 2, 1, 1], 2],
    ['U2 light assembly', [2, 1, 2, 1, 0, 0], [2, 2, 1], [3, 3, 2, 2], 3],
    ['U3 8 kg now and then', [3, 2, 2, 1, 0, 1], [2, 3, 1], [4, 5, 4, 5], 6],
    ['U4 stoop from the floor, 12 kg', [4, 2, 2, 1, 0, 3], [4, 4, 1], [4, 7, 7, 10], 7],
    ['U5 twisted and bent sideways, often', [3, 2, 2, 1, 1, 2], [2, 5, 1], [4, 7, 6, 9], 7],
    ['U6 supported sitting', [1, 1, 2, 1, 0, 0], [1, 1, 1], [2, 2, 1, 1], 2],
    ['U7 wrist 3 turned, often mistyped', [5, 2, 3, 2, 0, 0], [1, 1, 1], [7, 7, 1, 1], 5],
    ['U8 C 4 and D 2, often mistyped', [2, 3, 2, 1, 0, 0], [1, 2, 1], [4, 4, 2, 2], 3],
  ])(
    '%s',
    (
      _,
      [upperArm, lowerArm, wrist, wristTwist, muscle, force],
      [neck, trunk, legs],
      found,
      rula,
    ) => {
      const arm = {
        upperArm: upperArm!,
        lowerArm: lowerArm!,
        wrist: wrist!,
        wristTwist: wristTwist!,
      };
      const body = { neck: neck!, trunk: trunk!, legs: legs!, muscle: muscle!, force: force! };
      const total = rulaTotal({ ...arm, ...body });
      expect([total.a, total.c, total.b, total.d]).toEqual(found);
      expect(total.rula).toBe(rula);
    },
  );

  it('levels: 1–2, 3–4, 5–6, 7', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(rulaLevel)).toEqual([1, 1, 2, 2, 3, 3, 4]);
  });
});

describe('known codes of OWAS', () => {
  it.each([
    ['1121', 1],
    ['2122', 2],
    ['2142', 3],
    ['3121', 1],
    ['4122', 2],
    ['2263', 4],
    ['4353', 4],
    ['1221', 1],
  ])('%s is category %d', (code, category) => {
    expect(owasCategory(Array.from(code, Number) as unknown as OwasCode)).toBe(category);
  });

  it('says what other sources have where they differ', () => {
    expect(owasElsewhere([3, 3, 7, 3])).toBe(2);
    expect(owasElsewhere([4, 1, 3, 2])).toBe(3);
    expect(owasElsewhere([4, 1, 3, 1])).toBeNull();
  });
});
