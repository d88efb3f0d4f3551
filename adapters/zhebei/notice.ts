import { MAX_EXTERNAL_ID } from '#shared/domain/lot-id.ts';
import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { decodeTolerantly, isDamaged, openPage, unreadableText } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { need, readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { type Section, takeApart } from './notice-parts.ts';
import { readSection } from './notice-section.ts';
import { readNoticeTerms } from './notice-terms.ts';
import { readNoticeText, readSubject } from './notice-text.ts';

/**
 * Maps a notice of sale (拍卖公告), as page or as plain text: one lot per section. A fact that cannot be read is
 * quarantined with its clause and left unsaid; nothing is repaired.
 *
 * @throws AppError `DOCUMENT.DRIFT` for anything but such a notice, and when neither page nor `subject` says its number
 */
export function mapNotice({ bytes, subject }: RawDocument): MappedDocument {
  const page = openPage(bytes);
  const text = decodeTolerantly(page);
  if (isDamaged(page, text)) throw unreadableText('undecodable bytes');
  const { lines, number: ownNumber } = readNoticeText(text);
  const parts = takeApart(lines);
  const number = ownNumber ?? readSubject(subject ?? '');
  if (number === undefined) throw drift("the notice's number is needed", { missing: 'c-…' });

  const noted: QuarantinedRow[] = [];
  const shared = readNoticeTerms(parts, (place, reason) => noted.push({ path: toPointer(place), reason }));
  const { good, bad } = readRows(
    parts.sections,
    (index) => toPointer(`标段${parts.sections[index]?.number ?? `#${index + 1}`}`),
    (section) => readLot(section, number, shared, noted),
  );
  refuseIfDrifted(parts.sections.length, bad);
  const { lots, conflicts } = uniqueLots(good);
  return { lots, bids: [], quarantined: [...bad, ...conflicts, ...noted] };
}

function readLot(
  { number: own, text }: Section,
  notice: string,
  shared: LotObservation['facts'],
  noted: QuarantinedRow[],
): LotObservation {
  const section = need(own, '', 'no number, or two different ones');
  const externalId = `${notice}/${section}`;
  if (externalId.length > MAX_EXTERNAL_ID) throw drift("the notice's number is too long", { length: notice.length });
  const facts = readSection(text, (place, reason) => noted.push({ path: toPointer(`标段${section}`, place), reason }));
  return { externalId, status: 'announced', facts: { ...shared, ...facts } };
}
