import type { RequestFault } from '../../errors/problem.ts';
import { addMonths } from '../rules/periods.ts';
import type { ContractTerms } from './contract.ts';

/** 农村土地承包法第二十一条: no lease or contract of ours runs longer. A lease beyond twenty years only warns. */
const LONGEST_YEARS = 70;
/** 民法典第七百零五条. */
const LEASE_YEARS = 20;

/** A yearly rise beyond it was written in the wrong unit. */
const MOST_ESCALATION_PPM = 1_000_000;

/** 1000亿元, as elsewhere: beyond belief. */
const MOST_FEN = 10_000_000_000_000;

/** Everything wrong with the terms of a contract, by field; Chinese. */
export function contractFaults(terms: ContractTerms): readonly RequestFault[] {
  const { number, startsOn, endsOn, yearlyRentFen, escalationPpm, bondFen } = terms;
  const faults: RequestFault[] = [];
  const fault = (field: string, detail: string) => faults.push({ pointer: `/${field}`, detail });
  if (number.trim() === '') fault('number', '请填写合同编号');
  if (endsOn < startsOn) fault('endsOn', '终止日早于起始日');
  else if (endsOn >= addMonths(startsOn, LONGEST_YEARS * 12)) fault('endsOn', `期限超过 ${LONGEST_YEARS} 年`);
  if (yearlyRentFen < 0 || yearlyRentFen > MOST_FEN) fault('yearlyRent', '请填写首年租金');
  if (escalationPpm < 0 || escalationPpm > MOST_ESCALATION_PPM) fault('escalation', '请填写每年递增的百分数');
  if (bondFen !== null && (bondFen < 0 || bondFen > MOST_FEN)) fault('bond', '请填写履约保证金');
  return faults;
}

/** What is doubtful but may stand, Chinese. */
export function contractWarnings({ startsOn, endsOn }: ContractTerms): readonly string[] {
  const isLong = endsOn >= addMonths(startsOn, LEASE_YEARS * 12);
  return isLong ? ['租赁期限超过二十年的,超过部分无效(《民法典》第七百零五条);承包合同另有规定。'] : [];
}
