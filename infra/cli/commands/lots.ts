import { STATUS_TEXT } from '#shared/domain/lot-status.ts';
import { moneyText } from '#web/format.ts';
import type { LotJson } from '#web/lot-json.ts';
import type { Command } from '../command.ts';
import { findHost, readJsonLines } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

function lineOf(lot: LotJson): string {
  const price = lot.hammerPriceFen ?? lot.currentPriceFen ?? lot.startPriceFen;
  return [
    STATUS_TEXT[lot.status],
    moneyText(price, lot.priceBasis),
    lot.endsAt ?? '–',
    lot.lotId,
    lot.title ?? '–',
  ].join('\t');
}

export const lotsCommand: Command = {
  name: 'lots',
  usage: '[--json]',
  chinese: '列出系统中的标的(--json 逐行输出)',
  english: 'list the lots of the running host (--json: JSON Lines)',
  flags: ['json'],
  options: [],
  arity: [0, 0],
  async run(args) {
    const lots = (await readJsonLines(findHost(dataDirectory()), '/v1/lots.jsonl')) as readonly LotJson[];
    for (const lot of lots) print(args.has('json') ? JSON.stringify(lot) : lineOf(lot));
    return 0;
  },
};
