/**
 * A function of objects that never change, worked out once for each of them. What is known of an object goes with it.
 *
 * @param work what an object gives; errors are passed on, and nothing is kept of them
 */
export function oncePer<Of extends object, Value extends object>(
  work: (of: Of) => Value,
): (of: Of) => Value {
  const known = new WeakMap<Of, Value>();
  return (of) => {
    let value = known.get(of);
    if (value === undefined) known.set(of, (value = work(of)));
    return value;
  };
}
