import { type Caller, hasRole } from '#shared/domain/caller.ts';
import { CLOSING_TEXT, ITEM_STATUS_TEXT } from '#shared/domain/reconciliation/events.ts';
import { ITEM_KIND_TEXT } from '#shared/domain/reconciliation/item-id.ts';
import { MEASURE_TEXT, TOTALS_MEASURES } from '#shared/domain/reconciliation/totals-lines.ts';
import type { ItemDeed, ItemView } from '#shared/services/reconciliation/view.ts';
import { Time } from '../../time.tsx';
import { ErrorSummary } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { ClosingForm, type RefusedForm } from './closing-form.tsx';
import { ListSide } from './list-side.tsx';
import { LotSide } from './lot-side.tsx';
import { TotalsSide } from './totals-side.tsx';
import { BOARD_ADDRESS, evidenceAddress, itemTitle, measureValue } from './words.ts';

interface ItemPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: ItemView;
  readonly formKey: string;
  readonly refused?: RefusedForm | undefined;
}

function Sides({ view: { item, lot, titles } }: Pick<ItemPageProps, 'view'>) {
  const { body } = item;
  if (body.kind === 'lot') return lot === null ? null : <LotSide body={body} lot={lot} />;
  if (body.kind === 'list') return <ListSide body={body} titles={titles} />;
  return <TotalsSide body={body} titles={titles} />;
}

function deedWords(deed: ItemDeed): string {
  if (deed.type === 'closed') return `${CLOSING_TEXT[deed.reason]}${deed.words === '' ? '' : `:${deed.words}`}`;
  return TOTALS_MEASURES.flatMap((measure) => {
    const stated = deed.totals[measure];
    return stated === undefined ? [] : [`${MEASURE_TEXT[measure].name} ${measureValue(measure, stated)}`];
  }).join(',');
}

function Deed({ deed, holds }: { readonly deed: ItemDeed; readonly holds: boolean }) {
  return (
    <li class="step past">
      <strong>{deed.type === 'closed' ? '了结' : '录入平台数字'}</strong> <Time at={deed.at} />{' '}
      <span class="soft">{deed.by.name}</span>
      <span class="source">{deedWords(deed)}</span>
      {deed.fileId === null ? null : <a href={evidenceAddress(deed.fileId)}>依据的文件</a>}
      {deed.type === 'closed' && !holds ? <span class="soft source">其后数字有变化,或另行了结</span> : null}
    </li>
  );
}

function History({ view: { history, item } }: Pick<ItemPageProps, 'view'>) {
  if (history.length === 0) return null;
  const last = history.findLast(({ type }) => type === 'closed');
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">经过</h2>
      <ol class="timeline">
        {history.map((deed) => (
          <Deed deed={deed} holds={deed === last && item.status === 'closed'} />
        ))}
      </ol>
      <p class="soft">时间均为北京时间。</p>
    </section>
  );
}

/** One item with both sides, its evidence, its history, and for the office the form that closes it. */
export function ItemPage(props: ItemPageProps) {
  const { caller, assets, view, formKey, refused } = props;
  const { item } = view;
  const title = itemTitle(item);
  return (
    <DeskPage title={`对账:${title}`} caller={caller} here="reconciliation" assets={assets}>
      <p>
        <a href={BOARD_ADDRESS}>← 对账</a>
      </p>
      <h1>{title}</h1>
      <p class="soft">
        {item.platformName},{ITEM_KIND_TEXT[item.body.kind]}
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <p class="state">
        <strong>{ITEM_STATUS_TEXT[item.status]}</strong>
        {item.differences === 0 ? '' : `,${item.differences} 项差异`}
        {item.status === 'open' && item.closing !== null ? ',了结后数字又有变化' : ''}
      </p>
      <Sides view={view} />
      <History view={view} />
      {item.status === 'open' && hasRole(caller, 'office') ? (
        <ClosingForm item={item} formKey={formKey} refused={refused} />
      ) : null}
    </DeskPage>
  );
}
