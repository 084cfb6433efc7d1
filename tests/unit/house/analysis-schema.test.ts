import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseLifters } from '../../../src/core/kinematics/lifter';
import { MEASURE_NAMES, NOT_JUDGED_REASONS } from '../../../src/core/kinematics/measure';
import { DETECTOR_IDS } from '../../../src/core/pose/pose';
import { CHECK_IDS } from '../../../src/core/scoring/check';
import { ANALYSIS_SCHEMA, type Analysis } from '../../../src/core/session/analysis';
import { parsePoses, type SavedPoses } from '../../../src/core/session/poses-file';
import { analyseRecording } from '../../../src/pipeline/recording';
import { schemaFaults } from '../../fixtures/analysis-schema';

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const schema = JSON.parse(read('docs/analysis.schema.json')) as {
  $defs: Record<string, { enum?: string[]; required?: string[]; properties?: { id: unknown } }>;
};
const text = read('docs/analysis-format.md');
const lifters = parseLifters(JSON.parse(read('models/lifter.json')));

function savedPoses(): SavedPoses {
  const parsed = parsePoses(JSON.parse(read('tests/fixtures/poses/twist.json')));
  if (!parsed.ok) throw new Error(parsed.error.detail);
  return parsed.value;
}

/** As it is in a file: through JSON. */
function written(poses: SavedPoses, includePoses = false): Analysis {
  const { frames, source, detector, ...person } = poses;
  const analysis = analyseRecording({ frames, source, detector, lifters, person, includePoses });
  return JSON.parse(JSON.stringify(analysis)) as Analysis;
}

describe('docs/analysis.schema.json', () => {
  test('names what the code names', () => {
    expect(schema.$defs.detector?.enum).toEqual([...DETECTOR_IDS]);
    expect(schema.$defs.reason?.enum).toEqual([...NOT_JUDGED_REASONS]);
    expect(schema.$defs.check?.properties?.id).toEqual({ enum: [...CHECK_IDS] });
    expect(schema.$defs.frame?.required).toEqual(['t', ...MEASURE_NAMES, 'errors', 'judged']);
  });

  test('fits a real recording, with and without poses', () => {
    const analysis = written(savedPoses(), true);
    expect(analysis.lifts).toHaveLength(1);
    expect(schemaFaults(analysis)).toEqual([]);
    expect(schemaFaults(written(savedPoses()))).toEqual([]);
  });

  test('fits one frame, and a recording in which nobody is found', () => {
    const poses = savedPoses();
    expect(schemaFaults(written({ ...poses, frames: poses.frames.slice(0, 1) }))).toEqual([]);
    const empty = poses.frames.map(({ timeS }) => ({ timeS, pose: null }));
    const analysis = written({ ...poses, frames: empty });
    expect(schemaFaults(analysis)).toEqual([]);
    expect(analysis.lifts).toEqual([]);
    expect(analysis.frames[0]).toMatchObject({
      trunkInclinationDeg: null,
      judged: { trunkInclinationDeg: 'no-person' },
    });
  });

  test.each([
    ['an unknown field', (a: Analysis) => Object.assign(a, { extra: 1 })],
    ['a missing field', (a: Analysis) => Reflect.deleteProperty(a, 'rules')],
    [
      'an unknown reason',
      (a: Analysis) => Object.assign(a.frames[0]!.judged, { handReachM: 'no' }),
    ],
    [
      'a value of what is not judged',
      (a: Analysis) => {
        const check = a.lifts[0]!.checks.find(({ state }) => state === 'not-judged')!;
        check.value = 0;
      },
    ],
    [
      'a reason of what is judged',
      (a: Analysis) => {
        const check = a.lifts[0]!.checks.find(({ state }) => state !== 'not-judged')!;
        check.notJudged = 'too-short';
      },
    ],
  ])('refuses %s', (_, spoil) => {
    const analysis = written(savedPoses());
    spoil(analysis);
    expect(schemaFaults(analysis)).not.toEqual([]);
  });
});

test.each([ANALYSIS_SCHEMA, ...MEASURE_NAMES, ...NOT_JUDGED_REASONS, ...CHECK_IDS])(
  'docs/analysis-format.md explains %s',
  (name) => {
    expect(text).toContain(name);
  },
);
