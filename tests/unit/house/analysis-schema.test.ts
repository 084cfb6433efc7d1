import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { describe, expect, test } from 'vitest';
import { MEASURE_NAMES, NOT_JUDGED_REASONS } from '../../../src/core/kinematics/measure';
import { DETECTOR_IDS } from '../../../src/core/pose/pose';
import { CHECK_IDS } from '../../../src/core/scoring/check';
import { ANALYSIS_SCHEMA } from '../../../src/core/session/analysis';

const root = new URL('../../../', import.meta.url);
const schema = JSON.parse(readFileSync(new URL('docs/analysis.schema.json', root), 'utf8')) as {
  $defs: Record<string, { enum?: string[]; required?: string[]; properties?: { id: unknown } }>;
};
const text = readFileSync(new URL('docs/analysis-format.md', root), 'utf8');

describe('docs/analysis.schema.json', () => {
  test('is a valid schema', () => {
    const ajv = new Ajv2020({ strict: true, strictTypes: false });
    expect(ajv.validateSchema(schema)).toBe(true);
  });

  test('names what the code names', () => {
    expect(schema.$defs.detector?.enum).toEqual([...DETECTOR_IDS]);
    expect(schema.$defs.reason?.enum).toEqual([...NOT_JUDGED_REASONS]);
    expect(schema.$defs.check?.properties?.id).toEqual({ enum: [...CHECK_IDS] });
    expect(schema.$defs.frame?.required).toEqual(['t', ...MEASURE_NAMES, 'errors', 'judged']);
  });
});

test.each([ANALYSIS_SCHEMA, ...MEASURE_NAMES, ...NOT_JUDGED_REASONS, ...CHECK_IDS])(
  'docs/analysis-format.md explains %s',
  (name) => {
    expect(text).toContain(name);
  },
);
