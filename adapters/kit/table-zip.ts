import { unzipSync } from 'fflate';
import { drift } from './refusal.ts';

/** Takes out the entries of an archive whose name, in lower case, is wanted. */
type TakeEntries = (isWanted: (name: string) => boolean) => ReadonlyMap<string, Uint8Array>;

/** What all entries taken out may measure together, as the archive declares them; none grows beyond its declaration. */
const MAX_UNPACKED_BYTES = 20 * 1024 * 1024;

/** A workbook has some twenty. */
const MAX_ENTRIES = 2_000;

/**
 * Opens an archive in memory. Nothing but wanted entries is unpacked.
 * Taking throws AppError `DOCUMENT.DRIFT` for a broken archive, and for one that would unpack to more than 20 MB.
 */
export function openZip(bytes: Uint8Array): TakeEntries {
  let unpacked = 0;
  return (isWanted) => {
    let entries = 0;
    const taken = unzip(bytes, ({ name, originalSize }) => {
      entries += 1;
      if (entries > MAX_ENTRIES) throw drift('the workbook has too many parts', { maxParts: MAX_ENTRIES });
      if (!isWanted(name.toLowerCase())) return false;
      unpacked += originalSize;
      if (unpacked > MAX_UNPACKED_BYTES) throw drift('the workbook is too large', { maxBytes: MAX_UNPACKED_BYTES });
      return true;
    });
    return new Map(Object.entries(taken).map(([name, content]) => [name.toLowerCase(), content]));
  };
}

function unzip(bytes: Uint8Array, filter: (entry: { name: string; originalSize: number }) => boolean) {
  let refusal: Error | undefined;
  try {
    return unzipSync(bytes, {
      filter(entry) {
        try {
          return filter(entry);
        } catch (error) {
          refusal = error instanceof Error ? error : undefined;
          throw error;
        }
      },
    });
  } catch {
    // What the unpacker says of a broken archive helps nobody; our own refusals do.
    throw refusal ?? drift('the workbook cannot be unpacked', { at: '/' });
  }
}
