import { describe, expect, it } from 'vitest';
import { answersFrom } from '../../../../src/core/standards/posture-answers';
import { unknownMoment } from '../../../../src/core/kinematics/moment';
import { owasOf } from '../../../../src/core/standards/owas';
import { cameraReadings } from '../../../../src/core/standards/posture-readings';
import { rebaOf } from '../../../../src/core/standards/reba';
import { rulaOf } from '../../../../src/core/standards/rula';
import { posture, seen, unseen } from './postures';

const nothingSaid = answersFrom();
const reba = (angles: Parameters<typeof posture>[0], task = {}, arm = {}) =>
  rebaOf(posture(angles), answersFrom(task, { left: arm, right: arm }));
const rula = (angles: Parameters<typeof posture>[0], task = {}, arm = {}) =>
  rulaOf(posture(angles), answersFrom(task, { left: arm, right: arm }));
const owas = (angles: Parameters<typeof posture>[0], task = {}) =>
  owasOf(posture(angles), answersFrom(task));

describe('REBA-1 trunk', () => {
  it.each([
    [0, 1],
    [5, 1],
    [-5, 1],
    [5.1, 2],
    [-5.1, 2],
    [20, 2],
    [-20, 2],
    [20.1, 3],
    [-20.1, 3],
    [60, 3],
    [60.1, 4],
    [110, 4],
    [-70, 3],
  ])('%d° scores %d', (trunk, score) => {
    expect(reba({ trunk }).trunk.score).toBe(score);
  });
  it('adds one point for twist, one for side bend, and one for both', () => {
    expect(reba({ trunk: 40, twist: 30.1 }).trunk.score).toBe(4);
    expect(reba({ trunk: 40, bend: -30.1 }).trunk.score).toBe(4);
    expect(reba({ trunk: 40, twist: -31, bend: 31 }).trunk.score).toBe(4);
    expect(reba({ trunk: 80, twist: -31, bend: 31 }).trunk.score).toBe(5);
    expect(reba({ trunk: 40, twist: 30, bend: -30 }).trunk.score).toBe(3);
  });
});

describe('REBA-2 neck', () => {
  it.each([
    [0, 1],
    [20, 1],
    [20.1, 2],
    [-5, 1],
    [-5.1, 2],
  ])('%d° scores %d', (neck, score) => {
    expect(reba({ neck }).neck.score).toBe(score);
  });
  it.each([{ neckTwisted: true }, { neckSideBent: true }])('is one more with %j', (task) => {
    expect(reba({ neck: 10 }, task).neck.score).toBe(2);
  });
  it('ends at 3', () => {
    expect(reba({ neck: 30 }, { neckTwisted: true, neckSideBent: true }).neck.score).toBe(3);
    expect(reba({}, { neckExtended: true }).neck.score).toBe(2);
  });
});

describe('REBA-3 legs', () => {
  it.each([
    [29, 1],
    [30, 1],
    [30.1, 2],
    [60, 2],
    [60.1, 3],
  ])('knees at %d° score %d', (knee, score) => {
    expect(reba({ knee }).legs.score).toBe(score);
    expect(reba({ knee }, { footing: 'one-leg' }).legs.score).toBe(score + 1);
    expect(reba({ knee }, { footing: 'unstable' }).legs.score).toBe(score + 1);
    expect(reba({ knee }, { stance: 'sitting' }).legs.score).toBe(1);
  });
  it('goes by the knee that is bent more', () => {
    const one = posture();
    one.kneeFlexion.right = seen(70, 5);
    expect(rebaOf(one, nothingSaid).legs.score).toBe(3);
  });
  it('is known when one knee cannot be worse than the other is', () => {
    const one = posture();
    one.kneeFlexion = { left: unseen('out-of-frame'), right: seen(90, 5) };
    expect(rebaOf(one, nothingSaid).legs.score).toBe(3);
    one.kneeFlexion.right = seen(40, 5);
    expect(rebaOf(one, nothingSaid).legs).toMatchObject({ score: null, judged: 'out-of-frame' });
  });
});

