import { MILESTONES } from '#shared/domain/settlement/milestone.ts';
import { CODE_TYPES, type Party } from '#shared/domain/settlement/party.ts';
import type { RecordedMilestone, RecordedSale } from '#shared/domain/settlement/settlement.ts';
import { type StatedTerm, TERM_MILESTONES } from '#shared/domain/settlement/stated-term.ts';
import { parseBeijing } from '#shared/domain/time.ts';
import { filesIn } from '../files/files-in.ts';
import { type FormReader, refuseFaults } from '../form-text.ts';
import { TERM_STARTS } from './words.ts';

const LONGEST_NOTE = 1000;
const MOST_DAYS = 3650;
const MOST_BIDDERS = 100_000;

function documentIn(form: FormReader): string {
  return filesIn(form.values, 'document')[0] ?? '';
}

/** A field that must be there; noted as a fault where it is not. */
function required<T>(form: FormReader, name: string, value: T | null, missing: string): T | null {
  if (value === null) form.fault(name, missing);
  return value;
}

/** A milestone with its day, or its moment where the clock is said. @throws AppError `FORM.INVALID` */
export function milestoneIn(form: FormReader): RecordedMilestone {
  const milestone = required(form, 'milestone', form.choice('milestone', MILESTONES), '请选择节点');
  const day = required(form, 'on', form.day('on'), '请填写日期');
  const clock = form.text('clock');
  const moment = clock === null || day === null ? null : (parseBeijing(`${day} ${clock}`) ?? null);
  if (clock !== null && moment === null) form.fault('clock', '请填写时刻,如 14:30');
  const note = form.text('note', { most: LONGEST_NOTE });
  refuseFaults(form.errors);
  if (milestone === null || day === null) throw new TypeError('what is missing was refused');
  return { milestone, on: moment ?? day, document: documentIn(form), note };
}

/** An on-site sale. @throws AppError `FORM.INVALID` */
export function saleIn(form: FormReader): RecordedSale {
  const outcome = required(form, 'outcome', form.choice('outcome', ['sold', 'passed-in'] as const), '请选择结果');
  const endedAt = required(form, 'endedAt', form.time('endedAt'), '请填写落槌时间');
  const hammerFen = form.yuan('hammer');
  const bidders = form.whole('bidders', 0, MOST_BIDDERS);
  const note = form.text('note', { most: LONGEST_NOTE });
  refuseFaults(form.errors);
  if (outcome === null || endedAt === null) throw new TypeError('what is missing was refused');
  return { outcome, hammerFen, endedAt, bidders, document: documentIn(form), note };
}

/** A term agreed for the lot. @throws AppError `FORM.INVALID` */
export function termIn(form: FormReader): StatedTerm {
  const starts = Object.keys(TERM_STARTS) as readonly StatedTerm['from'][];
  const milestone = required(form, 'milestone', form.choice('milestone', TERM_MILESTONES), '请选择节点');
  const from = required(form, 'from', form.choice('from', starts), '请选择从何时起算');
  const value = required(form, 'value', form.whole('value', 1, MOST_DAYS), `请填写 1 至 ${MOST_DAYS} 的整数`);
  const unit = form.choice('unit', ['working_day', 'calendar_day'] as const) ?? 'working_day';
  const source = form.text('source', { required: '请写明约定在哪份文件、第几条' });
  refuseFaults(form.errors);
  if (milestone === null || from === null || value === null || source === null) {
    throw new TypeError('what is missing was refused');
  }
  return { milestone, from, value, unit, source, document: documentIn(form) };
}

/** A party's particulars; what is wrong with them the service says. @throws AppError `FORM.INVALID` */
export function partyIn(form: FormReader): Party {
  const codeType = required(form, 'codeType', form.choice('codeType', CODE_TYPES), '请选择证件类型');
  const [name, code] = [form.text('name') ?? '', form.text('code') ?? ''];
  const [contact, phone] = [form.text('contact'), form.text('phone')];
  refuseFaults(form.errors);
  if (codeType === null) throw new TypeError('what is missing was refused');
  return { name, codeType, code, contact, phone };
}
