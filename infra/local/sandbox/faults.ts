/** What the sandbox can be told to do wrong. */
export const FAULT_KINDS = [
  'slow',
  'server-error',
  'captcha',
  'lost-answer',
  'changed-field',
  'empty-list',
  'duplicate',
  'reorder',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Where: the operations of the interface, the pushing of events, and the marketplaces' pages and calls. */
export const ENDPOINTS = [
  'conformance',
  'lots',
  'lot',
  'bids',
  'result',
  'settlement',
  'deposits',
  'listing',
  'create',
  'amend',
  'withdraw',
  'events',
  'market-page',
  'market-call',
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** A fault that is switched on. */
interface SwitchedOn {
  readonly endpoint: Endpoint;
  readonly kind: FaultKind;
  /** How often it happens yet. */
  readonly times: number;
}

/** Faults switched on, each for so many times. */
export function createFaults() {
  const left = new Map<string, SwitchedOn>();
  const keyOf = (endpoint: Endpoint, kind: FaultKind) => `${endpoint}/${kind}`;
  const set = (endpoint: Endpoint, kind: FaultKind, times: number): void => {
    if (times > 0) left.set(keyOf(endpoint, kind), { endpoint, kind, times });
    else left.delete(keyOf(endpoint, kind));
  };
  return {
    /** @param times 0 switches the fault off */
    set,
    /** Whether it happens now; each time counts. */
    take(endpoint: Endpoint, kind: FaultKind): boolean {
      const times = left.get(keyOf(endpoint, kind))?.times ?? 0;
      if (times > 0) set(endpoint, kind, times - 1);
      return times > 0;
    },
    list: (): readonly SwitchedOn[] => [...left.values()],
  };
}

export type Faults = ReturnType<typeof createFaults>;
