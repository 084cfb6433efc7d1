const MANUAL = 'DHHS (NIOSH) 94-110, revised 9/2021';

/** A reading of the equation, with whom it has. */
export interface SourceReading {
  /** A number, or which of the readings it is. */
  value: number | string;
  source: string;
}

/** Where published sources differ: what is counted here, and what others count. docs/decisions/0012-niosh.md says why. */
export const SOURCES_DIFFER = [
  {
    id: 'short-recovery', // recovery after up to an hour of lifting, as a share of it
    rule: 'NIOSH-10',
    ours: { value: 1, source: `${MANUAL}, p. 13` },
    others: [{ value: 1.2, source: 'DHHS (NIOSH) 94-110, 1994, and what was written after it' }],
  },
  {
    id: 'frequency-height', // whose V chooses the column of the frequency table at the destination
    rule: 'NIOSH-6',
    ours: { value: 'origin', source: `${MANUAL}, pp. 15, 74` },
    others: [{ value: 'evaluated-end', source: 'some calculators' }],
  },
  {
    id: 'between-rows', // a frequency between two rows of the table
    rule: 'NIOSH-6',
    ours: { value: 'straight-line', source: `${MANUAL}, p. 7` },
    others: [{ value: 'next-row', source: 'some calculators' }],
  },
  {
    id: 'index-mark', // from where on the index is said to matter
    rule: 'NIOSH-20',
    ours: { value: 'above 1', source: `${MANUAL}, § 1.4.3` },
    others: [{ value: '1 and above', source: `${MANUAL}, glossary` }],
  },
  {
    id: 'units', // the US form takes an inch for 2.5 cm: up to about 3 % apart, and its limits lie a little further out
    rule: 'NIOSH-1',
    ours: { value: 'metric', source: `${MANUAL}, metric form` },
    others: [{ value: 'us', source: `${MANUAL}, US form` }],
  },
] as const satisfies readonly {
  id: string;
  rule: string;
  ours: SourceReading;
  others: readonly SourceReading[];
}[];

/**
 * Rule NIOSH-20: marks on the scale of the lifting index. The manual draws a line above 1 and quotes "some experts" above
 * 3; it allows no probability for one person. The bands between are those of other tools, and not re-read by us.
 */
export const INDEX_MARKS = [
  { above: 1, source: `${MANUAL}, § 1.4.3`, verified: true },
  { above: 3, source: `${MANUAL}, p. 20, "some experts"`, verified: true },
  {
    above: 1.5,
    source: 'ISO 11228-1:2021, as tools for the variable index have it',
    verified: false,
  },
  {
    above: 2,
    source: 'ISO 11228-1:2021, as tools for the variable index have it',
    verified: false,
  },
] as const satisfies readonly { above: number; source: string; verified: boolean }[];
