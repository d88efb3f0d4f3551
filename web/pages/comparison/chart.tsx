import { raw } from 'hono/html';

interface ChartProps {
  /** As a chart function of `web/charts` made it: its own markup, with every text in it encoded. */
  readonly svg: string;
  readonly caption: string;
}

/** A chart with what it shows in words; the table beside it says the same to who cannot see it. */
export function Chart({ svg, caption }: ChartProps) {
  return (
    <figure class="charted">
      {raw(svg)}
      <figcaption>{caption}</figcaption>
    </figure>
  );
}
