/** Start of bidding in `aRow`; it ends a day later. */
export const START = Date.UTC(2026, 4, 20, 2);
export const DAY = 86_400_000;

/** A valid row of a data block, announced and without bids. */
export function aRow(fields: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return {
    id: 1012345678901,
    itemUrl: `//sf.taobao.com/sf_item/${fields['id'] ?? 1012345678901}.htm`,
    title: '湖州市吴兴区商品房一套',
    status: 'todo',
    initialPrice: 100000,
    currentPrice: 100000,
    consultPrice: 200000,
    marketPrice: 0,
    sellOff: false,
    start: START,
    end: START + DAY,
    timeToEnd: 2 * DAY,
    bidCount: 0,
    applyCount: 0,
    delayCount: 0,
    ...fields,
  };
}

/** A list page with one data block per argument, named b0, b1… */
export function aPage(...blocks: readonly (readonly unknown[])[]): string {
  const scripts = blocks.map((data, index) => {
    return `<script class="sf-item-list-data" id="b${index}">${JSON.stringify({ data })}</script>`;
  });
  return `<html><body>${scripts.join('\n')}</body></html>`;
}
