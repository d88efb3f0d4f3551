import type { Caller } from '../../../domain/caller.ts';
import { runningRound } from '../../../domain/handoff/source.ts';
import type { TemplateKind } from '../../../domain/handoff/template-kind.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { currentRound } from '../../../domain/listing/progress.ts';
import { type ListingEventType, mayHappen } from '../../../domain/listing/transitions.ts';
import type { Actor } from '../../../domain/people/role.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { actorFor } from '../listing/authority.ts';
import { wrongState } from '../listing/change-listing.ts';
import { handOver } from '../listing/hand-over.ts';
import { partsOf } from '../listing/parts.ts';
import type { Handoff, HandoffPorts, Printer } from './handoff-ports.ts';
import { claimNumber } from './numbers.ts';
import { readBroughtFiles, readHandoff } from './read-handoff.ts';
import { keepPrint } from './stored-print.ts';

/** The documents a package is made of, besides the fields sheet. */
export function packageKinds({ form }: Pick<Handoff, 'form'>): readonly TemplateKind[] {
  return ['notice', form.order, 'checklist'];
}

/** As whom the caller may do this to the listing now; before anything is numbered for him. @throws AppError `ACCESS.DENIED` */
export function entitledActor(caller: Caller, ports: HandoffPorts, { source }: Handoff, type: ListingEventType): Actor {
  const { listing, owner } = source;
  const today = beijingDate(ports.clock.now());
  const actors = partsOf(type, listing).map((part) => actorFor(caller, part, listing, owner, today));
  const actor = actors.find((known) => known !== undefined);
  if (actor === undefined) throw new AppError('ACCESS.DENIED', 'this is for somebody else to do');
  return actor;
}

/** @throws AppError `HANDOFF.INCOMPLETE` naming everything at once */
export function requirePrintable(printer: Printer, handoff: Handoff, kinds: readonly TemplateKind[]): void {
  const errors = printer.faults(handoff, kinds).map(({ pointer, detail }) => ({ pointer, detail }));
  if (errors.length > 0) throw new AppError('HANDOFF.INCOMPLETE', 'documents lack something', { details: { errors } });
}

/** Takes the number of a document of the running round, so that it can be printed. */
export async function withNumber(
  ports: HandoffPorts,
  handoff: Handoff,
  kind: TemplateKind,
  actor: Actor,
): Promise<{ readonly handoff: Handoff; readonly number: string }> {
  const { source, templates } = handoff;
  const { listing } = source;
  const { number: round, terms, ended } = runningRound(source);
  const made = listing.agreement?.at ?? ended?.at ?? listing.createdAt;
  const day = kind === 'notice' ? (terms.windows.noticeOn ?? beijingDate(made)) : beijingDate(made);
  const series = templates.series[kind] ?? '';
  const number = await claimNumber(ports, { listingId: listing.id, round, kind, series, day, takenBy: actor.id });
  return { handoff: { ...handoff, source: { ...source, numbers: { ...source.numbers, [kind]: number } } }, number };
}

/**
 * Prints the package and hands it over (移交): the files are kept first, then the event names them by hash, and the
 * platform's clock runs. The number of the notice is taken once for the round, however often this is begun again.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `LISTING.STATE`, `HANDOFF.INCOMPLETE`, `FILE.NOT_READY`,
 *   `FILE.REFUSED`, `COMMAND.CONFLICT` when the listing changed meanwhile
 */
export async function handOverPackage(
  caller: Caller,
  ports: HandoffPorts,
  printer: Printer,
  id: string,
  command: Command,
): Promise<Committed<Listing>> {
  const handoff = await readHandoff(caller, ports, id);
  const { listing } = handoff.source;
  const pinned = { ...command, expected: command.expected ?? handoff.version };
  const done = currentRound(listing).handedOver;
  // A command sent again finds itself in the log; any other is refused there by the state.
  if (done !== null) return handOver(caller, ports, id, pinned, { packageSha256: done.packageSha256, documents: [] });
  if (!mayHappen(listing.state, 'handed-over')) throw wrongState(listing, 'handed-over');

  const actor = entitledActor(caller, ports, handoff, 'handed-over');
  requirePrintable(printer, handoff, packageKinds(handoff));
  const files = await readBroughtFiles(ports, handoff);
  const { handoff: numbered, number } = await withNumber(ports, handoff, 'notice', actor);
  const notice = await keepPrint(ports, await printer.document(numbered, 'notice'), 'docx');
  const packageSha256 = await keepPrint(ports, await printer.package(numbered, files), 'zip');
  const documents = [{ kind: 'notice', number, sha256: notice }];
  return handOver(caller, ports, id, pinned, { packageSha256, documents });
}

/**
 * Address of the package that was handed over in the running round, for who may see the listing.
 * @throws AppError `RESOURCE.NOT_FOUND`, `HANDOFF.TOO_EARLY`
 */
export function packageOf({ source }: Handoff): { readonly sha256: string; readonly name: string } {
  const { number, handedOver } = currentRound(source.listing);
  if (handedOver === null) throw new AppError('HANDOFF.TOO_EARLY', 'the package was not handed over yet');
  return {
    sha256: handedOver.packageSha256,
    name: `${source.listing.terms.title ?? source.listing.id}-第${number}轮-移交包`,
  };
}
