<<<<<<< HEAD
/** Copies of a table of numbers, nested as it likes, each with one single number changed. */
function* changedCells<T>(table: T, step: number): Generator<{ cell: string; changed: T }> {
  for (const path of cellsOf(table)) {
    for (const by of [step, -step]) {
      const changed = structuredClone(table);
      const last = path.at(-1)!;
      const holder = path
        .slice(0, -1)
        .reduce<Nested>((at, key) => at[key] as Nested, changed as Nested);
      holder[last] = (holder[last] as number) + by;
      yield { cell: `${path.join('.')} ${by > 0 ? '+' : '−'}`, changed };
    }
  }
}

interface Nested {
  [key: string]: Nested | number;
}

function* cellsOf(table: unknown, path: string[] = []): Generator<string[]> {
  if (typeof table === 'number') yield path;
  else
    for (const [key, value] of Object.entries(table as object))
      yield* cellsOf(value, [...path, key]);
}

/**
 * Changes every cell of a copy of a table, one at a time, up and down.
 *
 * @param differs the comparison that the test of the cells makes
 * @returns how many changes were made, and which of them it did not notice
 */
export function mutationRun<T>(
  table: T,
  step: number,
  differs: (table: T) => boolean,
): { changes: number; unnoticed: string[] } {
  const unnoticed: string[] = [];
  let changes = 0;
  for (const { cell, changed } of changedCells(table, step)) {
    changes++;
    if (!differs(changed)) unnoticed.push(cell);
  }
  return { changes, unnoticed };
=======
/** A place in a table, to be changed and put back. */
interface Cell {
  get: () => unknown;
  set: (value: unknown) => void;
  path: string;
}

function cellsOf(table: object, path = ''): Cell[] {
  const holder = table as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => {
    const [value, at] = [holder[key], `${path}/${key}`];
    if (typeof value === 'object' && value !== null) return cellsOf(value, at);
    return [{ get: () => holder[key], set: (next: unknown) => (holder[key] = next), path: at }];
  });
}

/**
 * Changes each cell of a product's table in turn (`others` says to what), asks `notices` whether anything came out
 * different, and puts it back. Gives the places where no change, or not every one, was noticed, and how many were tried.
 */
export function unnoticedChanges(
  table: object,
  others: (value: unknown, path: string) => readonly unknown[],
  notices: () => boolean,
): { unnoticed: string[]; tried: number } {
  const unnoticed: string[] = [];
  let tried = 0;
  for (const { get, set, path } of cellsOf(table)) {
    const value = get();
    for (const other of others(value, path)) {
      set(other);
      tried++;
      if (!notices()) unnoticed.push(`${path}: ${String(value)} to ${String(other)}`);
      set(value);
    }
  }
  return { unnoticed, tried };
>>>>>>> zones
}
