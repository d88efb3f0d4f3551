import { type LotId, parseLotId } from '../lot-id.ts';
import { type LocalDate, parseBeijingDate } from '../time.ts';

/** Statistics of a platform: `totals` as a document of it states them, `paper` as a person read them from what it gave. */
export interface TotalsSubject {
  readonly kind: 'totals' | 'paper';
  readonly platform: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** `null`: of all its lots. */
  readonly scope: string | null;
}

/**
 * What is reconciled (对账事项): one lot against its bids, a platform's statistics of a period against ours, or its list of
 * results lot by lot.
 */
export type ItemSubject =
  | { readonly kind: 'lot'; readonly lotId: LotId }
  | TotalsSubject
  | { readonly kind: 'list'; readonly documentId: string };

/** Kinds of what is reconciled, in the order they are shown. */
export const ITEM_KINDS = ['totals', 'paper', 'list', 'lot'] as const satisfies readonly ItemSubject['kind'][];
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Chinese names of the kinds. */
export const ITEM_KIND_TEXT: Readonly<Record<ItemKind, string>> = {
  totals: '平台统计与我们的统计',
  paper: '平台书面数字与我们的统计',
  list: '平台结果清单逐标的',
  lot: '结果与出价记录',
};

const PLATFORM = /^[a-z0-9-]{1,40}$/;
/** As long as the name of whose lots a document's statistics are of may be. */
const LONGEST_SCOPE = 120;

/** Id of an item; also that of its log. */
export function toItemId(subject: ItemSubject): string {
  if (subject.kind === 'lot') return `lot:${subject.lotId}`;
  if (subject.kind === 'list') return `list:${subject.documentId}`;
  const { kind, platform, from, to, scope } = subject;
  return `${kind}:${platform}:${from}:${to}${scope === null ? '' : `:${scope}`}`;
}

function parseTotals(kind: 'totals' | 'paper', text: string): ItemSubject | undefined {
  const [platform = '', first = '', last = '', ...rest] = text.split(':');
  const [from, to] = [parseBeijingDate(first), parseBeijingDate(last)];
  const scope = rest.length === 0 ? null : rest.join(':');
  if (!PLATFORM.test(platform) || from === undefined || to === undefined || to < from) return undefined;
  if (scope !== null && (scope === '' || scope.length > LONGEST_SCOPE)) return undefined;
  return { kind, platform, from, to, scope };
}

/** Reads an id from outside; undefined when it cannot be one. */
export function parseItemId(text: string): ItemSubject | undefined {
  const [kind, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
  if (kind === 'totals' || kind === 'paper') return parseTotals(kind, rest);
  if (kind === 'list') return /^[A-Za-z0-9_.~-]{1,760}$/.test(rest) ? { kind, documentId: rest } : undefined;
  const lotId = kind === 'lot' ? parseLotId(rest) : undefined;
  return lotId === undefined ? undefined : { kind: 'lot', lotId };
}

/** The platform an item is of: the first part of a lot's or document's id is its platform. */
export function platformOf(subject: ItemSubject): string {
  if ('platform' in subject) return subject.platform;
  const id = subject.kind === 'lot' ? subject.lotId : subject.documentId;
  return id.slice(0, id.indexOf('.'));
}
