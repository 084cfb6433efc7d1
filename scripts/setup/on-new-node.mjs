import { checkNodeVersion } from './node-version.mjs';
import { stopKindly } from './report.mjs';

/**
 * Runs a command, unless this Node is too old for it. A command imports its parts inside the function: an older Node
 * would stumble over their syntax and their imports before anybody could say why.
 *
 * @param {() => Promise<void>} command
 */
export function onNewNode(command) {
  return stopKindly(async () => {
    checkNodeVersion();
    await command();
  });
}
