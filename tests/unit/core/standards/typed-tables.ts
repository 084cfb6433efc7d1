/**
 * The tables of REBA, RULA and OWAS, typed a second time from the published tables as rows of text, apart from the
 * product's own. They are only ever compared with it.
 */
const digits = (row: string): number[] => row.trim().split(/\s+/).map(Number);
const block = (text: string): number[][] =>
  text
    .trim()
    .split('\n')
    .map((line) => digits(line));

/** Rows: trunk 1–5. In a row the legs 1–4 of neck 1, then of neck 2, then of neck 3. */
const REBA_A_ROWS = block(`
  1 2 3 4   1 2 3 4   3 3 5 6
  2 3 4 5   3 4 5 6   4 5 6 7
  2 4 5 6   4 5 6 7   5 6 7 8
  3 5 6 7   5 6 7 8   6 7 8 9
  4 6 7 8   6 7 8 9   7 8 9 9
`);
/** [neck][trunk][legs] */
export const TYPED_REBA_A = [0, 1, 2].map((neck) =>
  REBA_A_ROWS.map((row) => row.slice(4 * neck, 4 * neck + 4)),
);

/** Rows: upper arm 1–6. In a row the wrist 1–3 of lower arm 1, then of lower arm 2. */
export const TYPED_REBA_B = block(`
  1 2 2   1 2 3
  1 2 3   2 3 4
  3 4 5   4 5 5
  4 5 5   5 6 7
  6 7 8   7 8 8
  7 8 8   8 9 9
`).map((row) => [row.slice(0, 3), row.slice(3)]);

/** Rows: score A 1–12, columns: score B 1–12. */
export const TYPED_REBA_C = block(`
   1  1  1  2  3  3  4  5  6  7  7  7
   1  2  2  3  4  4  5  6  6  7  7  8
   2  3  3  3  4  5  6  7  7  8  8  8
   3  4  4  4  5  6  7  8  8  9  9  9
   4  4  4  5  6  7  8  8  9  9  9  9
   6  6  6  7  8  8  9  9 10 10 10 10
   7  7  7  8  9  9  9 10 10 11 11 11
   8  8  8  9 10 10 10 10 10 11 11 11
   9  9  9 10 10 10 11 11 11 12 12 12
  10 10 10 11 11 11 11 12 12 12 12 12
  11 11 11 11 12 12 12 12 12 12 12 12
  12 12 12 12 12 12 12 12 12 12 12 12
`);

/** Rows: upper arm 1–6. In a row lower arm 1, 2 and 3, each with wrist 1–4 and either twist. */
export const TYPED_RULA_A = block(`
  1 2 2 2 2 3 3 3   2 2 2 2 3 3 3 3   2 3 3 3 3 3 4 4
  2 3 3 3 3 4 4 4   3 3 3 3 3 4 4 4   3 4 4 4 4 4 5 5
  3 3 4 4 4 4 5 5   3 4 4 4 4 4 5 5   4 4 4 4 4 5 5 5
  4 4 4 4 4 5 5 5   4 4 4 4 4 5 5 5   4 4 4 5 5 5 6 6
  5 5 5 5 5 6 6 7   5 6 6 6 6 7 7 7   6 6 6 7 7 7 7 8
  7 7 7 7 7 8 8 9   8 8 8 8 8 9 9 9   9 9 9 9 9 9 9 9
`).map((row) => [row.slice(0, 8), row.slice(8, 16), row.slice(16)]);

/** Rows: neck 1–6. In a row trunk 1–6, each with legs 1 and 2. */
export const TYPED_RULA_B = block(`
  1 3  2 3  3 4  5 5  6 6  7 7
  2 3  2 3  4 5  5 5  6 7  7 7
  3 3  3 4  4 5  5 6  6 7  7 7
  5 5  5 6  6 7  7 7  7 7  8 8
  7 7  7 7  7 8  8 8  8 8  8 8
  8 8  8 8  8 8  8 9  9 9  9 9
`);

/** Rows: score C 1–8, columns: score D 1–7. */
export const TYPED_RULA_C = block(`
  1 2 3 3 4 5 5
  2 2 3 4 4 5 5
  3 3 3 4 4 5 6
  3 3 3 4 5 6 6
  4 4 4 5 6 7 7
  4 4 5 6 6 7 7
  5 5 6 6 7 7 7
  5 5 6 7 7 7 7
`);

/** Three rows (arms 1–3) for each back 1–4. In a row legs 1–7, each with loads 1, 2 and 3. */
const OWAS_ROWS = `
  111 111 111 222 222 111 111
  111 111 111 222 222 111 111
  111 111 111 223 223 111 112

  223 223 223 333 333 222 233
  223 223 233 344 344 334 234
  334 223 333 344 444 444 234

  111 111 112 333 444 111 111
  223 111 112 444 444 333 111
  223 111 233 444 444 444 111

  233 223 223 444 444 444 234
  334 234 334 444 444 444 234
  444 234 334 444 444 444 234
`;
/** [back][arms][legs][load] */
export const TYPED_OWAS = OWAS_ROWS.trim()
  .split(/\n\s*\n/)
  .map((back) =>
    back
      .trim()
      .split('\n')
      .map((arms) =>
        arms
          .trim()
          .split(' ')
          .map((legs) => Array.from(legs, Number)),
      ),
  );
