/** What the sandbox can be told to do wrong. */
export const FAULT_KINDS = [
  'slow',
  'server-error',
  'captcha',
  'lost-answer',
  'changed-field',
  'duplicate',
  'reorder',
] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

/** Where: the operations of the interface, and the pushing of events. */
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
] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** Faults switched on, each for so many times. */
export function createFaults() {
  const left = new Map<string, number>();
  const keyOf = (endpoint: Endpoint, kind: FaultKind) => `${endpoint}/${kind}`;
  return {
    /** @param times 0 switches the fault off */
    set: (endpoint: Endpoint, kind: FaultKind, times: number) => void left.set(keyOf(endpoint, kind), times),
    /** Whether it happens now; each time counts. */
    take(endpoint: Endpoint, kind: FaultKind): boolean {
      const times = left.get(keyOf(endpoint, kind)) ?? 0;
      if (times > 0) left.set(keyOf(endpoint, kind), times - 1);
      return times > 0;
    },
    list: () => Object.fromEntries([...left].filter(([, times]) => times > 0)),
  };
}

export type Faults = ReturnType<typeof createFaults>;
