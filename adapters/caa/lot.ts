import type { LotFacts } from '#shared/domain/observation.ts';
import type { MappedDocument, QuarantinedRow, RawDocument } from '#shared/ports/auction-platform.ts';
import { readOrganisation, toFactText } from '../kit/fact-text.ts';
import { maskPersonNames } from '../kit/person-names.ts';
import { drift } from '../kit/refusal.ts';
import { said } from '../kit/said.ts';
import { type Note, readExtension, readMoment, readYuanAboveZero } from './fields.ts';
import { readLotFacts } from './lot-facts.ts';
import { needSubject } from './lot-number.ts';
import { readReply } from './reply.ts';
import { Lot } from './schema.ts';

/** Maps the reply of one lot (标的信息). A field that cannot be read is quarantined and left unsaid. */
export function mapLot(document: RawDocument): MappedDocument {
  const { value, unread } = readReply(Lot, document);
  const number = needSubject(document);
  const quarantined: QuarantinedRow[] = [];
  const note: Note = (path, reason) => quarantined.push({ path, reason });
  const read = readLotFacts(value, number, note);
  if (read === undefined) throw drift('a part of the reply is empty', { at: '/name' });

  const { status } = read;
  const facts = said<LotFacts>({
    ...read.facts,
    deposit: readYuanAboveZero(value.cashDeposit, '/cashDeposit', note),
    increment: readYuanAboveZero(value.rateLadder, '/rateLadder', note),
    extensionMinutes: readExtension(value.limitTime, note),
    serviceAgency: readOrganisation(value.companyName ?? ''),
    location: maskPersonNames(toFactText(value.position ?? '')) || undefined,
    registrationCount: value.enrollment ?? undefined,
  });
  const clock = readMoment(value.nowTime, '/nowTime', note);
  const lot = { externalId: number.externalId, ...(status && { status }), facts };
  return { ...(clock && { clock }), lots: [lot], bids: [], quarantined, unread };
}
