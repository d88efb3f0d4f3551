import { describe, expect, it } from 'vitest';
import { recordIncident } from '#shared/services/collection/incidents.ts';
import { findUnhealthy } from '#shared/services/notices/health-notices.ts';
import { aCollection, LIST, OPEN } from '#test/services/collection-health/a-collection.ts';
import { OPERATOR } from '#test/support/sign-in.ts';
import { aNoticeDesk } from './a-notice-desk.ts';

/** A platform whose list fails with a code. */
async function failing(code: string) {
  const collection = aCollection();
  const { ports } = await aNoticeDesk();
  await collection.switchOn();
  await collection.putTask(LIST, { failures: 1 });
  await recordIncident(collection.ports, {
    platform: OPEN,
    code,
    place: 'list:sale',
    excerpt: '验证码',
    document: null,
  });
  return { ...collection, find: () => findUnhealthy(OPERATOR, { ...ports, ...collection.ports }) };
}

describe('the notice of a platform', () => {
  it.each([
    ['PLATFORM.BLOCKED', 'blocked', '开放平台:访问受阻'],
    ['DOCUMENT.DRIFT', 'drift', '开放平台:格式有变化'],
  ])('that fails with %s is %s, once a Beijing day as long as it lasts', async (code, kind, subject) => {
    const collection = await failing(code);

    const [today] = await collection.find();
    const [again] = await collection.find();
    collection.clock.advance(86_400_000);
    const [tomorrow] = await collection.find();

    expect(today).toMatchObject({ kind, subject, path: `/desk/collection/${OPEN}` });
    expect(again?.id).toBe(today?.id);
    expect(tomorrow?.id).not.toBe(today?.id);
  });

  it('is not made where something merely failed', async () => {
    const collection = await failing('PLATFORM.UNAVAILABLE');

    expect(await collection.find()).toEqual([]);
  });
});
