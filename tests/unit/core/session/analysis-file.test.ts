import { describe, expect, it } from 'vitest';
import type { Analysis } from '../../../../src/core/session/analysis';
import { parseAnalysis } from '../../../../src/core/session/analysis-file';
import { parsePoses } from '../../../../src/core/session/poses-file';
import { analysed, savedPoses } from '../recordings';

const saved = JSON.stringify(analysed(savedPoses('good-lift')));
const file = (): Analysis => JSON.parse(saved) as Analysis;
const refusal = (json: unknown): string => {
  const result = parseAnalysis(json);
  expect(result).toMatchObject({ ok: false, error: { kind: 'import-refused' } });
  return result.ok ? '' : result.error.detail;
};

describe('a saved analysis', () => {
  it('is its poses and its verdicts as they were given, with the rules and weights that gave them', () => {
    const { rules, lifter, lifts } = file();
    const poses = parsePoses(file());
    expect(lifts).toHaveLength(1);
    expect(parseAnalysis(file())).toEqual({
      ok: true,
      value: { poses: poses.ok ? poses.value : null, rules, lifter, lifts },
    });
  });

  it('is refused with the first thing that does not fit', () => {
    expect(refusal('hello')).toMatch(/^the file: /);
    expect(refusal({ ...file(), poses: undefined })).toMatch(/^poses: /);
    expect(refusal({ ...file(), lifter: '' })).toMatch(/^lifter: /);
    const { lifts, ...rest } = file();
    expect(refusal(rest)).toMatch(/^lifts: /);
    expect(refusal({ ...rest, lifts: [{ ...lifts[0]!, score: 200 }] })).toMatch(
      /^lifts\.0\.score: /,
    );
  });

  it('says of each check either what it was or why it was not judged, never half', () => {
    const [lift] = file().lifts;
    const withCheck = (change: object): Analysis => {
      const [check, ...others] = lift!.checks;
      return { ...file(), lifts: [{ ...lift!, checks: [{ ...check!, ...change }, ...others] }] };
    };
    const open = {
      state: 'not-judged',
      notJudged: 'no-person',
      value: null,
      error: null,
      atS: null,
    };
    expect(parseAnalysis(withCheck(open)).ok).toBe(true);
    for (const half of [
      { value: null },
      { error: null },
      { atS: null },
      { notJudged: 'no-person' },
      { state: 'not-judged' },
      { ...open, notJudged: null },
      { ...open, value: 3 },
      { ...open, error: 3 },
      { ...open, atS: 3 },
    ])
      expect(refusal(withCheck(half))).toContain('a check has either a value');
  });
});