describe('REBA-4 to REBA-6 arm', () => {
  it.each([
    [20, 1],
    [-20, 1],
    [20.1, 2],
    [-20.1, 2],
    [-80, 2],
    [45, 2],
    [45.1, 3],
    [90, 3],
    [90.1, 4],
  ])('an upper arm at %d° scores %d', (arm, score) => {
    expect(reba({ arm }).sides.left.upperArm.score).toBe(score);
    expect(rula({ arm }).sides.right.upperArm.score).toBe(score);
  });
  it('abducted, raised and supported change it, between 1 and 6', () => {
    const facts = { armAbducted: true, shoulderRaised: true };
    expect(reba({ arm: 100 }, {}, facts).sides.left.upperArm.score).toBe(6);
    expect(reba({ arm: 100 }, {}, { armSupported: true }).sides.left.upperArm.score).toBe(3);
    expect(reba({ arm: 0 }, {}, { armSupported: true }).sides.left.upperArm.score).toBe(1);
  });
  it.each([
    [{}, 3],
    [{ shoulderRaised: true }, 4],
    [{ armAbducted: true }, 4],
    [{ shoulderRaised: true, armAbducted: true }, 5],
    [{ armSupported: true }, 2],
    [{ shoulderRaised: true, armSupported: true }, 3],
  ])('an upper arm at 60° with %j scores %d, by REBA and by RULA', (facts, score) => {
    expect(reba({ arm: 60 }, {}, facts).sides.left.upperArm.score).toBe(score);
    expect(rula({ arm: 60 }, {}, facts).sides.left.upperArm.score).toBe(score);
  });
  it.each([
    [59.9, 2],
    [60, 1],
    [100, 1],
    [100.1, 2],
  ])('an elbow at %d° scores %d', (elbow, score) => {
    expect(reba({ elbow }).sides.left.lowerArm.score).toBe(score);
    expect(rula({ elbow }).sides.left.lowerArm.score).toBe(score);
    expect(rula({ elbow }, {}, { forearmAcrossOrOut: true }).sides.left.lowerArm.score).toBe(
      score + 1,
    );
  });
  it('the wrist is asked', () => {
    const wrist = (facts: object) => reba({}, {}, facts).sides.left.wrist.score;
    expect(wrist({})).toBe(1);
    expect(wrist({ wristBend: 'up-to-15' })).toBe(1);
    expect(wrist({ wristBend: 'over-15' })).toBe(2);
    expect(wrist({ wristBend: 'over-15', wristDeviated: true, wristTwist: 'end-range' })).toBe(3);
    expect(wrist({ wristDeviated: true })).toBe(2);
    expect(wrist({ wristTwist: 'end-range' })).toBe(2);
    expect(wrist({ wristTwist: 'mid-range' })).toBe(1);
  });
});

describe('REBA-7 to REBA-9 load, coupling, activity', () => {
  it.each([
    [4.9, 0],
    [5, 1],
    [10, 1],
    [10.1, 2],
  ])('%d kg adds %d to score A', (loadKg, points) => {
    // neck 1, trunk 3, legs 3: A is 5 and more, where with B 1 one more A is one more or two more
    const total = (kg: number) => reba({ trunk: 40, knee: 70 }, { loadKg: kg }).total.score;
    expect(total(loadKg)).toBe([4, 6, 7][points]);
  });
  it('a shock adds one more', () => {
    expect(reba({ trunk: 40, knee: 70 }, { loadKg: 12, loadShock: true }).total.score).toBe(8);
  });
  it('is the whole of R9 and R5 from angles and answers', () => {
    const r9 = reba(
      { neck: 30, trunk: 10, arm: 100, elbow: 30 },
      { loadKg: 12, coupling: 'fair' },
      { wristBend: 'over-15', shoulderRaised: true },
    );
    expect(r9.total.score).toBe(9);
    const r5 = reba(
      { neck: 30, trunk: 80, twist: 40, knee: 80, arm: 100, elbow: 30 },
      {
        neckTwisted: true,
        footing: 'unstable',
        loadKg: 15,
        loadShock: true,
        coupling: 'poor',
        repeated: true,
        rapidChange: true,
      },
      { wristBend: 'over-15', armAbducted: true },
    );
    expect(r5.total.score).toBe(14);
  });
  it('takes the worse arm', () => {
    const one = posture();
    one.upperArm.left = seen(100, 0);
    const found = rebaOf(one, nothingSaid);
    expect(found.sides.left.total.score).toBeGreaterThan(found.sides.right.total.score!);
    expect(found.total).toEqual(found.sides.left.total);
  });
});

