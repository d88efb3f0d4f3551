import { describe, expect, it } from 'vitest';
import { limitFaults, termsLimitFaults } from '#shared/domain/placement/limits.ts';
import type { Offer, OfferFile } from '#shared/domain/placement/offer.ts';
import type { OfferLimits } from '#shared/domain/placement/publishing.ts';
import { aLease } from '#test/support/desk-terms.ts';

const MEGABYTE = 1_048_576;

function aFile(role: OfferFile['role'], of: Partial<OfferFile> = {}): OfferFile {
  const name = role === 'picture' ? '照片.jpg' : '评估报告.pdf';
  return { role, name, sha256: 'a', contentType: 'application/pdf', key: 'files/a', bytes: 1_000, ...of };
}

function anOffer(of: Partial<Offer> = {}): Offer {
  const { title, extension } = aLease('pond');
  return { title: title ?? '', extension, files: [], ...of } as Offer;
}

const known = { confidence: 'documented', source: '接口文件' } as const;

function pointersAndCodes(offer: Offer, limits: Partial<OfferLimits>) {
  return limitFaults(offer, { ...known, ...limits }, '平台').map(({ pointer, code }) => [pointer, code]);
}

describe('the limits of a platform', () => {
  it('are none where nothing is known', () => {
    expect(limitFaults(anOffer({ title: '长'.repeat(10_000) }), known, '平台')).toEqual([]);
  });

  it('take what is exactly as long as they say, and count characters, not code units', () => {
    expect(pointersAndCodes(anOffer({ title: '𠮷'.repeat(30) }), { titleLength: 30 })).toEqual([]);
    expect(pointersAndCodes(anOffer({ title: '𠮷'.repeat(31) }), { titleLength: 30 })).toEqual([
      ['/title', 'limit.title-length'],
    ]);
  });

  it('say at the field what is too much, in words', () => {
    const faults = limitFaults(anOffer({ title: '长'.repeat(31) }), { ...known, titleLength: 30 }, '平台');

    expect(faults.map(({ detail }) => detail)).toEqual(['平台的标题最多30字,现有31字']);
  });

  it('count pictures and documents apart, and weigh the notice like a document', () => {
    const files = [aFile('picture'), aFile('picture'), aFile('document'), aFile('notice', { bytes: 3 * MEGABYTE })];
    const offer = anOffer({ files });

    expect(pointersAndCodes(offer, { pictures: 1 })).toEqual([['/items', 'limit.pictures']]);
    expect(pointersAndCodes(offer, { documents: 1, pictures: 2 })).toEqual([]);
    expect(pointersAndCodes(offer, { documents: 0 })).toEqual([['/papers', 'limit.documents']]);
    expect(pointersAndCodes(offer, { documentBytes: MEGABYTE })).toEqual([['/papers', 'limit.document-bytes']]);
    expect(pointersAndCodes(offer, { pictureBytes: 999 })).toHaveLength(2);
  });

  it('never write a file a little too large as large as allowed', () => {
    const offer = anOffer({ files: [aFile('document', { bytes: 2 * MEGABYTE + 1 })] });

    const [fault] = limitFaults(offer, { ...known, documentBytes: 2 * MEGABYTE }, '平台');

    expect(fault?.detail).toBe('平台的每个文件最大2 MB,“评估报告.pdf”有2,049 KB');
  });

  it('refuse endings a platform does not take', () => {
    const offer = anOffer({
      files: [aFile('document', { name: '图纸.DWG' }), aFile('document', { name: '说明.PDF' })],
    });

    expect(pointersAndCodes(offer, { documentTypes: ['pdf'] })).toEqual([['/papers', 'limit.document-type']]);
  });

  it.each([
    [300, 300, []],
    [180, 300, ['/extension']],
    [90, 90, ['/extension']],
  ])('tell of an extension of %d and %d seconds where a platform has one number of minutes', (within, by, pointers) => {
    const terms = aLease('pond', { extension: { withinSeconds: within, bySeconds: by } });
    const faultsOf = (limits: Partial<OfferLimits>) => termsLimitFaults(terms, { ...known, ...limits }, '平台');

    expect(faultsOf({ takesUnequalExtension: false }).map(({ pointer }) => pointer)).toEqual(pointers);
    expect(faultsOf({})).toEqual([]);
  });

  it('keep no offer back where they are only assumed, and are told to whoever can still mend it', () => {
    const limits = { confidence: 'assumed', source: '', titleLength: 1 } as const;

    expect(limitFaults(anOffer(), limits, '平台')).toEqual([]);
    expect(termsLimitFaults(aLease('pond'), limits, '平台')).toHaveLength(1);
  });

  it('hold against terms that are not complete', () => {
    const limits = { ...known, titleLength: 5, takesUnequalExtension: false } as const;

    expect(termsLimitFaults(aLease('pond'), limits, '平台').map(({ pointer }) => pointer)).toContain('/title');
    expect(termsLimitFaults(aLease('pond', { title: null, extension: null }), limits, '平台')).toEqual([]);
  });
});
