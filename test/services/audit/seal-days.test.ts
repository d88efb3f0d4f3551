import { describe, expect, it } from 'vitest';
import { dayHead, firstHead } from '#shared/domain/events/sealed-day.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import type { Item, PutCondition } from '#shared/ports/item-store.ts';
import { sealDays } from '#shared/services/audit/seal-days.ts';
import { newestHeads, readDayPage, readSealedDays } from '#shared/services/audit/sealed-days.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { anAuditedOffice, DAY_MS } from './audited.ts';

const HOUR_MS = 3_600_000;
const operator = { id: 'operator', roles: ['operator'] } as const;

describe('sealing', () => {
  it('seals nothing while nothing was ever logged', async () => {
    const office = anAuditedOffice();

    expect(await office.seal()).toEqual([]);
  });

  it('seals a day once it is over in Beijing, not before', async () => {
    const office = anAuditedOffice();
    await office.happen('a');
    // The office begins at ten in the morning.
    office.ports.clock.advance(14 * HOUR_MS - 1);
    const before = await office.seal();
    office.ports.clock.advance(1);

    expect([before, await office.seal(), await office.seal()]).toEqual([[], ['2024-05-06'], []]);
  });

  it('makes the head of the previous head, the day, and one line for each log that grew', async () => {
    const office = anAuditedOffice();
    await office.happen('b', 2);
    await office.happen('a');
    office.ports.clock.advance(DAY_MS);
    await office.seal();

    const [sealed] = await readSealedDays(office.ports);

    const [a, b] = [await office.event('a', 1), await office.event('b', 2)];
    const lines = [firstHead(sha256), '2024-05-06', `owner/a 1 ${a.logged.hash}`, `owner/b 2 ${b.logged.hash}`];
    expect(sealed?.head).toBe(sha256.sha256(`${lines.join('\n')}\n`));
  });

  it('catches up day by day, days without events too, each on the one before', async () => {
    const office = anAuditedOffice();
    await office.happen('a');
    office.ports.clock.advance(2 * DAY_MS);
    await office.happen('a');
    office.ports.clock.advance(DAY_MS);

    expect(await office.seal()).toEqual(['2024-05-06', '2024-05-07', '2024-05-08']);
    const days = await readSealedDays(office.ports);
    expect(days.map(({ heads }) => heads.map(({ name, sequence }) => `${name} ${sequence}`))).toEqual([
      ['owner/a 1'],
      [],
      ['owner/a 2'],
    ]);
    expect(days.map(({ previous }) => previous)).toEqual([firstHead(sha256), days[0]?.head, days[1]?.head]);
    expect(days.every((day) => day.head === dayHead(sha256, day))).toBe(true);
    expect(await newestHeads(office.ports, 2)).toMatchObject([{ day: '2024-05-08' }, { day: '2024-05-07' }]);
  });

  it('takes an event whose put was slow into the next day, and the sealed day stays what it is', async () => {
    const office = anAuditedOffice();
    await office.happen('a');
    const slow = async (item: Item, condition: PutCondition) => {
      if (item.sk === 'EVENT#000002' && condition === 'absent') {
        office.ports.clock.advance(DAY_MS);
        await office.seal();
      }
      return store.put(item, condition);
    };
    const store = office.ports.records;
    Object.assign(office.ports, { records: { ...store, put: slow } });
    await office.happen('a');
    Object.assign(office.ports, { records: store });
    office.ports.clock.advance(DAY_MS);

    await office.seal();

    expect(await readSealedDays(office.ports)).toMatchObject([
      { day: '2024-05-06', heads: [{ sequence: 1 }] },
      { day: '2024-05-07', heads: [{ sequence: 2 }] },
    ]);
    expect(await office.findings()).toEqual([]);
  });

  it('seals a day once, whoever comes first', async () => {
    const office = anAuditedOffice();
    await office.happen('a');
    office.ports.clock.advance(3 * DAY_MS);

    await Promise.all([office.seal(), office.seal(), office.seal()]);

    expect(office.ports.records.items('AUDIT')).toHaveLength(3);
    expect(await office.findings()).toEqual([]);
  });

  it('keeps the lines of a day with very many logs', async () => {
    const office = anAuditedOffice();
    for (let index = 0; index < 2_100; index++) await office.happen(`o${index}`);
    office.ports.clock.advance(DAY_MS);
    await office.seal();

    expect(office.ports.records.items('SEALED#')).toHaveLength(3);
    expect((await readSealedDays(office.ports))[0]?.heads).toHaveLength(2_100);
    expect(await office.findings()).toEqual([]);
  });

  it('is not for people, and neither are its lines', async () => {
    const { ports } = anAuditedOffice();
    const clerk = { id: 'p', roles: ['village-clerk'] } as const;

    await expect(sealDays(clerk, ports)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(readDayPage(clerk, ports)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    expect(await readDayPage(operator, ports, '2024-05-06' as LocalDate)).toEqual({ days: [], next: null });
  });
});
