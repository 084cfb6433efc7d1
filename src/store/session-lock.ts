/** The browser lets a lock go with the tab that holds it, however that tab ends: so a session that was cut off is known. */
const lockName = (sessionId: string): string => `liftcheck.session.${sessionId}`;

/** Pages without a secure address have none. */
const manager = (): LockManager | undefined => (navigator as { locks?: LockManager }).locks;

/** Says to all tabs that a session runs here. @returns ends that */
export function holdSession(sessionId: string): () => void {
  let release: () => void = () => undefined;
  const held = new Promise<void>((done) => (release = done));
  void manager()?.request(lockName(sessionId), () => held);
  return release;
}

/** Whether a session runs in any tab. */
export async function isSessionHeld(sessionId: string): Promise<boolean> {
  const { held } = (await manager()?.query()) ?? {};
  return held?.some(({ name }) => name === lockName(sessionId)) ?? false;
}
