import { documentIdOf } from '#shared/domain/document.ts';
import { type PlacedStatement, statementsOf } from '#shared/domain/listing/statement.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { parseStatement } from '#shared/messages/desk-statement.ts';
import { parseEnvelope } from '#shared/messages/document-envelope.ts';
import type { ListingDesk } from '#test/support/desk.ts';
import { realListings } from './desk-real-model.ts';

/** Every statement among the raw documents, with its lot and time as the envelope says them. */
export async function storedStatements({ documents }: ListingDesk): Promise<readonly PlacedStatement[]> {
  const keys = await documents.list('documents/');
  return Promise.all(
    keys.map(async (key) => {
      const object = await documents.get(key);
      if (object === undefined || documentIdOf(key) === undefined) throw new RangeError(`not a document: ${key}`);
      const { platform, subject = '', observedAt } = parseEnvelope(object.metadata);
      const statement = parseStatement(object.bytes);
      if (statement.schema !== 'desk-statement.v1') throw new RangeError(`not of a listing: ${key}`);
      return { lotId: toLotId(platform, subject), placedAt: observedAt, statement };
    }),
  );
}

/** Once everything is quiet: what the desk states of each lot lies among the documents, once, and nothing else does. */
export async function checkStatements(desk: ListingDesk, complain: (complaint: string) => void): Promise<void> {
  const wanted = [...realListings(desk.records).values()].flatMap(statementsOf);
  const stored = await storedStatements(desk);
  const [lines, found] = [wanted, stored].map((all) => all.map((each) => JSON.stringify(each)).sort());
  if (JSON.stringify(lines) !== JSON.stringify(found)) complain(`statements: ${found?.length} for ${lines?.length}`);
}
