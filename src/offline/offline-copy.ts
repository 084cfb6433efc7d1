import type { OfflineMessage, OfflineState, OfflineWish } from './offline-messages';

/** Keeps the program on this device, and says how far that is. */
export class OfflineCopy {
  #state: OfflineState = { name: 'none' };
  #listener: ((state: OfflineState) => void) | null = null;
  #registration: ServiceWorkerRegistration | null = null;

  /** Told at once and at each change. One listener; null takes it off. */
  onState(listener: ((state: OfflineState) => void) | null): void {
    this.#listener = listener;
    listener?.(this.#state);
  }

  /** Begins to store in the background. Where there are no service workers (plain http), nothing happens. */
  async begin(): Promise<void> {
    const workers = (navigator as { serviceWorker?: ServiceWorkerContainer }).serviceWorker;
    if (workers === undefined) return;
    workers.addEventListener('message', ({ data }) => this.#hear(data as OfflineMessage));
    try {
      const address = new URL('sw.js', document.baseURI);
      const registration = await workers.register(address, { updateViaCache: 'none' });
      this.#registration = registration;
      const { installing, waiting, active } = registration;
      if (installing !== null) this.#follow(installing);
      else if (waiting !== null && active !== null) this.#set({ name: 'update' });
      else this.#isReady(active);
      registration.addEventListener('updatefound', () => this.#follow(registration.installing));
    } catch {
      // Storing is refused (private windows, blocked site data): the program works on, over the network.
    }
  }

  /** The newer version, now: the page is loaded anew with it. Only where nothing runs. */
  takeOver(): void {
    const waiting = this.#registration?.waiting;
    if (!waiting) return;
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
      once: true,
    });
    waiting.postMessage({ kind: 'take-over' } satisfies OfflineWish);
  }

  #follow(worker: ServiceWorker | null): void {
    if (worker === null) return;
    const isFirst = this.#registration?.active == null;
    worker.addEventListener('statechange', () => {
      if (worker.state === 'installed' && !isFirst) this.#set({ name: 'update' });
      if (worker.state === 'activated' && isFirst) this.#isReady(worker);
      // It comes again with the next visit.
      if (worker.state === 'redundant' && isFirst) this.#set({ name: 'none' });
    });
  }

  #isReady(worker: ServiceWorker | null): void {
    if (worker === null) return;
    const site = new URL('.', document.baseURI).href;
    const entry = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? '';
    worker.postMessage({ kind: 'serve-me', entry: entry.replace(site, '') } satisfies OfflineWish);
    this.#set({ name: 'ready' });
  }

  #hear(message: OfflineMessage): void {
    // An update is stored without a word until it is there.
    if (message.kind === 'storing' && this.#registration?.active == null) {
      const { storedBytes, totalBytes } = message;
      this.#set({ name: 'storing', storedBytes, totalBytes });
    }
    if (message.kind === 'others-open') this.#set({ name: 'others-open' });
  }

  #set(state: OfflineState): void {
    this.#state = state;
    this.#listener?.(state);
  }
}
