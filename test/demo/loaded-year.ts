import { manifests } from '#adapters/manifests.ts';
import { platforms } from '#adapters/registry.ts';
import { wuxing2023 } from '#infra/demo/wuxing-2023/demo.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { type LotCard, toLotCard } from '#shared/domain/lot-card.ts';
import type { LotId } from '#shared/domain/lot-id.ts';
import { normaliseDocument } from '#shared/services/normalise-document.ts';
import { inviteDocument } from '#shared/services/receive-document.ts';
import type { DocumentOutcome } from '#shared/services/records/document-outcome.ts';
import { parseLotItem } from '#shared/services/records/lot-record.ts';
import { countingIds, sha256, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';

/** The year of a seed, brought through the door and mapped over memory: what came of each document, every lot, and what holds them. */
export async function aLoadedYear(seed: number) {
  const documents = memoryObjectStore();
  const records = memoryItemStore();
  const inviting = { documents, clock: steppedClock(), ids: countingIds(), manifests };
  const ports = { records, documents, changes: memoryQueue(), hash: sha256, platforms };
  const outcomes: DocumentOutcome[] = [];
  for (const { bytes, ...named } of wuxing2023.documents(seed)) {
    const offer = { ...named, sha256: sha256.sha256(bytes), size: bytes.length };
    const { documentId, upload } = await inviteDocument({ id: 'operator-1', roles: ['operator'] }, inviting, offer);
    await documents.upload(upload, bytes);
    outcomes.push(await normaliseDocument(systemCaller('normalise'), ports, documentId));
  }
  const states = records.items('LOT#').filter(({ sk }) => sk === 'STATE');
  const cards = states.map((item): LotCard => {
    const { state, version, bidCount } = parseLotItem(item.pk.slice('LOT#'.length) as LotId, item);
    return toLotCard(state, version, bidCount);
  });
  return { outcomes, cards, records, documents };
}
