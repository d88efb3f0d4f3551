import type { Timekeeper } from '../timekeeper.ts';

/** Says how many seconds to wait, or 0 (a token bucket). */
export function createLimit(perSecond: number, time: Timekeeper): () => number {
  let tokens = perSecond * 2;
  let since = time.now();
  return () => {
    const now = time.now();
    tokens = Math.min(perSecond * 2, tokens + ((now - since) / 1000) * perSecond);
    since = now;
    if (tokens < 1) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    tokens -= 1;
    return 0;
  };
}
