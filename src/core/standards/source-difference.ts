/** A number on which published sources differ. */
export interface SourceDifference {
  /** Where it is: a rule of SPEC.md, or the key of a table's cell. */
  at: string;
  here: number;
  other: number;
  /** Who has the other one. */
  others: string;
}
