import type { SealedDay } from '#shared/domain/events/sealed-day.ts';
import { formatBeijing, fromEpochMs, type Instant } from '#shared/domain/time.ts';
import { xmlText } from './xml-text.ts';

/** What the feed is made of besides the days. */
interface AuditFrame {
  /** `https://host` without a path; empty where the host is not to be trusted. */
  readonly origin: string;
  /** A stable UUID of a name. */
  readonly uuid: (name: string) => string;
}

type Day = Pick<SealedDay, 'day' | 'head' | 'previous' | 'sealedAt'>;

const TITLE = '公共资产办公记录:每日留痕摘要';

function updated(at: Instant): string {
  return `<updated>${formatBeijing(at)}</updated>`;
}

function entry({ day, head, previous, sealedAt }: Day, { origin, uuid }: AuditFrame): string {
  return [
    '<entry>',
    `<id>urn:uuid:${uuid(`audit ${day}`)}</id>`,
    `<title>${day} 摘要 ${head}</title>`,
    updated(sealedAt),
    `<link rel="alternate" type="text/html" href="${xmlText(`${origin}/audit#d${day}`)}"/>`,
    `<summary>${day} 的摘要是 ${head},前一日的摘要是 ${previous}。</summary>`,
    '</entry>',
  ].join('');
}

/** The published heads of days, the newest first, as Atom 1.0 (RFC 4287): who keeps them can prove what was there. */
export function auditAtom(days: readonly Day[], frame: AuditFrame): string {
  const { origin, uuid } = frame;
  return [
    '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">',
    `<id>urn:uuid:${uuid('feed /audit.atom')}</id>`,
    `<title>${TITLE}</title>`,
    updated(days[0]?.sealedAt ?? fromEpochMs(0)),
    '<author><name>公共资产拍卖汇总</name></author>',
    `<link rel="self" type="application/atom+xml" href="${xmlText(`${origin}/audit.atom`)}"/>`,
    `<link rel="alternate" type="text/html" href="${xmlText(`${origin}/audit`)}"/>`,
    ...days.map((day) => entry(day, frame)),
    '</feed>\n',
  ].join('\n');
}
