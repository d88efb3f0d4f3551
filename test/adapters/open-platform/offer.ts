import { createHash } from 'node:crypto';
import { fen, ppm } from '#shared/domain/money.ts';
import type { Offer, OfferFile } from '#shared/domain/placement/offer.ts';
import { addMs, fromEpochMs } from '#shared/domain/time.ts';
import { DAY, START } from '#test/sandbox/terms.ts';

const STARTS = fromEpochMs(START + 3 * DAY);

/** What every file of these tests holds. */
export const readFile = (file: OfferFile): Promise<Uint8Array> => Promise.resolve(Buffer.from(`bytes of ${file.name}`));

/** A file of an offer. */
export function aFile(role: OfferFile['role'], name: string): OfferFile {
  const bytes = Buffer.from(`bytes of ${name}`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { role, name, sha256, contentType: 'application/pdf', key: `files/${sha256}`, bytes: bytes.length };
}

/** A lease of a shop, as the sandbox takes one. */
export function anOffer(of: Partial<Offer> = {}): Offer {
  return {
    schema: 'offer.v1',
    reference: 'LST-000431-1',
    platform: 'wuxing',
    round: 1,
    amendment: 0,
    amendmentReason: null,
    title: '织里镇富民路沿街商铺三年租赁权',
    seller: { name: '湖州市吴兴区织里镇示例村股份经济合作社', creditCode: null },
    tradeCategory: 'collective',
    assetId: '330502100101-SP-03',
    assetClass: 'fish_pond',
    tradeKind: 'contract_out',
    priceBasis: 'per_mu_year',
    location: '织里镇富民路12号',
    divisionCode: '330502100',
    area: { thousandths: 64_500, unit: 'mu' },
    termMonths: 36,
    termStartsOn: null,
    escalationPpm: ppm(30_000),
    startPriceFen: fen(24_000_00),
    reserveFen: null,
    appraisalFen: null,
    depositFen: fen(4_000_00),
    incrementFen: fen(500_00),
    extension: { withinSeconds: 300, bySeconds: 300 },
    hasPriorityHolders: false,
    noticeOn: null,
    viewingFrom: null,
    viewingUntil: null,
    registrationEndsAt: addMs(STARTS, -DAY),
    biddingStartsAt: STARTS,
    biddingEndsAt: addMs(STARTS, 2 * 3_600_000),
    contact: { name: '王测试', phone: '13800000000' },
    remarks: '不含水电',
    noticeNumber: null,
    files: [aFile('document', '合同样本.pdf'), aFile('notice', '公告.pdf'), aFile('picture', '全景.jpg')],
    ...of,
  };
}
