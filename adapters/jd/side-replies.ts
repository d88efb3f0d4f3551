import type { LotObservation } from '#shared/domain/observation.ts';
import type { MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';
import { readOrganisation } from '../kit/fact-text.ts';
import { openReply, type Reply, readData, readSubject } from './reply.ts';
import { Attachments, ExpandValues, Vendor } from './schema.ts';
import { readShop } from './words.ts';

/** Maps the shop a lot is shown in (店铺信息): its seller, or the auction firm. A reply of no known lot says nothing. */
export function mapVendor(document: RawDocument): MappedDocument {
  const reply = openReply(document);
  const { shopName } = readData(Vendor, reply);
  const externalId = readSubject(document);
  const facts = readShop(readOrganisation(shopName) ?? '');
  return withLots(reply, externalId === undefined || facts === undefined ? [] : [{ externalId, facts }]);
}

/** Maps a list of attachments (附件清单): no fact we keep, but a change of its form is noticed. */
export function mapAttachments(document: RawDocument): MappedDocument {
  const reply = openReply(document);
  readData(Attachments, reply);
  return withLots(reply, []);
}

/** Maps followers and visits (关注与围观次数): no fact we keep, but a change of its form is noticed. */
export function mapExpandValues(document: RawDocument): MappedDocument {
  const reply = openReply(document);
  readData(ExpandValues, reply);
  return withLots(reply, []);
}

function withLots({ unread }: Reply, lots: readonly LotObservation[]): MappedDocument {
  return { lots, bids: [], quarantined: [], unread: unread.list() };
}
