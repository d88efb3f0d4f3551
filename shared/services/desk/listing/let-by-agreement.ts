import type { Note } from '../../../domain/asset/note.ts';
import { startOfDay } from '../../../domain/calendar/beijing-day.ts';
import { STATE_CALENDAR } from '../../../domain/calendar/working-days.ts';
import type { Caller } from '../../../domain/caller.ts';
import type { Listing } from '../../../domain/listing/listing.ts';
import { failedRounds } from '../../../domain/listing/progress.ts';
import { approvedFloor } from '../../../domain/listing/rounds.ts';
import { type Fen, formatYuan } from '../../../domain/money.ts';
import type { RoundsPolicy } from '../../../domain/settings/rounds-policy.ts';
import type { LocalDate } from '../../../domain/time.ts';
import type { Command, Committed } from '../../events/aggregate.ts';
import { refuseFaults } from '../asset/refuse-faults.ts';
import { usableFiles } from '../files/read-file.ts';
import { readSettings } from '../settings/read-settings.ts';
import { changeListing } from './change-listing.ts';
import { lockListing } from './listing-lock.ts';
import type { ListingPorts } from './listing-ports.ts';
import { requireText } from './require-text.ts';

/** A letting by agreement as the office puts it on record. */
export interface AgreementBody {
  readonly priceFen: Fen;
  readonly publicityFrom: LocalDate;
  readonly publicityUntil: LocalDate;
  /** Ids of stored files: the proof of publicity, the agreement. */
  readonly papers: readonly string[];
  readonly reason: string;
}

/**
 * Lets by agreement after failed rounds (协议出租): the office's record, counted apart from sales. Not below the last
 * approved floor, and only after the publicity the office has set.
 *
 * @throws AppError as `changeListing`; `FORM.INVALID` for a transfer, too few failed rounds, a price below the floor, a
 * publicity too short or not over, or without papers and reason; as `usableFiles`, `ASSET.LOCKED`
 */
export async function letByAgreement(
  caller: Caller,
  ports: ListingPorts,
  id: string,
  command: Command,
  body: AgreementBody,
): Promise<Committed<Listing>> {
  requireText('/reason', body.reason, '请写明协议出租的理由和对象的产生办法。');
  return changeListing(caller, ports, id, command, {
    type: 'let-by-agreement',
    event: async ({ listing, today }) => {
      const { value: policy } = await readSettings(ports, 'rounds');
      refuseFaults([
        ...roundFaults(listing, policy),
        ...priceFaults(listing, body),
        ...publicityFaults(body, policy, today),
      ]);
      await usableFiles(caller, ports, listing.ownerId, body.papers);
      await lockListing(ports, listing);
      const { priceFen, publicityFrom, publicityUntil, papers, reason } = body;
      return { type: 'let-by-agreement', data: { priceFen, publicityFrom, publicityUntil, papers, reason } };
    },
  });
}

function roundFaults(listing: Listing, { failedRoundsBeforeAgreement }: RoundsPolicy): readonly Note[] {
  const failed = failedRounds(listing);
  const { tradeKind } = listing.terms;
  const isLetting = tradeKind === 'lease' || tradeKind === 'contract_out';
  return [
    ...(isLetting ? [] : [{ pointer: '', sentence: '只有出租、发包可以协议出租。' }]),
    ...(failed >= failedRoundsBeforeAgreement
      ? []
      : [{ pointer: '', sentence: `流拍 ${failedRoundsBeforeAgreement} 轮后才能协议出租,现在流拍 ${failed} 轮。` }]),
  ];
}

function priceFaults(listing: Listing, { priceFen }: AgreementBody): readonly Note[] {
  const floor = approvedFloor(listing);
  if (floor === null || priceFen >= floor) return [];
  return [{ pointer: '/priceFen', sentence: `不能低于最后一次批准的最低价 ${formatYuan(floor)} 元。` }];
}

function publicityFaults(
  { publicityFrom, publicityUntil, papers }: AgreementBody,
  { agreementPublicityWorkingDays: wanted }: RoundsPolicy,
  today: LocalDate,
): readonly Note[] {
  if (publicityUntil < publicityFrom) return [{ pointer: '/publicityUntil', sentence: '公示结束早于开始。' }];
  const last = STATE_CALENDAR.lastDay(startOfDay(publicityFrom), wanted);
  return [
    ...(last.kind === 'unknown-year'
      ? [{ pointer: '/publicityFrom', sentence: `${last.year} 年的节假日安排还没有录入,不能计算公示期。` }]
      : []),
    ...(last.kind === 'day' && publicityUntil < last.day
      ? [{ pointer: '/publicityUntil', sentence: `公示不少于 ${wanted} 个工作日,最早到 ${last.day} 结束。` }]
      : []),
    ...(publicityUntil >= today ? [{ pointer: '/publicityUntil', sentence: '公示结束后才能登记。' }] : []),
    ...(papers.length === 0 ? [{ pointer: '/papers', sentence: '请上传公示证明和协议。' }] : []),
  ];
}
