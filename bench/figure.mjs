/**
 * One measured figure beside its target.
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {number} value
 * @property {string} unit '' = a ratio or a count
 * @property {number} target
 * @property {'most' | 'least'} bound the target is the most, or the least, that the value may be
 * @property {number} ratio value over target; of a target of 0 it says nothing
 * @property {boolean} met
 */

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number} most
 * @returns {Figure}
 */
export const atMost = (name, value, unit, most) => ({
  ...{ name, value, unit, target: most, bound: /** @type {const} */ ('most') },
  ratio: value / most,
  met: value <= most,
});

/**
 * @param {string} name
 * @param {number} value
 * @param {string} unit
 * @param {number} least
 * @returns {Figure}
 */
export const atLeast = (name, value, unit, least) => ({
  ...{ name, value, unit, target: least, bound: /** @type {const} */ ('least') },
  ratio: value / least,
  met: value >= least,
});

/** @param {Figure} figure @returns {string} one line of a table */
export function figureLine({ name, value, unit, target, bound, ratio, met }) {
  const measured = `${value.toFixed(2)} ${unit}`.trim();
  const wanted = `${bound === 'most' ? '≤' : '≥'} ${target} ${unit}`.trim();
  const share = target === 0 ? '' : `× ${ratio.toFixed(2)}`;
  return `${name.padEnd(66)} ${measured.padStart(10)}  ${wanted.padEnd(12)} ${share.padEnd(7)} ${met ? 'met' : 'MISSED'}`;
}

/** @param {number[]} values */
export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
}
