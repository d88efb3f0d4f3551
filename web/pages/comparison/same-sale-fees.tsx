import type { Fen } from '#shared/domain/money.ts';
import { figuresOf } from './figure.tsx';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

interface NameProps {
  readonly name: string;
  readonly isIllustrative: boolean;
}

/** A platform's name, marked where what follows rests on illustrative schedules (示例). */
export function FeeName({ name, isIllustrative }: NameProps) {
  return (
    <>
      {name}
      {isIllustrative ? <span class="badge">示例</span> : null}
    </>
  );
}

/** What every platform would charge on the same sales (同一成交的费用), each side apart. */
export function SameSaleFees({ view }: PartProps) {
  const { count, wan } = figuresOf(view);
  return (
    <FigureTable
      caption="同一成交的费用:全区每一笔成交按各平台收费标准计算(万元)"
      head={[
        '平台',
        '算得出费用的成交',
        '委托方承担',
        '买受人承担',
        '无协议费率,不可比',
        '只有示例费率',
        '缺少计费信息',
      ]}
      rows={view.comparison.platforms.flatMap(({ id, name, fees: { onEverySale } }) => {
        if (onEverySale === null) return [];
        const { lots, sellerFen, buyerFen, illustrative, without } = onEverySale;
        const path = `${id}/fees/every-sale`;
        const amount = (fen: Fen) => wan(path, { fen, lots });
        return [
          [
            <FeeName name={name} isIllustrative={illustrative.length > 0} />,
            count(path, lots),
            amount(sellerFen),
            amount(buyerFen),
            count(`${path}/no-schedule`, without.noSchedule),
            count(`${path}/only-illustrative`, without.onlyIllustrative),
            count(`${path}/facts-missing`, without.factsMissing),
          ],
        ];
      })}
    />
  );
}
