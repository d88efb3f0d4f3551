import { expect, it } from 'vitest';
import { listCards, putCard } from '#shared/services/events/cards.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

it('a card of an older version never replaces one of a newer, one of the same may', async () => {
  const ports = { records: memoryItemStore() };
  await putCard(ports, 'asset', '330502001', 'a', 3, 'third');
  await putCard(ports, 'asset', '330502001', 'a', 2, 'second');
  await putCard(ports, 'asset', '330502001', 'b', 1, 'old shape');
  await putCard(ports, 'asset', '330502001', 'b', 1, 'new shape');

  expect(await listCards(ports, 'asset', '330502001')).toEqual([
    { id: 'a', version: 3, card: 'third' },
    { id: 'b', version: 1, card: 'new shape' },
  ]);
});

it('a card is in the list of its partition alone, and not any more once it is taken out', async () => {
  const ports = { records: memoryItemStore() };
  await putCard(ports, 'asset', '330502001', 'a', 1, 'here');
  await putCard(ports, 'asset', '330502001', 'a', 2, null);
  await putCard(ports, 'asset', '330502002', 'a', 2, 'there');

  expect(await listCards(ports, 'asset', '330502001')).toEqual([]);
  expect(await listCards(ports, 'asset', '330502002')).toEqual([{ id: 'a', version: 2, card: 'there' }]);
});

it('many writers at once leave the newest', async () => {
  const ports = { records: memoryItemStore() };
  const versions = [3, 1, 5, 2, 4];

  await Promise.all(versions.map((version) => putCard(ports, 'asset', 'p', 'a', version, version)));

  expect(await listCards(ports, 'asset', 'p')).toEqual([{ id: 'a', version: 5, card: 5 }]);
});
