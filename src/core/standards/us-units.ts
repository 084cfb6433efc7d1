/*
 * Inches and pounds, exactly (international yard and pound, 1959). Only to enter and to show values: the NIOSH equation's
 * own US form is another equation, which takes an inch for 2.5 cm and a pound for 23/51 kg.
 */
const CM_PER_INCH = 2.54;
const KG_PER_POUND = 0.45359237;

export const cmFromInches = (inches: number): number => inches * CM_PER_INCH;
export const inchesFromCm = (cm: number): number => cm / CM_PER_INCH;
export const kgFromPounds = (pounds: number): number => pounds * KG_PER_POUND;
export const poundsFromKg = (kg: number): number => kg / KG_PER_POUND;
