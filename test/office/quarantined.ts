import type { ErrorCode } from '#shared/errors/codes.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { QuarantinedDocument } from '#shared/services/quarantine/quarantined-document.ts';
import type { Complaint } from '#shared/services/records/document-outcome.ts';
import { keys } from '#shared/services/records/keys.ts';
import { minute } from '#test/support/builders.ts';

/** A document observed in that minute whose rows are complained of. */
export function aQuarantined(
  minutes: number,
  complaints: readonly Complaint[],
  of: Partial<QuarantinedDocument> = {},
): QuarantinedDocument {
  const at = minute(minutes);
  const sha256 = String(minutes).padStart(64, '0');
  return {
    documentId: `p.list.${at.replace(/[-:.]/g, '')}-${sha256}`,
    platform: 'p',
    kind: 'list',
    open: true,
    observedAt: at,
    source: 'page.html',
    complaints,
    quarantined: complaints.length,
    mappingVersion: 2,
    ...of,
  };
}

/** A document refused as a whole. */
export function aRefused(minutes: number, code: ErrorCode, details: QuarantinedDocument['details'] = {}) {
  return aQuarantined(minutes, [], { code, reason: 'not as known', details });
}

/** Enters documents in the index of their platform. */
export async function putQuarantined(records: ItemStore, documents: readonly QuarantinedDocument[]): Promise<void> {
  for (const { platform, documentId, ...kept } of documents) {
    await records.put(
      { ...keys.quarantined(platform, documentId), schema: 1, ...JSON.parse(JSON.stringify(kept)) },
      'any',
    );
  }
}
