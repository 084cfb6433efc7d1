import { networkInterfaces } from 'node:os';

/** Hosts that stand for "every address of this machine". */
const EVERY_ADDRESS = ['0.0.0.0', '::'];

/** @param {string} host */
export const isEveryAddress = (host) => EVERY_ADDRESS.includes(host);

/**
 * @param {ReturnType<typeof networkInterfaces>} [interfaces]
 * @returns {string | null} the first IPv4 address under which other machines may reach this one
 */
export function networkAddress(interfaces = networkInterfaces()) {
  const addresses = Object.values(interfaces).flatMap((list) => list ?? []);
  return addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? null;
}
