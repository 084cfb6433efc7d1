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
}
