import { describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { type Caller, PUBLIC_CALLER, systemCaller } from '#shared/domain/caller.ts';
import { documentIdOf, MAX_DOCUMENT_BYTES, toDocumentKey } from '#shared/domain/document.ts';
import { STATEMENT_KIND } from '#shared/domain/listing/statement.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { parseEnvelope } from '#shared/messages/document-envelope.ts';
import { type DocumentOffer, inviteDocument } from '#shared/services/receive-document.ts';
import { manifest } from '#test/simulation/virtual-platform.ts';
import { aDesk, minute } from '#test/support/builders.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';

const OPERATOR: Caller = { id: 'operator-1', roles: ['operator'] };
const BYTES = new TextEncoder().encode('a page');
const OFFER: DocumentOffer = {
  platform: 'virtual',
  kind: 'list',
  observedAt: minute(0),
  sha256: sha256.sha256(BYTES),
  size: BYTES.length,
  source: '列表.html',
};

describe('inviteDocument', () => {
  it.each<[string, Partial<DocumentOffer>, ErrorCode]>([
    ['an unknown platform', { platform: 'nowhere' }, 'PLATFORM.UNKNOWN'],
    ['a kind the platform does not have', { kind: 'auction' }, 'DOCUMENT.KIND_UNKNOWN'],
    ['a kind that only looks like one', { kind: 'constructor' }, 'DOCUMENT.KIND_UNKNOWN'],
    ['an empty document', { size: 0 }, 'DOCUMENT.EMPTY'],
    ['too large a document', { size: MAX_DOCUMENT_BYTES + 1 }, 'DOCUMENT.TOO_LARGE'],
    ['a number no lot can have', { subject: '7'.repeat(121) }, 'REQUEST.INVALID'],
    ['a document from the future', { observedAt: minute(1440.001) }, 'REQUEST.INVALID'],
  ])('refuses %s', async (_, wrong, code) => {
    const desk = aDesk();

    await expect(inviteDocument(OPERATOR, desk.inviting, { ...OFFER, ...wrong })).rejects.toMatchObject({ code });
  });

  it.each(manifests.map(({ id }) => id))(
    'takes no statement of the desk about a lot of %s from outside',
    async (platform) => {
      const desk = aDesk();
      const offer = { ...OFFER, platform, kind: STATEMENT_KIND, subject: '1024' };

      const invited = inviteDocument(OPERATOR, { ...desk.inviting, manifests }, offer);

      await expect(invited).rejects.toMatchObject({ code: 'DOCUMENT.KIND_UNKNOWN' });
    },
  );

  it('refuses a document without the lot’s number where the kind does not carry it', async () => {
    const desk = aDesk();
    const kinds = { list: { title: '竞买记录', contentType: 'text/csv', rank: 1, needsSubject: true } };
    const inviting = { ...desk.inviting, manifests: [{ ...manifest, documentKinds: kinds }] };

    await expect(inviteDocument(OPERATOR, inviting, OFFER)).rejects.toMatchObject({ code: 'DOCUMENT.SUBJECT_MISSING' });
  });

  it('keeps which lot a document is about, also in its id', async () => {
    const desk = aDesk();

    const { documentId, upload } = await inviteDocument(OPERATOR, desk.inviting, { ...OFFER, subject: '标的#7' });
    await desk.documents.upload(upload, BYTES);

    const stored = await desk.documents.get(toDocumentKey(documentId));
    expect(documentId).toMatch(/\.~6807~7684~00237$/);
    expect(documentIdOf(toDocumentKey(documentId))).toBe(documentId);
    expect(parseEnvelope(stored?.metadata ?? {})).toMatchObject({ subject: '标的#7' });
  });

  it('turns the public away', async () => {
    const desk = aDesk();

    const invited = inviteDocument(PUBLIC_CALLER, desk.inviting, OFFER);

    await expect(invited).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
  });

  it('invites at the limits of time and size', async () => {
    const desk = aDesk();
    const offer = { ...OFFER, size: MAX_DOCUMENT_BYTES, observedAt: desk.clock.now() };

    const { documentId } = await inviteDocument(systemCaller('fetch'), desk.inviting, offer);

    expect(documentId).toBe(`virtual.list.20240507T020000000Z-${OFFER.sha256}`);
  });

  it('stores with the bytes what is known of them', async () => {
    const desk = aDesk();

    const { documentId, upload } = await inviteDocument(OPERATOR, desk.inviting, OFFER);
    await desk.documents.upload(upload, BYTES);

    const stored = await desk.documents.get(toDocumentKey(documentId));
    expect(stored?.bytes).toEqual(BYTES);
    expect(parseEnvelope(stored?.metadata ?? {})).toEqual({
      schema: 'document.v1',
      platform: 'virtual',
      kind: 'list',
      observedAt: minute(0),
      receivedAt: minute(1440),
      sha256: OFFER.sha256,
      contentType: 'application/json',
      source: '列表.html',
      broughtBy: 'operator-1',
      correlationId: 'correlation-1',
    });
  });

  it('cuts a long source at whole characters', async () => {
    const desk = aDesk();

    const { documentId, upload } = await inviteDocument(OPERATOR, desk.inviting, {
      ...OFFER,
      source: '😀'.repeat(101),
    });
    await desk.documents.upload(upload, BYTES);

    const stored = await desk.documents.get(toDocumentKey(documentId));
    expect(parseEnvelope(stored?.metadata ?? {}).source).toBe('😀'.repeat(100));
  });

  it('finds a document again that is brought twice', async () => {
    const desk = aDesk();
    const first = await inviteDocument(OPERATOR, desk.inviting, OFFER);
    await desk.documents.upload(first.upload, BYTES);

    const second = await inviteDocument(OPERATOR, desk.inviting, OFFER);
    const answer = await desk.documents.upload(second.upload, BYTES);

    expect(second.documentId).toBe(first.documentId);
    expect(answer).toBe('exists');
  });
});
