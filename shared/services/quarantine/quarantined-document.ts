import type { JsonValue } from '../../domain/json.ts';
import type { Instant } from '../../domain/time.ts';
import type { ErrorCode } from '../../errors/codes.ts';
import type { Item } from '../../ports/item-store.ts';
import type { Complaint } from '../records/document-outcome.ts';

/** A document that waits for a person, as the index of its platform keeps it. */
export interface QuarantinedDocument {
  readonly documentId: string;
  readonly platform: string;
  readonly kind: string;
  /** Says whether it still waits. */
  readonly open: boolean;
  readonly observedAt: Instant;
  readonly source: string;
  readonly subject?: string;
  /** Of a document refused as a whole. */
  readonly code?: ErrorCode;
  readonly reason?: string;
  readonly details?: Readonly<Record<string, JsonValue | undefined>>;
  /** The first complaints; `quarantined` counts all. */
  readonly complaints: readonly Complaint[];
  readonly quarantined: number;
  readonly mappingVersion: number;
}

/** Reads an item of the index back. */
export function parseQuarantinedItem(item: Item): QuarantinedDocument {
  const { pk, sk, ...kept } = item;
  const platform = pk.slice('QUARANTINE#'.length);
  return { ...(kept as unknown as Omit<QuarantinedDocument, 'documentId' | 'platform'>), documentId: sk, platform };
}
