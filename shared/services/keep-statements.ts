import { compareStamps } from '../domain/stamp.ts';
import type { ItemStore } from '../ports/item-store.ts';
import { type MappedSource, type MappingPorts, mapStoredDocument } from './map-stored-document.ts';
import { keys } from './records/keys.ts';
import { type KeptStatement, keepStatement, type SideStatement } from './records/side-statement.ts';
import { querySightings } from './records/sighting-entry.ts';

interface Ports extends MappingPorts {
  readonly records: ItemStore;
}

/** The newest word on the same thing: of the document itself, and of all that are later than it. */
async function newestOf(
  ports: Ports,
  { envelope, stamp }: MappedSource,
  { key, says }: SideStatement<unknown>,
): Promise<KeptStatement<unknown>> {
  let newest: KeptStatement<unknown> = { stamp, says };
  for (const { document } of await querySightings(ports.records, keys.sightingsAfter(envelope.platform, stamp))) {
    const later = await mapStoredDocument(ports, document);
    if ('refused' in later || compareStamps(later.stamp, newest.stamp) <= 0) continue;
    const own = later.statements.find((each) => each.key.pk === key.pk && each.key.sk === key.sk);
    if (own !== undefined) newest = { stamp: later.stamp, says: own.says };
  }
  return newest;
}

/**
 * Keeps what a document states beside its lots. Where today's mapping reads the document as older than it was taken for,
 * later ones were passed over for it: the newest of them takes its place, by the same one put. Safe to repeat.
 * @throws AppError as `keepStatement`, and what reading documents throws
 */
export async function keepStatements(ports: Ports, source: MappedSource): Promise<void> {
  for (const statement of source.statements) {
    const kept = await keepStatement(ports.records, statement, source.stamp);
    if (kept !== 'would-move-back') continue;
    const { stamp, says } = await newestOf(ports, source, statement);
    await keepStatement(ports.records, { key: statement.key, says }, stamp, source.stamp.document);
  }
}
