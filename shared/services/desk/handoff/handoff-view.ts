import type { Caller } from '../../../domain/caller.ts';
import type { TemplateKind } from '../../../domain/handoff/template-kind.ts';
import { currentRound } from '../../../domain/listing/progress.ts';
import { beijingDate } from '../../../domain/time.ts';
import { allowedCommands } from '../listing/allowed-commands.ts';
import { packageKinds } from './hand-over-package.ts';
import type { Handoff, HandoffPorts, Printer, PrintFault } from './handoff-ports.ts';
import { resultKinds } from './issue-result.ts';
import { readHandoff } from './read-handoff.ts';

/** What is to be seen and done about handing over one listing. */
export interface HandoffView {
  readonly handoff: Handoff;
  /** What the package still lacks; empty once it was handed over. */
  readonly faults: readonly PrintFault[];
  readonly packageKinds: readonly TemplateKind[];
  /** Documents about the result that can be issued. */
  readonly resultKinds: readonly TemplateKind[];
  readonly isHandedOver: boolean;
  readonly may: {
    readonly handOver: boolean;
    readonly sendLink: boolean;
    readonly recordAddress: boolean;
    readonly issue: boolean;
    readonly returnScan: boolean;
  };
}

/**
 * The page about handing over a listing, for who may see the listing.
 * @throws AppError `RESOURCE.NOT_FOUND`, `HANDOFF.INCOMPLETE` where there is no platform to hand it to
 */
export async function readHandoffView(
  caller: Caller,
  ports: HandoffPorts,
  printer: Printer,
  id: string,
): Promise<HandoffView> {
  const handoff = await readHandoff(caller, ports, id);
  const { listing, owner } = handoff.source;
  const today = beijingDate(ports.clock.now());
  const allowed = allowedCommands(caller, listing, owner, today);
  const kinds = packageKinds(handoff);
  const isHandedOver = currentRound(listing).handedOver !== null;
  return {
    handoff,
    faults: isHandedOver ? [] : printer.faults(handoff, kinds),
    packageKinds: kinds,
    resultKinds: resultKinds(listing),
    isHandedOver,
    may: {
      handOver: allowed.includes('handed-over'),
      sendLink: isHandedOver && allowed.includes('document-issued'),
      recordAddress: allowed.includes('placed'),
      issue: allowed.includes('document-issued'),
      returnScan: allowed.includes('scan-returned'),
    },
  };
}
