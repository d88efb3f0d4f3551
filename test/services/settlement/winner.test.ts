import { beforeEach, describe, expect, it } from 'vitest';
import type { Cipher } from '#shared/ports/cipher.ts';
import { readLog } from '#shared/services/events/load.ts';
import { readSettlement } from '#shared/services/settlement/view.ts';
import { keepWinner, readWinner } from '#shared/services/settlement/winner.ts';
import { aListingDesk, PEOPLE } from '#test/support/desk.ts';
import { type AfterSales, afterSales, LOT, PARTY } from './settlement-desk.ts';

let desk: AfterSales;

beforeEach(async () => {
  desk = afterSales(await aListingDesk());
  await desk.sell();
});

const keep = () => keepWinner(PEOPLE.office, desk.ports, LOT, desk.command({ asked: { ...PARTY } }), PARTY);

describe('the winning party', () => {
  it('lies nowhere in clear: not in the log, the cards, the documents or its own item', async () => {
    await keep();

    const all = JSON.stringify(desk.records.items());
    for (const secret of [PARTY.name, PARTY.code, PARTY.phone ?? '-', PARTY.name.slice(1)]) {
      expect(all).not.toContain(secret);
    }
    expect(await desk.documents.list('documents/')).toHaveLength(2);
  });

  it('is shown masked to who sees the lot', async () => {
    await keep();

    const { winner } = await readSettlement(PEOPLE.auditor, desk.ports, LOT);

    expect(winner).toEqual({ name: '钱**', codeType: 'identity-card', code: '****0011', phone: '****1234' });
  });

  it('is opened for a purpose, which stands in the log each time', async () => {
    await keep();

    expect(await readWinner(PEOPLE.office, desk.ports, LOT, 'confirmation')).toEqual(PARTY);
    await readWinner(PEOPLE.clerk, desk.ports, LOT, 'contract');

    const log = await readLog(desk.ports, { kind: 'settlement', id: LOT });
    expect(log.map(({ by, event }) => [by.id, event.type, 'purpose' in event.data && event.data.purpose])).toEqual([
      [PEOPLE.office.id, 'winner-kept', false],
      [PEOPLE.office.id, 'winner-read', 'confirmation'],
      [PEOPLE.clerk.id, 'winner-read', 'contract'],
    ]);
  });

  it('is opened only after the reading was written', async () => {
    await keep();
    const opened: number[] = [];
    const watching: Cipher = {
      ...desk.ports.cipher,
      open: async (sealed, context) => {
        opened.push((await readLog(desk.ports, { kind: 'settlement', id: LOT })).length);
        return desk.ports.cipher.open(sealed, context);
      },
    };

    await readWinner(PEOPLE.office, { ...desk.ports, cipher: watching }, LOT, 'upload');

    expect(opened).toEqual([2]);
  });

  it.each([
    ['a township reviewer', PEOPLE.township, 'ACCESS.DENIED'],
    ['an auditor', PEOPLE.auditor, 'ACCESS.DENIED'],
    ['the platform’s operator', PEOPLE.operator, 'ACCESS.DENIED'],
    ['a clerk of another village', PEOPLE.foreignClerk, 'RESOURCE.NOT_FOUND'],
  ])('is not opened for %s, and no reading is logged', async (_, person, code) => {
    await keep();

    await expect(readWinner(person, desk.ports, LOT, 'contract')).rejects.toMatchObject({ code });
    expect(await readLog(desk.ports, { kind: 'settlement', id: LOT })).toHaveLength(1);
  });

  it('is replaced by who is put later, and a repeated command puts nobody twice', async () => {
    const command = desk.command();
    await keepWinner(PEOPLE.operator, desk.ports, LOT, command, PARTY);
    await keepWinner(PEOPLE.operator, desk.ports, LOT, command, PARTY);
    await keepWinner(PEOPLE.office, desk.ports, LOT, desk.command(), { ...PARTY, name: '孙某某' });

    expect((await readWinner(PEOPLE.office, desk.ports, LOT, 'default')).name).toBe('孙某某');
    expect(await readLog(desk.ports, { kind: 'settlement', id: LOT })).toHaveLength(3);
  });
});
