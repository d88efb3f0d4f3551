import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fees as alibaba } from './alibaba/fees.ts';
import { illustrativeFees } from './fees-illustrative.ts';
import { publishedFees } from './fees-published.ts';
import { ruralFees } from './fees-rural.ts';
import { fees as gpai } from './gpai/fees.ts';
import { fees as jd } from './jd/fees.ts';
import { fees as wuxing } from './wuxing/fees.ts';
import { fees as zhebei } from './zhebei/fees.ts';

/** Every fee schedule (收费标准) we know of: our platforms', and for reference those of platforms we do not read. */
export const feeSchedules: readonly FeeSchedule[] = [
  ...alibaba,
  ...gpai,
  ...jd,
  ...wuxing,
  ...zhebei,
  ...publishedFees,
  ...ruralFees,
  ...illustrativeFees,
];
