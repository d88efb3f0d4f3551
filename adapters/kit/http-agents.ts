import { lookup as lookUp } from 'node:dns';
import { Agent, type AgentOptions } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import { forbidden } from './http-guard.ts';

/** One answer of the name service. */
export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks the name service of the machine for every address of a host. */
export function resolveHost(host: string): Promise<readonly ResolvedAddress[]> {
  const { promise, resolve, reject } = Promise.withResolvers<readonly ResolvedAddress[]>();
  lookUp(host, { all: true }, (error, addresses) => (error === null ? resolve(addresses) : reject(error)));
  return promise;
}

/**
 * Agents that connect only to addresses that were checked. The check happens in the very look-up whose answer is
 * connected to, so a name that changes its answer between check and use gains nothing. One bad answer spoils them all.
 */
export function createAgents(
  resolve: (host: string) => Promise<readonly ResolvedAddress[]>,
  isAllowed: (address: string) => boolean,
  { keepAlive = true }: { readonly keepAlive?: boolean } = {},
): { readonly httpAgent: Agent; readonly httpsAgent: TlsAgent } {
  const lookup: LookupFunction = (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || !addresses.every(({ address }) => isAllowed(address))) {
          callback(forbidden('the name leads to an address outside the public internet', host), '', 0);
        } else if (options.all === true) {
          callback(null, [...addresses]);
        } else {
          callback(null, first.address, first.family);
        }
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
  // The types of agents leave out what they hand on to the connection.
  const options: AgentOptions & { readonly lookup: LookupFunction } = { keepAlive, maxSockets: 4, lookup };
  return { httpAgent: new Agent(options), httpsAgent: new TlsAgent(options) };
}
