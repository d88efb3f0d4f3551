import type { Said } from '#shared/domain/same-asset/decision.ts';

/** Address of the board. */
export const BOARD_ADDRESS = '/desk/same-asset';

/** Address of a pair's page. */
export function pairAddress([a, b]: readonly [string, string]): string {
  return `${BOARD_ADDRESS}/pair?${new URLSearchParams({ a, b })}`;
}

/** Address of one side: a lot, or where the listing handed over is followed. */
export function sideAddress(id: string): string {
  const [kind, placement] = id.split(':', 2);
  return placement === undefined ? `/lots/${kind}` : `/desk/placements/${placement}`;
}

/** What people said, in the words people use. */
export const SAID_TEXT: Readonly<Record<Said['type'], string>> = {
  confirmed: '确认为同一资产',
  refused: '不是同一资产',
  undone: '撤销合并',
};
