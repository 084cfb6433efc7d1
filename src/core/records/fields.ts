import * as v from 'valibot';

/** Fields that several records have. Everything is bounded: records also come from files of unknown origin. */
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
export const between = (least: number, most: number) =>
  v.pipe(v.number(), v.finite(), v.minValue(least), v.maxValue(most));

export const idField = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Letters that a name, a task and a note have at most. */
export const LONGEST_NAME = 500;
export const LONGEST_NOTE = 10_000;
export const nameField = text(LONGEST_NAME);
export const noteField = text(LONGEST_NOTE);
/** Version of rules or weights. */
export const versionField = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
/** Until the year 2286. */
export const epochField = between(0, 1e13);
/** Seconds within a session. */
export const secondsField = between(0, 1e7);
export const heightField = between(0.5, 2.6);
export const massField = between(0, 1000);
export const pixelsField = between(1, 20_000);
export const coordinateField = between(-1e5, 1e5);
export const scoreField = between(-100, 100);
export const valueField = between(-1e6, 1e6);
export const supportField = text(2000);
export const sentenceField = v.pipe(supportField, v.minLength(1));
export const positionField = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1e6));
