import { fileURLToPath } from 'node:url';

/** The repository's own folder, whatever folder a script was started from. */
export const ROOT = fileURLToPath(new URL('../', import.meta.url));
