import { openDexieStore } from '../../../src/store/dexie-store';
import { aLift, aSession, aTrack } from '../../fixtures/kept';

/** A page with nothing but the store, for tests that kill the browser under it. */
const store = openDexieStore('killed');

/** Saves lifts one after another, without end, and tells each that the store says is kept. */
async function saveOn(session: string, tell: (id: string) => Promise<void>): Promise<void> {
  const begun = await store.saveSession(aSession(session));
  if (!begun.ok) throw new Error(begun.error.detail);
  for (let i = 0; ; i++) {
    const id = `${session}-${i}`;
    const saved = await store.saveLift(aLift(id, session, { index: i }), aTrack(id, 6000));
    if (!saved.ok) throw new Error(saved.error.detail);
    await tell(id);
  }
}

/** Those of some lifts that are not whole: lift, row and poses. */
async function missing(ids: readonly string[]): Promise<string[]> {
  const lost: string[] = [];
  for (const id of ids) {
    const kept = await store.lift(id);
    if (!kept.ok || kept.value?.track?.packed.length !== 6000) lost.push(id);
  }
  return lost;
}

Object.assign(globalThis, { saveOn, missing });
