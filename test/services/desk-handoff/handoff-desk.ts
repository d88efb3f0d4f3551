import type { FieldName } from '#shared/domain/handoff/fields.ts';
import type { HandoffForm } from '#shared/domain/handoff/platform-form.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { fen } from '#shared/domain/money.ts';
import { storedKey } from '#shared/services/desk/files/file-record.ts';
import type { HandoffPorts } from '#shared/services/desk/handoff/handoff-ports.ts';
import { aListingDesk, HOUSE, type ListingDesk, POND, PUBLIC } from '#test/support/desk.ts';
import { approved } from '#test/support/desk-journey.ts';
import { aLease, fileOf, papers } from '#test/support/desk-terms.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { type MemoryObjectStore, memoryObjectStore } from '#test/support/memory-object-store.ts';

const FIELDS: readonly FieldName[] = ['项目名称', '起拍价', '保证金', '优先权', '备注', '规划用途'];

function aForm(platform: string, order: HandoffForm['order']): HandoffForm {
  const fields = FIELDS.map((field) => ({ label: `${field}栏`, field }));
  return { platform, confidence: 'assumed', source: '测试用', fields, order };
}

/** A desk from which listings can be handed over. */
export interface HandoffDesk extends Omit<ListingDesk, 'ports'> {
  readonly ports: HandoffPorts;
  readonly files: MemoryObjectStore;
}

/** What a desk needs beside its own ports so that listings can be handed over; puts the bytes of two papers into the store. */
export async function handoffParts(
  files: MemoryObjectStore,
): Promise<Pick<HandoffPorts, 'files' | 'forms' | 'lotNumbers'>> {
  for (const kind of ['draft-contract', 'resolution'] as const) {
    const key = storedKey(sha256.sha256(fileOf(kind)));
    await files.putIfAbsent({ key, bytes: new TextEncoder().encode(`%PDF ${kind}`), contentType: 'application/pdf' });
  }
  const forms = [aForm(PUBLIC, 'acceptance'), aForm(HOUSE, 'commission')];
  const lotNumbers = new Map([[PUBLIC, (url: string) => /\/lot\/(\d+)$/.exec(url)?.[1]]]);
  return { files, forms, lotNumbers };
}

export async function aHandoffDesk(): Promise<HandoffDesk> {
  const desk = await aListingDesk();
  const files = memoryObjectStore();
  return { ...desk, files, ports: { ...desk.ports, ...(await handoffParts(files)) } };
}

/** The terms of a lease of which everything is said that a notice needs. */
export function aFullLease(of: Partial<ListingTerms> = {}): ListingTerms {
  return aLease(POND, {
    reserveFen: fen(52_345_67),
    priority: [
      { holderId: 'h1', name: '沈小明', notifiedOn: null, notifiedBy: null, answer: 'waives', file: fileOf('other') },
    ],
    papers: papers('proposal', 'resolution', 'publicity-proof', 'draft-contract'),
    ...of,
  });
}

/** A listing that only waits to be handed over. */
export function ready(desk: ListingDesk, terms: ListingTerms = aFullLease()): Promise<Listing> {
  return approved(desk, terms);
}

/** Where something was put on the public platform. */
export const LOT_ADDRESS = `https://${PUBLIC}.example.invalid/lot/4711`;
