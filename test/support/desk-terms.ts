import { type ListingTerms, NO_TERMS, type Paper, type PaperKind } from '#shared/domain/listing/terms.ts';
import { fen, ppm } from '#shared/domain/money.ts';
import type { Instant, LocalDate } from '#shared/domain/time.ts';

/** A Beijing day, written out. */
export function day(text: string): LocalDate {
  return text as LocalDate;
}

/** The instant of a Beijing clock time: `at('2024-06-20', 10)`. */
export function at(date: string, hour: number): Instant {
  return new Date(`${date}T${String(hour).padStart(2, '0')}:00:00+08:00`).toISOString() as Instant;
}

/** Id of the stored file a paper of this kind is in the desk of memory. */
export function fileOf(kind: PaperKind): string {
  return `file0${kind.replaceAll('-', '')}`.padEnd(16, '0').slice(0, 16);
}

export function papers(...kinds: readonly PaperKind[]): readonly Paper[] {
  return kinds.map((kind) => ({ kind, file: fileOf(kind), note: null }));
}

const OPEN_TO_ALL = {
  deposit: {
    fen: fen(5_000_00),
    accountName: '吴兴区农村产权交易中心',
    accountBank: '湖州银行织里支行',
    accountNumber: '8000000000000001',
    dueAt: at('2024-06-18', 17),
  },
  incrementFen: fen(500_00),
  extension: { withinSeconds: 300, bySeconds: 300 },
  windows: {
    noticeOn: day('2024-06-03'),
    viewingFrom: day('2024-06-05'),
    viewingUntil: day('2024-06-14'),
    registrationEndsAt: at('2024-06-18', 17),
    biddingStartsAt: at('2024-06-20', 10),
    biddingEndsAt: at('2024-06-21', 10),
  },
  feesBorneBy: 'buyer',
  taxesBorneBy: 'each-own',
  contact: { name: '沈会计', phone: '0572-0000000' },
} as const satisfies Partial<ListingTerms>;

/** A lease of one asset of a collective, complete, with no fault on a public platform at the desk's day. */
export function aLease(assetId: string, of: Partial<ListingTerms> = {}): ListingTerms {
  return {
    ...NO_TERMS,
    ...OPEN_TO_ALL,
    title: '云村12亩鱼塘三年承租权',
    items: [{ assetId, parts: null }],
    tradeKind: 'lease',
    priceBasis: 'per_year',
    startPriceFen: fen(50_000_00),
    reserveFen: fen(52_000_00),
    lease: { startsOn: day('2025-01-01'), months: 36, escalationPpm: ppm(0), payEvery: 'yearly' },
    permittedBusiness: '水产养殖',
    resolution: {
      meeting: 'delegates',
      heldOn: day('2024-04-08'),
      entitled: 30,
      present: 28,
      inFavour: 27,
      planPublishedOn: day('2024-03-01'),
      publicityFrom: day('2024-04-09'),
      publicityUntil: day('2024-04-26'),
      floorFen: fen(45_000_00),
    },
    papers: papers('proposal', 'resolution', 'publicity-proof'),
    ...of,
  };
}

/** A sale of a state-owned unit's asset, complete. */
export function aSale(assetId: string, of: Partial<ListingTerms> = {}): ListingTerms {
  return {
    ...NO_TERMS,
    ...OPEN_TO_ALL,
    title: '旧公务车一辆转让',
    items: [{ assetId, parts: null }],
    tradeKind: 'transfer',
    priceBasis: 'total',
    startPriceFen: fen(60_000_00),
    appraisal: {
      fen: fen(60_000_00),
      agency: '湖州某某资产评估有限公司',
      reportOn: day('2024-04-20'),
      publishedOn: null,
      publicityEndsOn: null,
    },
    papers: papers('application'),
    ...of,
  };
}
