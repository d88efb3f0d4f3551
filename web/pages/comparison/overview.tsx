import { BreachTable, OverdueRefunds } from './clause-tables.tsx';
import { figuresOf } from './figure.tsx';
import { percentText } from './figure-text.ts';
import { HeadlineSentences } from './headlines.tsx';
import { AmountTable, PremiumTable, SuccessTable } from './overview-tables.tsx';
import { SameSaleFees } from './same-sale-fees.tsx';
import { TownshipPlatformTable, TownshipTable } from './townships.tsx';
import type { PartProps } from './view.ts';

/** What a leader asks first, of the whole district. */
function KeyFigures({ view }: PartProps) {
  const { id, outcome } = view.comparison.all;
  const { amount, success, premiums } = outcome;
  const { rate, value, wan } = figuresOf(view);
  const keys = [
    ['成交额(万元)', wan(`${id}/amount`, amount)],
    ['成交率(成交 ÷ 完成竞价)', rate(`${id}/success-official`, success.official)],
    ['平均溢价率', value(`${id}/premium-mean`, premiums.mean.lots, percentText(premiums.mean.rate))],
    ['最高溢价率', value(`${id}/premium-highest`, premiums.highest.lots, percentText(premiums.highest.rate))],
  ] as const;
  return (
    <ul class="keys">
      {keys.map(([label, figure]) => (
        <li class="panel">
          {label} <span class="value">{figure}</span>
        </li>
      ))}
    </ul>
  );
}

/** The overview, in a leader's order. */
export function OverviewContent({ view }: PartProps) {
  return (
    <>
      <KeyFigures view={view} />
      <AmountTable view={view} />
      <SuccessTable view={view} />
      <PremiumTable view={view} />
      <TownshipTable view={view} />
      <TownshipPlatformTable view={view} />
      <OverdueRefunds view={view} />
      <BreachTable view={view} />
      <SameSaleFees view={view} />
      <HeadlineSentences view={view} />
    </>
  );
}
