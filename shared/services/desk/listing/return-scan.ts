import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { usableFiles } from '../files/read-file.ts';
import { changeListing } from './change-listing.ts';
import type { ListingPorts } from './listing-ports.ts';

/** The stamped scan of a document. */
export interface ScanBody {
  /** The document's number (文号). */
  readonly number: string;
  /** Id of the stored file. */
  readonly file: string;
}

/**
 * Files the signed or stamped scan of a document (上传盖章扫描件), by the owner's clerk, or the office.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` for a number no document of the listing has; as `usableFiles`
 */
export async function returnScan(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  { number, file }: ScanBody,
): Promise<Committed<Listing>> {
  return changeListing(caller, ports, id, command, {
    type: 'scan-returned',
    event: async ({ listing, owner }) => {
      if (!listing.documents.some((document) => document.number === number)) {
        refuseFaults([{ pointer: '/number', sentence: '这份挂牌没有这个文号的文书。' }]);
      }
      await usableFiles(caller, ports, owner.id, [file]);
      return { type: 'scan-returned', data: { number, file } };
    },
  });
}
