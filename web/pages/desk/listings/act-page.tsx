import { approvedFloor, cutsOf } from '#shared/domain/listing/rounds.ts';
import { moneyText } from '../../../format.ts';
import { withAttached } from '../files/files-in.ts';
import { UploadField, UploadForm } from '../files/upload-field.tsx';
import { DateInput, DateTimeInput, DeskForm, MoneyInput, Radios, Submit, TextArea, TextInput } from '../form.tsx';
import { timeValue, yuanValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { ACTS, type Act, actAddress } from './acts.ts';
import { type EntryView, fieldOf } from './entry.tsx';
import { RefusedNotice } from './refused.tsx';
import { cutText, Rounds } from './rounds.tsx';
import { UNTITLED } from './words.ts';

function Withdraw({ view }: { readonly view: EntryView }) {
  return (
    <>
      <p>撤回后不能恢复;所占用的资产随即释放,可以另行挂牌。</p>
      <TextArea {...fieldOf(view, 'reason', '撤回原因', '')} required />
    </>
  );
}

function EndRound({ view }: { readonly view: EntryView }) {
  const isSold = view.listing.state === 'sold';
  const { value, ...field } = fieldOf(view, 'outcome', '结果', isSold ? 'defaulted' : '');
  const all = [
    ['sold', '成交'],
    ['failed', '流拍'],
    ['defaulted', '悔拍'],
  ] as const;
  return (
    <>
      <Radios {...field} required options={isSold ? [['defaulted', '悔拍']] : all} values={[value]} />
      {isSold ? null : <MoneyInput {...fieldOf(view, 'hammerYuan', '成交价', '', '成交时填写。')} />}
      <DateTimeInput {...fieldOf(view, 'at', '结束时间', '', '北京时间。')} required />
      <TextArea {...fieldOf(view, 'cause', '依据', '', '如平台成交公告、无人报名、买受人未按期付款。')} required />
      <p class="hint">成交确认书、悔拍说明等材料,登记后可在“材料包和文书”里交回。</p>
    </>
  );
}

function NextRound({ view }: { readonly view: EntryView }) {
  const { terms } = view.listing;
  const { windows, resolution } = terms;
  const cuts = cutsOf(view.listing);
  const last = cuts.at(-1);
  const price = fieldOf(view, 'startPriceYuan', '新起拍价', yuanValue(terms.startPriceFen));
  return (
    <>
      <Rounds listing={view.listing} cuts={cuts} />
      <p>
        上一轮起拍价 {moneyText(terms.startPriceFen, terms.priceBasis)}
        {last === undefined ? '' : `,累计已${cutText(last.cumulativePpm)}`}
        ;决议允许的最低价 {moneyText(resolution.floorFen, terms.priceBasis)}
        。低于决议允许的最低价,要重新表决并重走审核。
      </p>
      <MoneyInput {...price} required />
      <DateInput {...fieldOf(view, 'windows.noticeOn', '公告发布日', '')} />
      <DateTimeInput {...fieldOf(view, 'windows.registrationEndsAt', '报名截止', '')} />
      <DateTimeInput {...fieldOf(view, 'windows.biddingStartsAt', '竞价开始', '')} />
      <DateTimeInput {...fieldOf(view, 'windows.biddingEndsAt', '竞价结束', '')} />
      <p class="hint">上一轮竞价开始于 {timeValue(windows.biddingStartsAt).replace('T', ' ') || '(未填)'}。</p>
      <TextInput {...fieldOf(view, 'decidedBy', '由谁决定', '', '如社管会、成员代表会议。')} required />
      <DateInput {...fieldOf(view, 'decidedOn', '决定日期', '')} required />
    </>
  );
}

function Agreement({ view }: { readonly view: EntryView }) {
  const floor = approvedFloor(view.listing);
  return (
    <>
      <p>
        协议出租只用于多轮流拍之后:价格不得低于最后一次批准的最低价 {moneyText(floor, view.listing.terms.priceBasis)}
        ,须公示并由交易中心备案。
      </p>
      <MoneyInput {...fieldOf(view, 'priceYuan', '协议价', yuanValue(floor))} required />
      <DateInput {...fieldOf(view, 'publicityFrom', '公示起', '')} required />
      <DateInput {...fieldOf(view, 'publicityUntil', '公示止', '')} required />
      <PaperChoice view={view} />
      <TextArea {...fieldOf(view, 'reason', '理由', '')} required />
    </>
  );
}

function PaperChoice({ view }: { readonly view: EntryView }) {
  return (
    <UploadField
      name="papers"
      label="公示证明、协议"
      accept="papers"
      multiple
      ownerId={view.owner.id}
      files={withAttached(view.url, 'papers', []).flatMap((id) => view.files.get(id) ?? [])}
      error={view.refused?.errors['papers']}
    />
  );
}

function ActFields({ act, view }: { readonly act: Act; readonly view: EntryView }) {
  switch (act) {
    case 'withdraw':
      return <Withdraw view={view} />;
    case 'end-round':
      return <EndRound view={view} />;
    case 'next-round':
      return <NextRound view={view} />;
    case 'agreement':
      return <Agreement view={view} />;
  }
}

/** The page of one act on a listing: what it means, and its form. */
export function ActPage({ act, view }: { readonly act: Act; readonly view: EntryView }) {
  const { listing, caller, assets, refused, formKey } = view;
  const { label } = ACTS[act];
  const title = listing.terms.title ?? UNTITLED;
  return (
    <DeskPage title={`${label} - ${title}`} caller={caller} here="listings" assets={assets}>
      <p>
        <a href={`/desk/listings/${listing.id}`}>← {title}</a>
      </p>
      <h1>{label}</h1>
      <RefusedNotice refused={refused} />
      <DeskForm action={actAddress(listing.id, act)} formKey={formKey} version={listing.version}>
        <ActFields act={act} view={view} />
        <Submit label={label} />
      </DeskForm>
      {act === 'agreement' ? (
        <UploadForm
          name="papers"
          ownerId={view.owner.id}
          formKey={`${formKey}-papers`}
          back={actAddress(listing.id, act)}
        />
      ) : null}
    </DeskPage>
  );
}