describe('RULA-4 and RULA-5 neck and trunk', () => {
  it.each([
    [0, 1],
    [10, 1],
    [10.1, 2],
    [20, 2],
    [20.1, 3],
    [-5, 1],
    [-5.1, 4],
  ])('a neck at %d° scores %d', (neck, score) => {
    expect(rula({ neck }).neck.score).toBe(score);
    expect(rula({ neck }, { neckTwisted: true, neckSideBent: true }).neck.score).toBe(score + 2);
  });
  it.each([
    [5, 1],
    [-5, 1],
    [20, 2],
    [20.1, 3],
    [60, 3],
    [60.1, 4],
  ])('a trunk at %d° scores %d; twist and side bend are a point each', (trunk, score) => {
    expect(rula({ trunk }).trunk.score).toBe(score);
    expect(rula({ trunk, twist: 31 }).trunk.score).toBe(score + 1);
    expect(rula({ trunk, twist: 31, bend: -31 }).trunk.score).toBe(score + 2);
  });
  it('counts well-supported sitting as upright', () => {
    expect(rula({ trunk: -15 }, { stance: 'sitting', trunkSupported: true }).trunk.score).toBe(1);
  });
});

describe('RULA-6 to RULA-8 legs, muscle use, force', () => {
  it.each([
    [1.9, {}, 0],
    [2, {}, 1],
    [9.9, {}, 1],
    [10, {}, 2],
    [30, {}, 2],
    [1.9, { repeated: true }, 0],
    [2, { repeated: true }, 2],
    [10, { heldStill: true }, 2],
    [10.1, { heldStill: true }, 3],
    [1, { loadShock: true }, 3],
  ])('%d kg, %o: force %d', (loadKg, task, force) => {
    // score A of the neutral arm is 1, of neck, trunk and legs 1; muscle use adds one to both
    const muscle = 'repeated' in task || 'heldStill' in task ? 1 : 0;
    const square = [1, 2, 3, 4, 6, 7][force + muscle];
    expect(rula({}, { loadKg, ...task }).total.score).toBe(square);
  });
  it('unstable legs are worse', () => {
    expect(rula({}, { footing: 'unstable' }).legs.score).toBe(2);
  });
});

describe('OWAS-1 to OWAS-4 codes', () => {
  it.each([
    [{}, 1],
    [{ trunk: 20 }, 1],
    [{ trunk: 21 }, 2],
    [{ trunk: -21 }, 2],
    [{ twist: 21 }, 3],
    [{ bend: -21 }, 3],
    [{ trunk: 21, twist: -21 }, 4],
    [{ trunk: 21, bend: 21 }, 4],
  ])('back %o is %d', (angles, code) => {
    expect(owas(angles).back.score).toBe(code);
  });
  it.each([
    [{ arm: 89 }, 1],
    [{ arm: 90 }, 3],
    // bent down, an arm at 90° to the trunk hangs
    [{ arm: 90, trunk: 80 }, 1],
  ])('arms %o are %d', (angles, code) => {
    expect(owas(angles).arms.score).toBe(code);
  });
  it('one raised arm is 2', () => {
    const one = posture();
    one.upperArm.right = seen(120, 5);
    expect(owasOf(one, nothingSaid).arms.score).toBe(2);
  });
  it.each([
    [29, {}, 2],
    [30, {}, 4],
    [29, { footing: 'one-leg' }, 3],
    [60, { footing: 'one-leg' }, 5],
    [60, { stance: 'sitting' }, 1],
    [60, { stance: 'kneeling' }, 6],
    [60, { stance: 'walking' }, 7],
  ])('knees at %d°, %o: legs %d', (knee, task, code) => {
    expect(owas({ knee }, task).legs.score).toBe(code);
  });
  it('one bent knee is 5', () => {
    const one = posture();
    one.kneeFlexion.left = seen(60, 5);
    expect(owasOf(one, nothingSaid).legs.score).toBe(5);
  });
  it.each([
    [9.9, 1],
    [10, 2],
    [20, 2],
    [20.1, 3],
  ])('%d kg is load %d', (loadKg, code) => {
    expect(owas({}, { loadKg }).load).toBe(code);
  });
  it('says what other sources have for a disputed code', () => {
    const found = owas({ trunk: 40, twist: 30 }, { footing: 'one-leg', loadKg: 15 });
    expect(found.total.score).toBe(2);
    expect(found.elsewhere).toBe(3);
    expect(owas({ trunk: 40 }).elsewhere).toBeNull();
  });
});

