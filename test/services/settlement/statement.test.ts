import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import type { Settlement } from '#shared/domain/settlement/settlement.ts';
import { settlementStatements } from '#shared/domain/settlement/statement.ts';
import { addMs } from '#shared/domain/time.ts';
import { parseStatement, toStatementBytes } from '#shared/messages/desk-statement.ts';
import { putAmongDocuments } from '#shared/services/desk/listing/put-statement.ts';
import { aStatement } from '#test/services/desk-statements/desk.ts';
import { aDesk, minute } from '#test/support/builders.ts';
import { at, day } from '#test/support/desk-terms.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';

const BY = { id: 'office-1', name: '交易中心', role: 'office', scope: '330502', onBehalf: false } as const;

function entry<T>(value: T, version: number) {
  return { value, at: minute(version), by: BY, version, reason: null };
}

const paid = (on: string, version: number) =>
  entry({ milestone: 'paidAt' as const, on: day(on), document: 'x', note: '王某某已付' }, version);

const SETTLEMENT: Settlement = {
  ...{ lotId: 'virtual.1024', version: 5, ownerId: null, anchor: at('2024-05-06', 9), terms: [], winner: null },
  milestones: { paidAt: [paid('2024-05-08', 2), paid('2024-05-09', 3)] },
  sales: [
    entry(
      { outcome: 'sold', hammerFen: fen(100_00), endedAt: at('2024-05-06', 9), bidders: 2, document: 'x', note: null },
      1,
    ),
  ],
  defaulted: entry({ on: day('2024-05-20'), reason: '王某某拒付', document: 'x' }, 5),
};

describe('the statements of what follows a sale', () => {
  it('say the newest of each milestone, place themselves by the sale and name nobody', () => {
    const stated = settlementStatements(SETTLEMENT);

    expect(stated.map(({ statement }) => [statement.says, statement.clock])).toEqual([
      ['sale', minute(1)],
      ['milestones', addMs(at('2024-05-06', 9), 3)],
      ['default', minute(5)],
    ]);
    expect(stated[1]?.statement).toMatchObject({ milestones: { paidAt: '2024-05-08T16:00:00.000Z' } });
    expect(JSON.stringify(stated)).not.toMatch(/王某某|交易中心/);
  });

  it('are read back as they were written', () => {
    for (const { statement } of settlementStatements(SETTLEMENT)) {
      expect(parseStatement(toStatementBytes(statement))).toEqual(statement);
    }
  });

  it.each([
    ['another schema', { schema: 'desk-settlement.v2', clock: minute(1), says: 'default' }],
    ['a word too many', { schema: 'desk-settlement.v1', clock: minute(1), says: 'default', winner: '王某某' }],
    [
      'half a fen',
      {
        schema: 'desk-settlement.v1',
        clock: minute(1),
        says: 'sale',
        outcome: 'sold',
        hammerFen: 0.5,
        endedAt: minute(1),
        bidders: null,
      },
    ],
  ])('are refused with %s', (_, content) => {
    const bytes = new TextEncoder().encode(JSON.stringify(content));

    expect(() => parseStatement(bytes)).toThrow(expect.objectContaining({ code: 'DOCUMENT.DRIFT' }));
  });

  it('are no page that fell silent, though most statements of the desk are of another shape', async () => {
    const desk = aDesk();
    const ids: string[] = [];
    const put = async (lot: number, minutes: number, statement: Parameters<typeof toStatementBytes>[0]) => {
      const toPut = { lotId: `virtual.${lot}`, observedAt: minute(minutes), statement, source: '/desk', about: 'x' };
      const before = new Set(await desk.documents.list('documents/'));
      await putAmongDocuments(desk.documents, sha256, toPut);
      ids.push(...(await desk.documents.list('documents/')).filter((key) => !before.has(key)));
    };
    for (let lot = 1; lot <= 12; lot++) await put(lot, lot, aStatement());
    const [sale] = settlementStatements(SETTLEMENT);
    if (sale === undefined) throw new RangeError('no sale');
    for (let lot = 1; lot <= 2; lot++) await put(lot, 100 + lot, { ...sale.statement, clock: minute(100 + lot) });

    const outcomes = [];
    for (const key of ids) outcomes.push(await desk.map(key.slice('documents/'.length)));

    expect(outcomes).toHaveLength(14);
    expect(outcomes.at(-1)).toMatchObject({ outcome: 'applied', silent: [] });
  });
});
