import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform, MappedDocument, RawDocument } from '#shared/ports/auction-platform.ts';

/** What reads each kind of document that a manifest names. */
export type MappingsOf<Manifest extends { readonly documentKinds: object }> = Readonly<
  Record<keyof Manifest['documentKinds'] & string, (document: RawDocument) => MappedDocument>
>;

/** Lets each kind of document be read by its own mapping; any other is refused with `DOCUMENT.KIND_UNKNOWN`. */
export function mapByKind(
  mappings: Readonly<Record<string, (document: RawDocument) => MappedDocument>>,
): AuctionPlatform['map'] {
  return (document) => {
    const { kind } = document;
    const mapping = Object.hasOwn(mappings, kind) ? mappings[kind] : undefined;
    if (mapping === undefined) {
      throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
    }
    return mapping(document);
  };
}
