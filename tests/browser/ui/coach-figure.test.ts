import { mount, unmount, type ComponentInternals } from 'svelte';
import { userEvent } from 'vitest/browser';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { TASK_KINDS, type TaskKind } from '../../../src/core/records/training-record';
import CoachFigure from '../../../src/ui/train/CoachFigure.svelte';
import { provideUi } from '../../../src/ui/ui-context';
import { en } from '../../../src/words/en';
import { makeFormat } from '../../../src/words/format';
import '../../../src/ui/theme.css';

interface Props {
  task: TaskKind;
  azimuthDeg: number;
  playing?: boolean;
  label: string;
}
let close: (() => Promise<void>) | null = null;
afterEach(async () => {
  await close?.();
  close = null;
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function show(props: Partial<Props> = {}): HTMLElement {
  const room = document.createElement('div');
  Object.assign(room.style, { width: '300px', height: '260px' });
  document.body.append(room);
  const all: Props = { task: 'floor-to-waist', azimuthDeg: 45, label: 'A good lift', ...props };
  const withWords = (internals: ComponentInternals, own: Props): Record<string, unknown> => {
    provideUi({ words: en, format: makeFormat('en', 'metric'), locale: 'en' });
    return CoachFigure(internals, own);
  };
  const shown = mount(withWords, { target: room, props: all, context: new Map() });
  close = () => unmount(shown);
  return room;
}

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
const running = (room: HTMLElement): string | undefined =>
  room.querySelector<HTMLElement>('[data-testid="coach-figure"]')!.dataset['running'];
const picture = (room: HTMLElement): string => room.querySelector('canvas')!.toDataURL();
const inks = (canvas: HTMLCanvasElement): number => {
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.filter((value, i) => i % 4 === 3 && value > 200).length / (data.length / 4);
};

describe('coach figure', () => {
  it.each(TASK_KINDS)('draws %s from every side', async (task) => {
    for (const azimuthDeg of [0, 90, 180, -45]) {
      const room = show({ task, azimuthDeg, playing: false });
      await wait(60);
      const share = inks(room.querySelector('canvas')!);
      expect(share).toBeGreaterThan(0.03);
      expect(share).toBeLessThan(0.6);
      await close!();
      close = null;
    }
  });

  it('is one picture with a name, and moves until it is paused by keyboard', async () => {
    const room = show();
    await vi.waitFor(() => expect(running(room)).toBe('true'));
    const image = room.querySelector('[role="img"]')!;
    expect(image.getAttribute('aria-label')).toBe('A good lift');
    const first = picture(room);
    await vi.waitFor(() => expect(picture(room)).not.toBe(first));
    const button = room.querySelector('button')!;
    expect(button.getAttribute('aria-label')).toBe(en.review.pause);
    button.focus();
    await userEvent.keyboard(' ');
    await vi.waitFor(() => expect(running(room)).toBe('false'));
    expect(button.getAttribute('aria-label')).toBe(en.review.play);
    await wait(50);
    const held = picture(room);
    await wait(150);
    expect(picture(room)).toBe(held);
    expect(room.querySelectorAll('[style]')).toHaveLength(0);
  });

  it('rests while it is out of sight', async () => {
    const room = show();
    await vi.waitFor(() => expect(running(room)).toBe('true'));
    room.style.display = 'none';
    await vi.waitFor(() => expect(running(room)).toBe('false'));
  });

  it('is three stills beside each other where less motion is asked for', async () => {
    const real = window.matchMedia.bind(window);
    vi.spyOn(window, 'matchMedia').mockImplementation((query) =>
      query.includes('reduced-motion') ? real('all') : real(query),
    );
    const frames = vi.spyOn(window, 'requestAnimationFrame');
    const room = show();
    await wait(100);
    const stills = [...room.querySelectorAll('canvas')];
    expect(stills).toHaveLength(3);
    expect(new Set(stills.map((c) => c.toDataURL())).size).toBe(3);
    for (const still of stills) expect(inks(still)).toBeGreaterThan(0.02);
    expect(room.querySelector('button')).toBeNull();
    expect(frames).not.toHaveBeenCalled();
  });
});
