import { ppm } from '#shared/domain/money.ts';
import type { RoundsPolicy } from '#shared/domain/settings/rounds-policy.ts';
import { type FormValues, formReader, refuseFaults } from '../form-text.ts';

/**
 * Reads the form of rounds.
 * @throws AppError `FORM.INVALID`
 */
export function readRoundsForm(values: FormValues): RoundsPolicy {
  const form = formReader(values);
  const whole = (name: string, from: number, to: number): number => {
    const value = form.whole(name, from, to);
    if (value === null) form.fault(name, `请填写 ${from} 至 ${to} 的整数`);
    return value ?? from;
  };
  const cut = form.percent('suggestedCut');
  if (cut === null) form.fault('suggestedCut', '请填写百分数,如 10');
  const policy: RoundsPolicy = {
    failedRoundsBeforeAgreement: whole('failedRoundsBeforeAgreement', 1, 20),
    suggestedCutPpm: cut ?? ppm(0),
    agreementPublicityWorkingDays: whole('agreementPublicityWorkingDays', 1, 60),
    confirmed: form.isChecked('confirmed'),
  };
  refuseFaults(form.errors);
  return policy;
}
