import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';

interface Kept {
  readonly payload: AdapterPayload;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/**
 * What the issuer remembers, in memory: sign-ins under way and codes not redeemed. A restart forgets them, and whoever was
 * in the middle of signing in begins again.
 */
export function memoryAdapter(now: () => number): AdapterFactory {
  const kept = new Map<string, Kept>();
  const find = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found !== undefined && found.until < now()) kept.delete(key);
    return kept.get(key)?.payload;
  };
  const forgetOld = () => {
    for (const [key, { until }] of kept) if (until < now()) kept.delete(key);
  };
  return (model): Adapter => {
    const keyOf = (id: string) => `${model}:${id}`;
    const findBy = async (field: 'uid' | 'userCode', value: string) => {
      for (const [key, { payload }] of kept) {
        if (key.startsWith(`${model}:`) && payload[field] === value) return find(key);
      }
      return undefined;
    };
    return {
      async upsert(id, payload, expiresIn) {
        forgetOld();
        kept.set(keyOf(id), { payload, until: expiresIn === undefined ? Infinity : now() + expiresIn * 1000 });
      },
      find: async (id) => find(keyOf(id)),
      findByUid: (uid) => findBy('uid', uid),
      findByUserCode: (userCode) => findBy('userCode', userCode),
      async consume(id) {
        const payload = find(keyOf(id));
        if (payload !== undefined) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => void kept.delete(keyOf(id)),
      async revokeByGrantId(grantId) {
        for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
      },
    };
  };
}
