import { AlignmentType, Paragraph } from 'docx';
import { ChartRun } from 'docx/charts';
import { NUMBER_FORMATS } from '../cells.ts';
import type { ReportChart } from '../report.ts';

const SIZE = { width: 560, height: 280 };

/** Colours that stay apart in print and for people who see few of them. */
const COLOURS = ['4472C4', 'ED7D31', '7F7F7F', 'FFC000', '5B9BD5', '70AD47'];

/** What a reader hears who cannot see the chart. */
function spoken({ name, categories, series }: ReportChart): string {
  const lines = series.map(({ name: of, values }) => {
    const points = categories.map((category, index) => `${category} ${values[index]?.text ?? ''}`);
    return `${of}:${points.join(',')}`;
  });
  return [name, ...lines].join(';');
}

/** A chart drawn by Word from its own data: columns, with their values on them; unknown is a gap. */
export function chart(of: ReportChart): Paragraph {
  const numberFormat = NUMBER_FORMATS[of.format];
  const drawn = new ChartRun({
    type: 'column',
    categories: [...of.categories],
    series: of.series.map(({ name, values }, index) => ({
      name,
      values: values.map(({ number }) => number?.value ?? null),
      color: COLOURS[index % COLOURS.length] ?? '7F7F7F',
    })),
    legend: of.series.length > 1 ? { position: 'bottom' } : false,
    dataLabels: { value: true, numberFormat },
    valueAxis: { title: of.unit, numberFormat, minimum: 0 },
    font: { name: '宋体' },
    transformation: SIZE,
    altText: { id: String(of.number), name: of.name, description: spoken(of) },
  });
  return new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [drawn] });
}
