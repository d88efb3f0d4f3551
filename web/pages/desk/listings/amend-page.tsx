import { currentRound } from '#shared/domain/listing/progress.ts';
import type { ListingWindows } from '#shared/domain/listing/terms.ts';
import { placementId } from '#shared/domain/placement/placement.ts';
import type { ToldBy } from '#shared/services/desk/listing/told-by.ts';
import { DateInput, DateTimeInput, DeskForm, Submit, TextArea, TextInput } from '../form.tsx';
import { timeValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { placementAddress } from '../placements/words.ts';
import { VerdictLine } from '../verdicts.tsx';
import { Amendments } from './amendments.tsx';
import { type EntryView, fieldOf } from './entry.tsx';
import { RefusedNotice } from './refused.tsx';
import { fieldNameOf } from './steps.ts';
import { UNTITLED } from './words.ts';

const DAYS = [
  ['viewingFrom', '看样开始日'],
  ['viewingUntil', '看样结束日'],
] as const satisfies readonly (readonly [keyof ListingWindows, string])[];

const TIMES = [
  ['registrationEndsAt', '报名截止'],
  ['biddingStartsAt', '竞价开始'],
  ['biddingEndsAt', '竞价结束(不含延时)'],
] as const satisfies readonly (readonly [keyof ListingWindows, string])[];

const OTHERS = ['title', 'deposit.dueAt', 'contact.name', 'contact.phone', 'remarks'];
const FIELDS: readonly string[] = [...OTHERS, ...[...DAYS, ...TIMES].map(([field]) => `windows.${field}`)];

/** Address of the form that amends a listing. */
export function amendAddress(listingId: string): string {
  return `/desk/listings/${listingId}/amend`;
}

interface AmendPageProps {
  readonly view: EntryView;
  readonly toldBy: ToldBy;
  /** Whether it was saved just now. */
  readonly isSaved: boolean;
}

/** What the rules say, with the rule; what is right needs no words. */
function told({ verdicts }: EntryView): EntryView['verdicts'] {
  return verdicts.filter(({ kind }) => kind === 'breach' || kind === 'warning');
}

/** A field of the form; what a rule says of it stands beside it once, with the rule. */
function amendField(view: EntryView, name: string, label: string, stored: string, hint?: string) {
  const field = fieldOf(view, name, label, stored, hint);
  const isSaid = field.verdicts.some(({ sentence }) => sentence === field.error);
  return isSaid ? { ...field, error: undefined } : field;
}

/** What a platform does not hear of by itself has to be told by somebody. */
function Telling({ view: { listing }, toldBy }: Pick<AmendPageProps, 'view' | 'toldBy'>) {
  const placement = placementAddress(placementId(listing.id, currentRound(listing).number));
  return (
    <p>
      {toldBy === 'system'
        ? '保存后由系统自动告知平台,平台是否改好可在'
        : '这个平台不能由系统告知:保存后请人工告知平台,平台改好后在'}
      <a href={placement}>上架看板</a>
      {toldBy === 'system' ? '查看。' : '登记。'}
    </p>
  );
}

function Saved({ isSaved, toldBy }: Pick<AmendPageProps, 'isSaved' | 'toldBy'>) {
  if (!isSaved) return null;
  return (
    <p class="notice" role="status">
      变更已保存。{toldBy === 'system' ? '系统正在告知平台。' : '请现在告知平台。'}
    </p>
  );
}

/** A reason for each rule that warns of what was entered; the rule stands in the hint. */
function Reasons({ view }: { readonly view: EntryView }) {
  const warnings = told(view).filter(({ kind }) => kind === 'warning');
  if (warnings.length === 0) return null;
  return (
    <>
      <p>以下提示可以说明理由后保存:</p>
      {warnings.map(({ rule, citation, sentence }) => (
        <TextArea {...fieldOf(view, `reasons.${rule}`, `理由:${citation}`, '', sentence)} required />
      ))}
    </>
  );
}

function Fields({ view }: { readonly view: EntryView }) {
  const { title, windows, deposit, contact, remarks } = view.listing.terms;
  return (
    <>
      <TextInput {...amendField(view, 'title', '项目名称', title ?? '')} required />
      {DAYS.map(([field, label]) => (
        <DateInput {...amendField(view, `windows.${field}`, label, windows[field] ?? '')} />
      ))}
      {TIMES.map(([field, label]) => (
        <DateTimeInput {...amendField(view, `windows.${field}`, label, timeValue(windows[field]), '北京时间。')} />
      ))}
      <DateTimeInput {...amendField(view, 'deposit.dueAt', '保证金到账截止', timeValue(deposit.dueAt), '北京时间。')} />
      <TextInput {...amendField(view, 'contact.name', '联系人', contact.name ?? '')} required />
      <TextInput {...amendField(view, 'contact.phone', '联系电话', contact.phone ?? '')} required />
      <TextArea {...amendField(view, 'remarks', '其他说明', remarks ?? '')} />
      <TextArea {...amendField(view, 'reason', '变更原因', '', '会随变更一起告知平台。')} required />
    </>
  );
}

/** The page on which the office changes what a platform has: what may change, why, and how the platform hears of it. */
export function AmendPage({ view, toldBy, isSaved }: AmendPageProps) {
  const { listing, caller, assets, refused, formKey } = view;
  const title = listing.terms.title ?? UNTITLED;
  const loose = told(view).filter(({ pointer }) => pointer === null || !FIELDS.includes(fieldNameOf(pointer)));
  return (
    <DeskPage title={`变更 - ${title}`} caller={caller} here="listings" assets={assets}>
      <p>
        <a href={`/desk/listings/${listing.id}`}>← {title}</a>
      </p>
      <h1>变更已移交平台的内容</h1>
      <Saved isSaved={isSaved} toldBy={toldBy} />
      <RefusedNotice refused={refused} />
      <p>竞价开始前可以变更时间、联系方式、名称和说明;价格、标的等已批准的条件不能变更,需要时请撤回后重新挂牌。</p>
      <Telling view={view} toldBy={toldBy} />
      <Amendments listing={listing} />
      {loose.map((verdict) => (
        <VerdictLine verdict={verdict} />
      ))}
      <DeskForm action={amendAddress(listing.id)} formKey={formKey} version={listing.version}>
        <Fields view={view} />
        <Reasons view={view} />
        <Submit label="保存变更" />
      </DeskForm>
    </DeskPage>
  );
}
