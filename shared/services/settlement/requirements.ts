import type { Caller } from '../../domain/caller.ts';
import { dayOf, type Moment } from '../../domain/rules/periods.ts';
import { outcomeOf, soldAtOf } from '../../domain/settlement/outcome.ts';
import { beijingDate, type Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { RequestFault } from '../../errors/problem.ts';
import { usableFiles } from '../desk/files/read-file.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { type Deciding, wrongSettlementState } from './change-settlement.ts';
import type { KnownLot } from './known-lot.ts';

const LONGEST_TEXT = 1000;

/** @throws AppError `FORM.INVALID` naming the field, Chinese `detail` */
export function refuseField(field: string, detail: string): never {
  const errors: readonly RequestFault[] = [{ pointer: `/${field}`, detail }];
  throw new AppError('FORM.INVALID', 'the form has faults', {
    details: { errors: errors.map((each) => ({ ...each })) },
  });
}

/** The words themselves, without blanks around them. @throws AppError `FORM.INVALID` when there are none or too many */
export function requireWords(field: string, text: string, missing: string): string {
  const words = text.trim();
  if (words === '') refuseField(field, missing);
  if (words.length > LONGEST_TEXT) refuseField(field, `最多 ${LONGEST_TEXT} 个字`);
  return words;
}

/** When the lot was sold. @throws AppError `SETTLEMENT.STATE` unless it was, and the buyer did not default */
export function requireSold({ known, settlement }: Deciding): Instant {
  const outcome = outcomeOf(known.card, settlement);
  if (outcome === 'defaulted') throw wrongSettlementState('已登记悔拍');
  const soldAt = soldAtOf(known.card, settlement);
  if (outcome !== 'sold' || soldAt === null) throw wrongSettlementState('标的没有成交');
  return soldAt;
}

/** @throws AppError `FORM.INVALID` for a moment before the sale, or after `until`; `null`: it may be still to come */
export function requireAfterSale(field: string, on: Moment, soldAt: Instant, until: Instant | null): void {
  if (dayOf(on) < beijingDate(soldAt)) refuseField(field, '早于成交日');
  if (until !== null && dayOf(on) > beijingDate(until)) refuseField(field, '日期还没有到,办理后再登记');
}

/**
 * The paper that shows it, of the lot's owner and fit for use.
 * @throws AppError `SETTLEMENT.OWNER_UNKNOWN`, `FORM.INVALID` without one, and as `usableFiles`
 */
export async function requireDocument(
  caller: Caller,
  ports: Pick<EventPorts, 'records'>,
  { owner }: KnownLot,
  document: string,
): Promise<string> {
  if (owner === null) throw new AppError('SETTLEMENT.OWNER_UNKNOWN', 'nobody knows whose lot it is');
  if (document === '') refuseField('document', '请上传证明材料');
  await usableFiles(caller, ports, owner.id, [document]);
  return document;
}
