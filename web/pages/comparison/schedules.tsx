import type { FeeConfidence } from '#shared/domain/fees/schedule.ts';
import type { ScheduleUse } from '#shared/services/comparison/model-fees.ts';
import { nameOf } from '../../report/figures.ts';
import { UNKNOWN } from '../../words.ts';
import { figuresOf } from './figure.tsx';
import { FeeName } from './same-sale-fees.tsx';
import { FigureTable } from './table.tsx';
import type { PartProps } from './view.ts';

const CONFIDENCE_TEXT: Readonly<Record<FeeConfidence, string>> = {
  agreement: '已签协议',
  documented: '公开来源',
  illustrative: '示例',
};

function datesText({ effectiveFrom, effectiveTo }: ScheduleUse): string {
  if (effectiveFrom === null && effectiveTo === null) return '未注明';
  return `${effectiveFrom ?? '未注明'} 至 ${effectiveTo ?? '今'}`;
}

/** The schedules (收费标准) the fees rest on, with how sure they are. */
export function ScheduleTable({ view }: PartProps) {
  const { comparison } = view;
  const { count } = figuresOf(view);
  const unpriced = comparison.platforms.filter(({ id }) =>
    comparison.schedules.every(({ platform }) => platform !== id),
  );
  return (
    <section aria-labelledby="schedules">
      <h2 id="schedules">采用的收费标准</h2>
      <FigureTable
        caption="收费标准、来源与把握程度"
        head={['平台', '收费标准', '依据', '来源', '协议编号', '有效期', '用于成交']}
        words={['收费标准', '依据', '来源', '协议编号', '有效期']}
        rows={comparison.schedules.map((schedule) => [
          <FeeName
            name={nameOf(comparison, schedule.platform)}
            isIllustrative={schedule.confidence === 'illustrative'}
          />,
          schedule.title,
          CONFIDENCE_TEXT[schedule.confidence],
          schedule.source,
          schedule.agreementNumber ?? UNKNOWN,
          datesText(schedule),
          count(`schedule/${schedule.id}`, schedule.lots),
        ])}
      />
      {unpriced.length === 0 ? null : (
        <p class="notice">无协议费率,不可比:{unpriced.map(({ name }) => name).join('、')}。</p>
      )}
    </section>
  );
}