describe('POSTURE-1 and POSTURE-2: the measuring error', () => {
  it('leaves all scores within it possible', () => {
    const one = posture();
    one.trunkFlexion = seen(57, 6);
    expect(rebaOf(one, nothingSaid).trunk).toEqual({ score: 3, low: 3, high: 4, judged: true });
  });
  it('too large, it matters no more when all of it scores the same', () => {
    const one = posture();
    one.trunkFlexion = seen(80, 15, 'too-uncertain');
    expect(rebaOf(one, nothingSaid).trunk).toMatchObject({ score: 4, judged: true });
    one.trunkFlexion = seen(70, 15, 'too-uncertain');
    expect(rebaOf(one, nothingSaid).trunk).toMatchObject({ score: null, judged: 'too-uncertain' });
  });
  it('of an angle about a limit leaves both possible, and the likelier counts', () => {
    const one = posture();
    one.kneeFlexion.left = seen(33, 16, 'too-uncertain');
    expect(owasOf(one, nothingSaid).legs).toEqual({ score: 5, low: 2, high: 5, judged: true });
    one.kneeFlexion.left = seen(27, 16, 'too-uncertain');
    expect(owasOf(one, nothingSaid).legs).toEqual({ score: 2, low: 2, high: 5, judged: true });
  });
  it('of a twist, too: its error may be too large to be judged', () => {
    const one = posture();
    one.axialTwist = seen(-34, 17, 'too-uncertain');
    expect(rebaOf(one, nothingSaid).trunk).toEqual({ score: 2, low: 1, high: 2, judged: true });
    one.axialTwist = seen(26, 17, 'too-uncertain');
    expect(rebaOf(one, nothingSaid).trunk).toEqual({ score: 1, low: 1, high: 2, judged: true });
    one.axialTwist = seen(26, 3);
    expect(rebaOf(one, nothingSaid).trunk).toEqual({ score: 1, low: 1, high: 1, judged: true });
  });
  it('what is not seen is not judged, nor is the total', () => {
    const one = posture();
    one.neckFlexion = unseen('out-of-frame');
    const found = rebaOf(one, nothingSaid);
    expect(found.neck).toEqual({ score: null, low: null, high: null, judged: 'out-of-frame' });
    expect(found.total.judged).toBe('out-of-frame');
    expect(found.trunk.score).toBe(1);
  });
});

describe('readings of the camera', () => {
  const measures = unknownMoment(0, 'no-baseline').measures;
  it('POSTURE-4: the head is straight where it is in standing', () => {
    measures.neckFlexionDeg = seen(16, 8);
    expect(cameraReadings(measures).neckFlexion).toMatchObject({ value: 0, error: 10 });
  });
  it('POSTURE-5: the trunk ends at the shoulders', () => {
    measures.trunkFlexionDeg = seen(57, 6);
    measures.trunkInclinationDeg = seen(58, 6);
    measures.hipShoulderInclinationDeg = seen(63, 7);
    expect(cameraReadings(measures).trunkFlexion).toEqual(seen(62, 7));
    measures.hipShoulderInclinationDeg = seen(63, 14, 'too-uncertain');
    expect(cameraReadings(measures).trunkFlexion).toEqual(seen(62, 14, 'too-uncertain'));
  });
  it('what is unknown stays unknown', () => {
    expect(cameraReadings(measures).upperArm.left).toEqual(unseen('no-baseline'));
  });
});

describe('answers', () => {
  it('say which were given and which assumed', () => {
    const { task, arms } = answersFrom({ loadKg: 0 }, { left: { wristDeviated: true } });
    expect(task.loadKg).toEqual({ value: 0, origin: 'asked' });
    expect(task.coupling).toEqual({ value: 'good', origin: 'assumed' });
    expect(arms.left.wristDeviated).toEqual({ value: true, origin: 'asked' });
    expect(arms.right.wristDeviated).toEqual({ value: false, origin: 'assumed' });
  });
});
