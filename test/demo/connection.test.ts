import { describe, expect, it } from 'vitest';
import { isSandboxLot } from '#infra/demo/desk/connection.ts';

describe('lots of the sandbox in the record', () => {
  it.each([
    ['wuxing.DEMO-000001', true],
    ['wuxing.WX-2026-0397-2', false],
    ['zhebei.DEMO-000001', false],
  ])('%s is one: %s', (lotId, isOne) => {
    expect(isSandboxLot(lotId)).toBe(isOne);
  });
});
