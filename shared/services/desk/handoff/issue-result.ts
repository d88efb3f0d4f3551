import type { Caller } from '../../../domain/caller.ts';
import { TEMPLATE_FACTS, TEMPLATE_KINDS, type TemplateKind } from '../../../domain/handoff/template-kind.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { currentRound } from '../../../domain/listing/progress.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { issueDocument } from '../listing/issue-document.ts';
import { entitledActor, requirePrintable, withNumber } from './hand-over-package.ts';
import type { HandoffPorts, Printer } from './handoff-ports.ts';
import { readHandoff } from './read-handoff.ts';
import { keepPrint } from './stored-print.ts';

/** The documents that state a result, as far as the running round has one: only a sale is confirmed. */
export function resultKinds(listing: Listing): readonly TemplateKind[] {
  const outcome = listing.agreement === null ? currentRound(listing).ended?.ending.outcome : 'agreed';
  if (outcome === undefined) return [];
  return TEMPLATE_KINDS.filter((kind) => TEMPLATE_FACTS[kind].when === 'after').filter(
    (kind) => kind !== 'confirmation' || outcome === 'sold',
  );
}

/**
 * Prints and numbers a document about the result of the running round (成交确认书, 成交公示, 村务公开), once: asked again, the
 * document that was issued stands.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `HANDOFF.TOO_EARLY`, `HANDOFF.INCOMPLETE`, `COMMAND.CONFLICT`
 */
export async function issueResult(
  caller: Caller,
  ports: HandoffPorts,
  printer: Printer,
  id: string,
  kind: TemplateKind,
  command: Command,
): Promise<Committed<Listing>> {
  const handoff = await readHandoff(caller, ports, id);
  const { listing } = handoff.source;
  if (!resultKinds(listing).includes(kind)) throw new AppError('HANDOFF.TOO_EARLY', 'there is no such result yet');
  const actor = entitledActor(caller, ports, handoff, 'document-issued');
  requirePrintable(printer, handoff, [kind]);
  const { handoff: numbered, number } = await withNumber(ports, handoff, kind, actor);
  if (listing.documents.some((document) => document.number === number)) {
    return { state: listing, version: handoff.version, repeated: true };
  }
  const sha256 = await keepPrint(ports, await printer.document(numbered, kind), 'docx');
  const pinned = { ...command, expected: command.expected ?? handoff.version };
  return issueDocument(caller, ports, id, pinned, { kind, number, sha256 });
}
