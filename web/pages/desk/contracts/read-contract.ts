import { type ContractTerms, ENDINGS } from '#shared/domain/contract/contract.ts';
import { ppm } from '#shared/domain/money.ts';
import type { EndBody } from '#shared/services/contract/end-contract.ts';
import { filesIn } from '../files/files-in.ts';
import { type FormReader, refuseFaults } from '../form-text.ts';

const LONGEST_TEXT = 1000;

/** The terms of a contract, read from its form. @throws AppError `FORM.INVALID` */
export function contractTermsIn(form: FormReader): ContractTerms {
  const number = form.text('number', { required: '请填写合同编号' });
  const [startsOn, endsOn] = [form.day('startsOn'), form.day('endsOn')];
  if (startsOn === null) form.fault('startsOn', '请填写起始日');
  if (endsOn === null) form.fault('endsOn', '请填写终止日');
  const yearlyRentFen = form.yuan('yearlyRent');
  if (yearlyRentFen === null) form.fault('yearlyRent', '请填写首年租金');
  const escalation = form.percent('escalation');
  if (escalation === null) form.fault('escalation', '请填写每年递增的百分数,不递增的填 0');
  const rest = {
    assetId: form.text('assetId'),
    lotId: form.text('lotId', { most: 700 }),
    bondFen: form.yuan('bond'),
    scan: filesIn(form.values, 'scan')[0] ?? null,
    note: form.text('note', { most: LONGEST_TEXT }),
  };
  refuseFaults(form.errors);
  if (number === null || startsOn === null || endsOn === null || yearlyRentFen === null) {
    throw new TypeError('what is missing was refused');
  }
  return { number, startsOn, endsOn, yearlyRentFen, escalationPpm: escalation ?? ppm(0), ...rest };
}

/** How a contract ended, read from its form. @throws AppError `FORM.INVALID` */
export function endIn(form: FormReader): EndBody {
  const [how, on] = [form.choice('how', ENDINGS), form.day('on')];
  const reason = form.text('reason', { most: LONGEST_TEXT }) ?? '';
  if (how === null) form.fault('how', '请选择怎样终止');
  if (on === null) form.fault('on', '请填写日期');
  refuseFaults(form.errors);
  if (how === null || on === null) throw new TypeError('what is missing was refused');
  return { how, on, reason };
}
