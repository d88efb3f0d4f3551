import { TEMPLATE_FACTS } from '../../domain/handoff/template-kind.ts';
import type { Listing } from '../../domain/listing/listing.ts';
import { currentRound } from '../../domain/listing/progress.ts';
import type { OfferFile } from '../../domain/placement/offer.ts';
import { storedFile } from '../desk/files/read-file.ts';
import type { Handoff, HandoffPorts } from '../desk/handoff/handoff-ports.ts';
import { type SelectedFile, selectedFiles } from '../desk/handoff/read-handoff.ts';
import { storedPrint } from '../desk/handoff/stored-print.ts';
import { PLACEMENT_CALLER } from './sync-placement.ts';

/** The notice of the running round as it was printed; undefined where none was issued. */
export function noticeOf(listing: Listing) {
  const { opened } = currentRound(listing);
  return listing.documents.findLast(({ kind, version }) => kind === 'notice' && version > opened.version);
}

/**
 * The files that go with an offer: those the package gives out, and no other, with the notice first.
 * @throws AppError `FILE.NOT_READY`, `FILE.REFUSED`, `STORE.UNAVAILABLE`
 */
export async function offerFiles(ports: HandoffPorts, handoff: Handoff): Promise<readonly OfferFile[]> {
  const { pictures, papers } = selectedFiles(handoff);
  const of = (role: OfferFile['role'], files: readonly SelectedFile[]) =>
    Promise.all(files.map((file) => offerFile(ports, role, file)));
  return [
    ...(await noticeFiles(ports, handoff.source.listing)),
    ...(await of('picture', pictures)),
    ...(await of('document', papers)),
  ];
}

async function offerFile(
  ports: HandoffPorts,
  role: OfferFile['role'],
  { id, nameOf }: SelectedFile,
): Promise<OfferFile> {
  const { file, ...stored } = await storedFile(PLACEMENT_CALLER, ports, id);
  return { role, name: nameOf(file), ...stored };
}

async function noticeFiles(ports: HandoffPorts, listing: Listing): Promise<readonly OfferFile[]> {
  const notice = noticeOf(listing);
  if (notice === undefined) return [];
  const { sha256 } = notice;
  const print = await storedPrint(ports, sha256, 'docx');
  return [{ role: 'notice', name: `${TEMPLATE_FACTS.notice.name}.docx`, sha256, ...print }];
}
