import { expect, it } from 'vitest';
import { Player } from '../../../src/ui/review/player.svelte';

const FRAMES = [2, 2.1, 2.25, 2.3];

it('steps from frame to frame and no further', () => {
  const player = new Player(FRAMES, 2.1);
  player.step(1);
  expect(player.timeS).toBe(2.25);
  player.step(-1);
  player.step(-1);
  player.step(-1);
  expect(player.timeS).toBe(2);
  player.seek(99);
  expect(player.timeS).toBe(2.3);
});

it('plays at its speed, stops at the end, and begins anew from there', () => {
  const player = new Player(FRAMES, 2);
  player.speed = 0.5;
  player.toggle();
  player.tick(1000);
  player.tick(1200);
  expect(player.timeS).toBeCloseTo(2.1, 9);
  player.tick(9000);
  expect(player).toMatchObject({ timeS: 2.3, playing: false });
  player.toggle();
  expect(player).toMatchObject({ timeS: 2, playing: true });
  player.seek(2.2);
  expect(player.playing).toBe(false);
});
