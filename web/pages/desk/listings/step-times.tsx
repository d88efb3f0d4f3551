import type { ListingWindows } from '#shared/domain/listing/terms.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { fieldId } from '../field.tsx';
import { DateInput, DateTimeInput } from '../form.tsx';
import { timeValue } from '../form-text.ts';
import { type EntryView, fieldOf, StepForm, verdictsAt } from './entry.tsx';

const DAYS = [
  ['noticeOn', '公告发布日', '当天记作第 0 天,期间从次日起算。'],
  ['viewingFrom', '看样开始日', undefined],
  ['viewingUntil', '看样结束日', undefined],
] as const satisfies readonly (readonly [keyof ListingWindows, string, string | undefined])[];

const TIMES = [
  ['registrationEndsAt', '报名截止'],
  ['biddingStartsAt', '竞价开始'],
  ['biddingEndsAt', '竞价结束(不含延时)'],
] as const satisfies readonly (readonly [keyof ListingWindows, string])[];

/** Clock a lawful day is offered with: the one already entered, else the usual ten o'clock. */
function offeredTime(entered: string, day: LocalDate): string {
  return `${day}T${entered.slice(11) || '10:00'}`;
}

/** The first lawful day, offered: by a click where scripts run, by its date where they do not. */
function Offer({ view, name, value }: { readonly view: EntryView; readonly name: string; readonly value: string }) {
  const days = verdictsAt(view.verdicts, name).flatMap(({ earliest, kind }) =>
    earliest !== null && (kind === 'breach' || kind === 'warning') ? [earliest] : [],
  );
  const day = days.toSorted().at(-1);
  if (day === undefined) return null;
  const isDay = DAYS.some(([field]) => name === `windows.${field}`);
  const offered = isDay ? day : offeredTime(value, day);
  return (
    <p class="buttons">
      <button type="button" class="quiet" hidden data-fill={fieldId(name)} data-value={offered}>
        改为 {offered.replace('T', ' ')}
      </button>
      <a href={`?${new URLSearchParams({ [name]: offered }).toString()}#${fieldId(name)}`}>
        按最早合规日 {offered.replace('T', ' ')} 填写
      </a>
    </p>
  );
}

/** Step 3: when what happens. */
export function TimesStep({ view }: { readonly view: EntryView }) {
  const { windows } = view.listing.terms;
  const fields = [...DAYS, ...TIMES].map(([field]) => `windows.${field}`);
  return (
    <StepForm view={view} step="times" fields={fields}>
      {DAYS.map(([field, label, hint]) => {
        const props = fieldOf(view, `windows.${field}`, label, windows[field] ?? '', hint);
        return (
          <div>
            <DateInput {...props} />
            <Offer view={view} name={props.name} value={props.value} />
          </div>
        );
      })}
      {TIMES.map(([field, label]) => {
        const props = fieldOf(view, `windows.${field}`, label, timeValue(windows[field]), '北京时间。');
        return (
          <div>
            <DateTimeInput {...props} />
            <Offer view={view} name={props.name} value={props.value} />
          </div>
        );
      })}
    </StepForm>
  );
}
