import { MAX_EXTERNAL_ID, toLotId } from '#shared/domain/lot-id.ts';
import type { PlacedLot, Placement } from '#shared/domain/placement/placement.ts';
import type { BoardRow } from '#shared/services/placement/board.ts';

/** Whose turn it is, in the words people use. */
export const WHO_TEXT: Readonly<Record<BoardRow['todo']['who'], string>> = {
  office: '交易中心',
  clerk: '产权单位',
  platform: '平台',
  nobody: '系统',
};

/** Address of a placement's page. */
export function placementAddress(id: string, part = ''): string {
  return `/desk/placements/${id}${part}`;
}

/** Whether somebody has to do or to look at something. */
export function needsPerson({ todo, differs }: Pick<BoardRow, 'todo' | 'differs'>): boolean {
  return todo.who !== 'nobody' || differs;
}

/** The platform's address of a lot; undefined where what the platform named is no address of a page. */
export function pageAddress(url: string | null): string | undefined {
  return url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : undefined;
}

/** Address of a lot in our catalogue; undefined where the platform's number can be none of a lot. */
export function lotAddress({ platform }: Pick<Placement, 'platform'>, { number }: PlacedLot): string | undefined {
  const fits = number.length > 0 && number.length <= MAX_EXTERNAL_ID;
  return fits ? `/lots/${toLotId(platform, number)}` : undefined;
}
