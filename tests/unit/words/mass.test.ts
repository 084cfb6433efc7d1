import { expect, it } from 'vitest';
import { massEntered, massShown, massText } from '../../../src/words/mass';

it('masses are read and entered in the units of the person', () => {
  expect(massText(12.5, 'metric', 'de-DE')).toBe('12,5 kg');
  expect(massText(12.5, 'imperial', 'en-US')).toBe('27.6 lb');
  expect(massEntered(massShown(7.3, 'imperial'), 'imperial')).toBeCloseTo(7.3, 9);
});
