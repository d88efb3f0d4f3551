import type { Admission } from '#shared/domain/settings/platform-profile.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { ASSET_CLASSES, TRADE_CATEGORIES } from '#shared/domain/trade.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

/** Reads a day that has to be there; a form with a fault is refused before the stand-in is used. */
function dayIn(form: FormReader, name: string): LocalDate {
  const day = form.day(name);
  if (day === null) form.fault(name, '请填写日期,如 2026-05-06');
  return day ?? ('1970-01-01' as LocalDate);
}

/**
 * Reads a new admission.
 * @throws AppError `FORM.INVALID`
 */
export function readAdmissionForm(values: FormValues): Admission {
  const form = formReader(values);
  const [classes, categories] = [form.list('assetClasses'), form.list('categories')];
  const admission: Admission = {
    platform: form.text('platform', { required: '请选择平台' }) ?? '',
    assetClasses: ASSET_CLASSES.filter((each) => classes.includes(each)),
    categories: TRADE_CATEGORIES.filter((each) => categories.includes(each)),
    from: dayIn(form, 'from'),
    until: form.day('until'),
    basis: form.text('basis', { most: 500, required: '请填写依据' }) ?? '',
  };
  if (admission.until !== null && admission.until < admission.from) form.fault('until', '截止日早于开始日');
  refuseFaults(form.errors);
  return admission;
}

/** Which admission ends, by its place in the list of `count`, and when. */
export interface AdmissionEnd {
  readonly place: number;
  readonly until: LocalDate;
}

/**
 * Reads the end of an admission.
 * @throws AppError `FORM.INVALID`
 */
export function readAdmissionEnd(values: FormValues, count: number): AdmissionEnd {
  const form = formReader(values);
  const place = form.whole('place', 0, Math.max(0, count - 1));
  if (place === null) form.fault('place', '请选择停止哪一项');
  const until = dayIn(form, 'lastDay');
  refuseFaults(form.errors);
  return { place: place ?? 0, until };
}
