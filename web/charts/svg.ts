import { LineChart, type LineSeriesOption, ScatterChart, type ScatterSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  LegendComponent,
  type LegendComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([LineChart, ScatterChart, GridComponent, LegendComponent, SVGRenderer]);

/** What a chart is drawn from. */
export type ChartOption = ComposeOption<
  LineSeriesOption | ScatterSeriesOption | GridComponentOption | LegendComponentOption
>;

/** Narrow enough that its letters can still be read where a phone shrinks it. */
const SIZE = { width: 560, height: 340 } as const;

/** The renderer writes a text's font as a style, which the pages' policy refuses. */
function fontAttributes(svg: string): string {
  return svg.replace(/ style="([^"]*)"/g, (_, style: string) => {
    const size = /font-size:([\d.]+)px/.exec(style)?.[1];
    const weight = /font-weight:(\w+)/.exec(style)?.[1];
    return `${size === undefined ? '' : ` font-size="${size}"`}${weight === undefined ? '' : ` font-weight="${weight}"`}`;
  });
}

/**
 * Makes the renderer's output fit for our pages: no style attributes and no style sheet, which the policy refuses; no
 * numbers that count the charts drawn so far, so that a page prints the same again; and ids of its own.
 */
function forPages(svg: string, id: string): string {
  return fontAttributes(svg)
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|ecmeta_\w+|pointer-events)="[^"]*"/g, '')
    .replace(/<(?:rect|path)(?=[^>]*fill="none")(?![^>]*stroke)[^>]*>(?:<\/\w+>)?/g, '')
    .replace(/zr\d+-(?=c\d)/g, `${id}-`)
    .replace(/\n+/g, '')
    .replace(/^<svg [^>]*>/, `<svg class="chart" viewBox="0 0 ${SIZE.width} ${SIZE.height}" aria-hidden="true">`);
}

/**
 * Draws a chart as SVG markup for a page of strict content policy; the same option gives the same text. Readers that
 * cannot see it are told the same by the table beside it.
 *
 * @param id unlike that of any other chart of the page: letters, digits and hyphens
 */
export function chartSvg(id: string, option: ChartOption): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...SIZE });
  try {
    chart.setOption({ animation: false, ...option });
    return forPages(chart.renderToSVGString(), id);
  } finally {
    chart.dispose();
  }
}
