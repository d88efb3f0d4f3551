import { createHash } from 'node:crypto';
import { load } from 'cheerio';
import { alibaba } from '#adapters/alibaba/index.ts';
import { LIST_ANCHOR } from '#adapters/alibaba/list.ts';
import { openPage } from '#adapters/kit/page.ts';
import { findScriptBlocks } from '#adapters/kit/script-blocks.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { medians, perSecond, report } from './measure.ts';
import { listPage } from './pages.ts';

const LOTS = 40;
const OBSERVED_AT = fromEpochMs(1_779_003_600_000);

/** Reading a list page: extraction beside the full tree builder, and the whole way from bytes to observations. */
export function benchReading(): void {
  const page = listPage(LOTS, 3);
  const result = medians(
    {
      ladder: () => findScriptBlocks(openPage(page), LIST_ANCHOR).map(({ text }) => JSON.parse(text)),
      cheerio: () => JSON.parse(load(page.toString('utf8'))(`#${LIST_ANCHOR}`).text()),
    },
    40,
  );
  const { ladder = 0, cheerio = 0 } = result;
  const pages = perSecond(() => {
    createHash('sha256').update(page).digest('hex');
    return alibaba.map({ kind: 'list', bytes: page, observedAt: OBSERVED_AT });
  }, 3000);
  report(`list page, ${LOTS} lots, ${page.length} bytes: extraction`, `${ladder.toFixed(3)} ms`);
  report('the same with cheerio.load', `${cheerio.toFixed(3)} ms`);
  report('ratio in this run', `${(cheerio / ladder).toFixed(1)}×`, '≥ 15×');
  report('bytes → sha256 → observations, one core', `${Math.round(pages * LOTS)} /s`, '≥ 50000 /s');
}
