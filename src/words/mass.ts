import type { UnitSystem } from './format';

const KG_PER_POUND = 0.45359237;

/** A mass as a person enters and reads it: kilograms or pounds. */
export const massShown = (kg: number, units: UnitSystem): number =>
  units === 'metric' ? kg : kg / KG_PER_POUND;
export const massEntered = (amount: number, units: UnitSystem): number =>
  units === 'metric' ? amount : amount * KG_PER_POUND;
export const massUnit = (units: UnitSystem): 'kg' | 'lb' => (units === 'metric' ? 'kg' : 'lb');

/** "12.5 kg" or "28 lb". */
export function massText(kg: number, units: UnitSystem, locale: string): string {
  const unit = units === 'metric' ? 'kilogram' : 'pound';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(
    massShown(kg, units),
  );
}
