import type { TemplateKind } from '#shared/domain/handoff/template-kind.ts';
import { currentRound } from '#shared/domain/listing/progress.ts';
import { STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import type { HandoffView } from '#shared/services/desk/handoff/handoff-view.ts';
import { timeText } from '../../../format.ts';
import type { FieldsSheet } from '../../../handoff/sheet.ts';
import { SheetTable } from '../../../handoff/sheet-table.tsx';
import { DeskForm, ErrorSummary, Submit } from '../form.tsx';
import type { FieldErrors, FormValues } from '../form-text.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';
import { placementAddress } from '../placements/words.ts';
import { AddressForm } from './address-form.tsx';
import { handoffAddress, IssuedDocuments, kindName, ResultForms } from './documents.tsx';

interface HandoffPageProps extends Pick<DeskPageProps, 'caller' | 'assets'> {
  readonly view: HandoffView;
  readonly sheet: FieldsSheet;
  readonly hosts: readonly string[];
  readonly formKey: string;
  /** Where the round stands at the platform; `null` before the first approval. */
  readonly placement: Placement | null;
  /** Why the form that was sent is shown again. */
  readonly refused?: { readonly title: string; readonly errors: FieldErrors; readonly typed: FormValues } | undefined;
}

/** Where the system publishes by itself nobody need hand anything over. */
function BySystem({ placement }: Pick<HandoffPageProps, 'placement'>) {
  if (placement?.way !== 'api') return null;
  return (
    <p class="notice">
      这个标的由系统通过平台接口自动准备材料并上架,不用人工移交;人工移交以后,系统不再自动上架。
      <a href={placementAddress(placement.id)}>看上架进展</a>
    </p>
  );
}

function Previews({ id, kinds }: { readonly id: string; readonly kinds: readonly TemplateKind[] }) {
  return (
    <p class="buttons">
      预览:
      {kinds.map((kind) => (
        <a href={handoffAddress(id, `/print/${kind}`)} target="_blank" rel="noopener">
          {kindName(kind)}
        </a>
      ))}
    </p>
  );
}

function Package({ view, formKey }: Pick<HandoffPageProps, 'view' | 'formKey'>) {
  const { handoff, faults, may } = view;
  const { listing } = handoff.source;
  const { handedOver } = currentRound(listing);
  if (handedOver !== null) {
    return (
      <>
        <p>
          {timeText(handedOver.at)} 由 {handedOver.by.name} 移交,平台时限从这时起算。
          <a href={handoffAddress(listing.id, '/package')}>下载移交包(zip)</a>
        </p>
        <p class="soft">移交包校验值(SHA-256):{handedOver.packageSha256}</p>
      </>
    );
  }
  if (faults.length > 0) {
    return (
      <div class="notice wrong">
        <p>移交前还要补齐:</p>
        <ul>
          {faults.map(({ detail }) => (
            <li>{detail}</li>
          ))}
        </ul>
      </div>
    );
  }
  if (!may.handOver) return <p>内容齐全。审批通过后,由产权人或交易中心移交。</p>;
  return (
    <DeskForm action={handoffAddress(listing.id, '/package')} formKey={`${formKey}-package`} version={listing.version}>
      <p>内容齐全。移交时给公告编号、生成移交包,平台时限从移交时起算;移交后条件不能再改。</p>
      <Submit label="移交并生成移交包" />
    </DeskForm>
  );
}

function Link({ view, formKey }: Pick<HandoffPageProps, 'view' | 'formKey'>) {
  if (!view.may.sendLink) return null;
  return (
    <DeskForm action={handoffAddress(view.handoff.source.listing.id, '/link')} formKey={`${formKey}-link`}>
      <p>
        平台经办没有账号时,可以发给他一个一次性链接:14
        天内有效,可下载移交包,并登记一次上架网址。重新生成后,以前的链接作废。
      </p>
      <Submit label="生成一次性链接" quiet />
    </DeskForm>
  );
}

/** All about handing one listing to its platform: what lacks, the package, the way back, the documents about the result. */
export function HandoffPage({ view, sheet, hosts, formKey, placement, refused, ...frame }: HandoffPageProps) {
  const { handoff, may } = view;
  const { listing, platform } = handoff.source;
  const { placed, number } = currentRound(listing);
  return (
    <DeskPage {...frame} title="移交平台" here="listings">
      <h1>移交{platform.name}</h1>
      <p class="state">
        <a href={`/desk/listings/${listing.id}`}>{listing.terms.title ?? '(未命名)'}</a> 第{number}轮 ·{' '}
        {STATE_NAMES[listing.state]}
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <BySystem placement={placement} />
      <h2>移交包</h2>
      <Package view={view} formKey={formKey} />
      <Previews id={listing.id} kinds={view.packageKinds} />
      <Link view={view} formKey={formKey} />
      <h2>上架网址</h2>
      {placed === null ? null : (
        <p>
          <a href={placed.url} rel="noopener noreferrer">
            {placed.url}
          </a>{' '}
          {timeText(placed.at)} 由 {placed.by.name} 登记
        </p>
      )}
      {placed === null && !may.recordAddress ? <p class="soft">移交后,由平台经办、产权人或交易中心登记。</p> : null}
      {may.recordAddress ? (
        <AddressForm
          action={handoffAddress(listing.id, '/address')}
          formKey={`${formKey}-address`}
          version={listing.version}
          hosts={hosts}
          error={refused?.errors['url']}
          typed={refused?.typed}
        />
      ) : null}
      <h2>文书</h2>
      <IssuedDocuments listing={listing} mayScan={may.returnScan} />
      {may.issue ? <ResultForms listing={listing} kinds={view.resultKinds} formKey={formKey} /> : null}
      <h2>字段表</h2>
      <SheetTable sheet={sheet} />
    </DeskPage>
  );
}
