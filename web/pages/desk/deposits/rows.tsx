import { HOLDER_NAMES } from '#shared/domain/deposits/events.ts';
import { isLate } from '#shared/domain/deposits/refund-clock.ts';
import type { DepositLine } from '#shared/domain/deposits/totals.ts';
import { type Fen, formatYuan } from '#shared/domain/money.ts';
import type { Instant } from '#shared/domain/time.ts';
import { differenceText, dueText, lotDepositsAddress } from './words.ts';

interface RowsProps {
  readonly lines: readonly DepositLine[];
  readonly now: Instant;
  /** Name of a platform by its id. */
  readonly platformName: (id: string) => string;
  /** The lot is said above the table. */
  readonly ofOneLot?: boolean;
}

function Money({ label, amount }: { readonly label: string; readonly amount: Fen }) {
  return (
    <td class="number" data-label={label}>
      {formatYuan(amount)}
    </td>
  );
}

function Row({ line, now, platformName, ofOneLot }: Omit<RowsProps, 'lines'> & { readonly line: DepositLine }) {
  const { account, due, lotId, title, platform } = line;
  const { counted, bidder, holder } = account;
  return (
    <tr class={isLate(due, counted.held, now) ? 'late' : undefined}>
      {ofOneLot === true ? null : (
        <th scope="row">
          <a href={lotDepositsAddress(lotId)}>{title ?? lotId}</a> <span class="soft">{platformName(platform)}</span>
        </th>
      )}
      <td data-label="竞买号">{bidder}</td>
      <td data-label="保管方">{HOLDER_NAMES[holder]}</td>
      <Money label="已交" amount={counted.paid} />
      <Money label="转价款" amount={counted.toPrice} />
      <Money label="转履约保证金" amount={counted.toBond} />
      <Money label="转出未报" amount={counted.toUnsaid} />
      <Money label="已退还" amount={counted.refunded} />
      <Money label="没收" amount={counted.forfeited} />
      <Money label="在途" amount={counted.held} />
      <td class="words" data-label="应退">
        {dueText(due, counted.held, now)}
        {account.differences.length === 0 ? null : (
          <span class="source wrong">平台与登记不一致:{differenceText(line)}</span>
        )}
      </td>
    </tr>
  );
}

/** Deposits, a row each. */
export function DepositRows({ lines, ...rest }: RowsProps) {
  if (lines.length === 0) return <p class="soft">没有保证金记录。</p>;
  const headings = ['竞买号', '保管方', '已交', '转价款', '转履约保证金', '转出未报', '已退还', '没收', '在途', '应退'];
  return (
    <div class="scroll">
      <table class="stacked figures">
        <thead>
          <tr>
            {(rest.ofOneLot === true ? headings : ['标的', ...headings]).map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row line={line} {...rest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
