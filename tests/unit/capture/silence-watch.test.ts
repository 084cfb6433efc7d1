import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SilenceWatch } from '../../../src/capture/silence-watch';

let silence: SilenceWatch;
let told = 0;
let hidden = false;
beforeEach(() => {
  vi.useFakeTimers();
  silence = new SilenceWatch();
  told = 0;
  hidden = false;
  silence.watch(
    () => told++,
    () => hidden,
  );
});
afterEach(() => {
  silence.stop();
  vi.useRealTimers();
});

it('says once that no pictures come, and again when they stayed away anew', () => {
  vi.advanceTimersByTime(4900);
  expect(told).toBe(0);
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(1);
  silence.over();
  vi.advanceTimersByTime(6000);
  expect(told).toBe(2);
});

it('is content as long as one comes now and then, and while the page is hidden', () => {
  for (let second = 0; second < 60; second++) {
    vi.advanceTimersByTime(1000);
    if (second % 4 === 0) silence.over();
  }
  hidden = true;
  vi.advanceTimersByTime(60_000);
  hidden = false;
  // Back again: the first picture may take its time.
  vi.advanceTimersByTime(4000);
  expect(told).toBe(0);
});

it('says nothing when it was stopped', () => {
  silence.stop();
  vi.advanceTimersByTime(60_000);
  expect(told).toBe(0);
});
