import fc from 'fast-check';

/** What tends to break readers. */
const nastyJson: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ...[null, true, false, '', 'x', '<img src=x onerror=alert(1)>', '__proto__', '\u0000'],
    ...[0, -0, -1, 0.1, 1e-320, 1e5, 1e308, -1e308, 2 ** 31, 2 ** 53, [], {}, [[]], [null]],
  ),
  fc.constant(JSON.parse('{"__proto__":{"x":1},"constructor":{"prototype":1},"length":9}')),
  fc.string({ maxLength: 600 }),
  fc.double(),
  fc.jsonValue({ maxDepth: 4 }),
);

type Path = readonly (string | number)[];

/** Up to `most` places of a JSON value, evenly spread over it. */
function placesIn(value: unknown, most: number): Path[] {
  const places: Path[] = [];
  const walk = (at: unknown, path: Path): void => {
    places.push(path);
    if (Array.isArray(at)) at.forEach((each, i) => walk(each, [...path, i]));
    else if (typeof at === 'object' && at !== null)
      for (const [key, each] of Object.entries(at)) walk(each, [...path, key]);
  };
  walk(value, []);
  // The first ones are the head of a file, which has the most meaning.
  const step = Math.max(1, Math.floor(places.length / most));
  return places.filter((_, i) => i < most || i % step === 0);
}

function changedAt(value: unknown, path: Path, change: (at: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    const list: unknown[] = [...(value as unknown[])];
    const made = changedAt(list[key as number], rest, change);
    if (made === undefined) list.splice(key as number, 1);
    else list[key as number] = made;
    return list;
  }
  if (typeof value !== 'object' || value === null) return value;
  const { [key as string]: at, ...others } = value as Record<string, unknown>;
  const made = changedAt(at, rest, change);
  return made === undefined ? others : { ...others, [key as string]: made };
}

/** JSON values with a few of their parts replaced, left out, wrapped or made many. */
export function damagedJson(valid: readonly unknown[]): fc.Arbitrary<unknown> {
  const sources = valid.map((value) => ({ value, places: placesIn(value, 400) }));
  const change = fc.oneof(
    { weight: 4, arbitrary: nastyJson.map((nasty) => () => nasty) },
    { weight: 2, arbitrary: fc.constant((): unknown => undefined) },
    { weight: 1, arbitrary: fc.constant((at: unknown) => [at, at]) },
    { weight: 1, arbitrary: fc.constant((at: unknown) => ({ at })) },
    {
      weight: 2,
      arbitrary: fc
        .constantFrom(-1, 0, 1e-9, 0.5, 2, 1e6)
        .map((by) => (at: unknown) => (typeof at === 'number' ? at * by : at)),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 2, max: 2000 })
        .map(
          (times) => (at: unknown) => (Array.isArray(at) ? at.concat(...fewTimes(at, times)) : at),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.constant((at: unknown) => (Array.isArray(at) ? at.toReversed() : at)),
    },
  );
  return fc
    .record({
      source: fc.constantFrom(...sources),
      changes: fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 4 }),
    })
    .map(({ source, changes }) =>
      changes.reduce<unknown>(
        (value, [n, make]) =>
          changedAt(value, source.places[n % source.places.length]!, make) ?? null,
        source.value,
      ),
    );
}

/** The first items again and again, but no more than a reader may be asked to hold. */
function fewTimes(items: readonly unknown[], times: number): unknown[][] {
  const few = items.slice(0, Math.max(1, Math.floor(4000 / times)));
  return Array.from({ length: times }, () => few);
}

type Bytes = Uint8Array<ArrayBuffer>;

/** Files with bytes flipped, cut, lost, doubled or filled in; most of it near their beginning, where headers are. */
export function damagedBytes(valid: readonly Uint8Array[], headBytes = 2000): fc.Arbitrary<Bytes> {
  const place = fc.oneof(fc.nat(headBytes), fc.nat());
  const size = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4000 }));
  const change = fc.record({
    how: fc.constantFrom('set', 'set', 'set', 'big', 'cut', 'lose', 'double', 'fill'),
    place,
    size,
    byte: fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, ...[0x10, 0x3c, 0x61]),
  });
  return fc
    .record({
      from: fc.constantFrom(...valid),
      changes: fc.array(change, { minLength: 1, maxLength: 6 }),
    })
    .map(({ from, changes }) =>
      changes.reduce((bytes: Bytes, { how, place, size, byte }) => {
        if (bytes.length === 0) return bytes;
        const at = place % bytes.length;
        const end = Math.min(bytes.length, at + size);
        switch (how) {
          case 'cut':
            return bytes.slice(0, at);
          case 'lose':
            return joined(bytes.slice(0, at), bytes.slice(end));
          case 'double':
            return joined(bytes.slice(0, end), bytes.slice(at));
          case 'big':
            return bytes.slice().fill(0xff, at, Math.min(bytes.length, at + 4));
          case 'fill':
            return bytes.slice().fill(byte, at, end);
          default:
            return bytes.slice().fill(byte, at, at + 1);
        }
      }, Uint8Array.from(from)),
    );
}

function joined(a: Uint8Array, b: Uint8Array): Bytes {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** Texts damaged byte by byte: what is no UTF-8 any more is read as browsers read it. */
export const damagedText = (valid: readonly string[]): fc.Arbitrary<string> =>
  damagedBytes(valid.map((text) => new TextEncoder().encode(text))).map((bytes) =>
    new TextDecoder().decode(bytes),
  );
