import { beforeEach, describe, expect, it } from 'vitest';
import type { LoggedEvent } from '#shared/domain/events/event.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { type MemoryItemStore, memoryItemStore } from '#test/support/memory-item-store.ts';
import { type Audited, anAuditedOffice, DAY_MS, forged } from './audited.ts';

let office: Audited;

/** Three logs over two sealed days, the first begun on 2024-05-06. */
beforeEach(async () => {
  office = anAuditedOffice();
  await office.happen('a', 3);
  await office.happen('b', 1);
  office.ports.clock.advance(DAY_MS);
  await office.happen('a', 1);
  await office.happen('c', 2);
  office.ports.clock.advance(DAY_MS);
  await office.seal();
});

async function replace(id: string, sequence: number, logged: LoggedEvent): Promise<void> {
  await office.tamper({ ...(await office.event(id, sequence)), logged: logged as unknown as JsonValue });
}

/** A store without some items: nobody can delete through the port. */
async function without(isGone: (place: string) => boolean): Promise<MemoryItemStore> {
  const left = memoryItemStore();
  for (const item of office.ports.records.items()) if (!isGone(`${item.pk} ${item.sk}`)) await left.put(item, 'any');
  return left;
}

async function findingsWithout(isGone: (place: string) => boolean): Promise<readonly string[]> {
  Object.assign(office.ports, { records: await without(isGone) });
  return office.findings();
}

describe('the audit', () => {
  it('finds nothing where nothing was touched', async () => {
    expect(await office.findings()).toEqual([]);
  });

  it('finds an event whose content was changed', async () => {
    const { logged } = await office.event('a', 2);
    await replace('a', 2, { ...logged, event: { type: 'happened', data: { number: 99 } } });

    expect(await office.findings()).toEqual(['owner/a 2 - hash']);
  });

  it('finds an event that was changed with its hash: the next one does not hang on it', async () => {
    const { logged } = await office.event('a', 2);
    await replace('a', 2, forged(logged, { event: { type: 'happened', data: { number: 99 } } }));

    expect(await office.findings()).toEqual(['owner/a 3 - previous']);
  });

  it('finds a log that was forged to its end: the seal has another hash', async () => {
    let before: LoggedEvent | undefined;
    for (const sequence of [1, 2, 3, 4]) {
      const { logged } = await office.event('a', sequence);
      before = forged(
        logged,
        before === undefined ? { at: logged.at, event: { type: 'x', data: {} } } : { previous: before.hash },
      );
      await replace('a', sequence, before);
    }

    expect(await office.findings()).toEqual([
      'owner/a 3 2024-05-06 sealed-differs',
      'owner/a 4 2024-05-07 sealed-differs',
    ]);
  });

  it('finds two events that changed places', async () => {
    const [second, third] = [await office.event('a', 2), await office.event('a', 3)];
    await replace('a', 2, third.logged);
    await replace('a', 3, second.logged);

    const found = await office.findings();

    expect(found).toContain('owner/a 2 - sequence');
    expect(found).toContain('owner/a 2 - previous');
    expect(found).toContain('owner/a 3 - sequence');
  });

  it('finds a log moved to another name', async () => {
    const { logged } = await office.event('b', 1);
    await office.tamper({ ...(await office.event('c', 1)), logged: logged as unknown as JsonValue });

    expect(await office.findings()).toContain('owner/c 1 - previous');
  });

  it('finds a tail that was cut off after it was sealed', async () => {
    expect(await findingsWithout((place) => place === 'OWNER#a EVENT#000004')).toEqual([
      'owner/a 4 2024-05-07 cut-off',
    ]);
  });

  it('finds an event taken out of the middle', async () => {
    const found = await findingsWithout((place) => place === 'OWNER#a EVENT#000002');

    expect(found).toEqual(['owner/a 2 - sequence', 'owner/a 2 - previous', 'owner/a 3 - sequence']);
  });

  it.each([
    ['with its events', (place: string) => place.includes('OWNER#c')],
    ['from the directory alone', (place: string) => place === 'STREAMS#owner c'],
  ])('finds a log that was removed %s', async (_, isGone) => {
    expect(await findingsWithout(isGone)).toEqual(['owner/c 2 2024-05-07 stream-missing']);
  });

  it('finds a day that was changed, and the day after that hangs on it', async () => {
    const item = await office.ports.records.get({ pk: 'AUDIT', sk: '2024-05-06' });
    await office.tamper({ pk: 'AUDIT', sk: '2024-05-06', ...item, head: 'f'.repeat(64) });

    expect(await office.findings()).toEqual(['- - 2024-05-06 day-head', '- - 2024-05-07 day-previous']);
  });

  it('finds a day that was removed', async () => {
    office.ports.clock.advance(DAY_MS);
    await office.seal();

    const found = await findingsWithout((place) => place === 'AUDIT 2024-05-07');

    expect(found).toEqual(['- - 2024-05-08 day-missing', '- - 2024-05-08 day-previous']);
  });
});
