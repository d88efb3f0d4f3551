import { dealAmountOf } from '#shared/domain/comparison/amount.ts';
import type { RoundFacts } from '#shared/domain/comparison/round-facts.ts';
import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { formatWan } from '#shared/domain/money.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { moneyText, roundText, timeText } from '../../format.ts';
import { nameOf } from '../../report/figures.ts';
import { townshipName } from '../../report/scope.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT, UNKNOWN } from '../../words.ts';
import { csvAddress, lotsAddress } from './address.ts';
import { figureName } from './figure-name.ts';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

interface LotsProps extends PartProps {
  /** Path of the figure. */
  readonly figure: string;
  /** Every lot behind it. */
  readonly lots: readonly RoundFacts[];
  /** From 1. */
  readonly page: number;
}

const PAGE_SIZE = 1000;

function cellsOf(lot: RoundFacts, platform: string) {
  const amount = dealAmountOf(lot);
  return [
    <a href={`/lots/${lot.lotId}`}>{lot.lotId}</a>,
    platform,
    STATUS_TEXT[lot.status],
    roundText(lot.round) ?? UNKNOWN,
    lot.township === null ? UNKNOWN : townshipName(lot.township),
    lot.assetClass === null ? UNKNOWN : ASSET_CLASS_TEXT[lot.assetClass],
    lot.tradeCategory === null ? UNKNOWN : CATEGORY_TEXT[lot.tradeCategory],
    lot.tradeKind === null ? UNKNOWN : TRADE_KIND_TEXT[lot.tradeKind],
    moneyText(lot.startPriceFen, lot.priceBasis),
    moneyText(lot.hammerPriceFen, lot.priceBasis),
    amount.kind === 'amount' ? formatWan(amount.fen) : UNKNOWN,
    timeText(lot.endsAt),
  ];
}

const WORDS = ['平台', '状态', '轮次', '镇街', '资产类别', '权属', '流转方式', '竞价结束'] as const;
const HEAD = ['标的', ...WORDS.slice(0, 7), '起拍价', '成交价', '成交金额(万元)', '竞价结束'] as const;

function Pages({ view: { comparison }, figure, lots, page }: LotsProps) {
  const last = Math.max(1, Math.ceil(lots.length / PAGE_SIZE));
  if (last === 1) return null;
  const address = (to: number) => `${lotsAddress(comparison, figure)}&page=${to}`;
  return (
    <nav class="pages" aria-label="翻页">
      {page > 1 ? (
        <a rel="prev" href={address(page - 1)}>
          上一页
        </a>
      ) : null}
      <span>
        第 {page} 页,共 {last} 页
      </span>
      {page < last ? (
        <a rel="next" href={address(page + 1)}>
          下一页
        </a>
      ) : null}
    </nav>
  );
}

/** The lots behind a figure: as many rows as the figure counts. */
export function LotsContent(props: LotsProps) {
  const { view, figure, lots, page } = props;
  const { comparison } = view;
  const shown = lots.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return (
    <>
      <p>
        <strong>{figureName(comparison, figure)}</strong>:共 {lots.length} 个标的。{' '}
        <a href={csvAddress(comparison, figure)}>下载CSV</a>
      </p>
      <FigureTable
        caption="数字背后的标的"
        head={HEAD}
        words={WORDS}
        rows={shown.map((lot) => cellsOf(lot, nameOf(comparison, lot.platform)))}
      />
      <Pages {...props} />
    </>
  );
}
