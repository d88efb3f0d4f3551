import type { CheerioAPI } from 'cheerio/slim';
import { toPlainText } from '#shared/domain/plain-text.ts';
import type { MappedDocument, QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { collectUnread } from '../kit/drifting.ts';
import type { Page } from '../kit/page.ts';
import { drift } from '../kit/refusal.ts';
import { readRows, refuseIfDrifted, toPointer } from '../kit/rows.ts';
import { uniqueLots } from '../kit/unique-lots.ts';
import { readLabelled } from './labelled.ts';
import { KNOWN_LABELS, type RowText, readListRow } from './list-row.ts';
import { openWhole } from './open-whole.ts';

/** The first one holds the lots found; a second of the same class recommends others. */
const LIST = 'ul.main-col-list';
const ROW = 'div.list-item';
const TOTAL = '.filtbar-l label';
/** What stands where nothing was found. Rows gone without it are no empty list: turned too fast, the site sends pages without any. */
const NOTHING_FOUND = '当前未找到';
const LONGEST_LABEL = 40;

/** Maps a page of the search list (搜索列表页). A field of a row that cannot be read is quarantined, the row goes on without it. */
export function mapList(page: Page): MappedDocument {
  const isEmpty = ($: CheerioAPI) => $('body').text().includes(NOTHING_FOUND);
  const $ = openWhole(page, LIST, (opened) => opened(LIST).length > 0 || isEmpty(opened));
  const rows = readRowTexts($);
  if (rows.length === 0 && !isEmpty($)) throw drift('a data anchor is missing', { missing: ROW });

  const fields: QuarantinedRow[] = [];
  const pathOf = (index: number) => `${ROW}:nth-of-type(${index + 1})`;
  const { good, bad } = readRows([...rows.entries()], pathOf, ([index, row]) =>
    readListRow(row, (field, reason) => fields.push({ path: `${pathOf(index)} ${field}`, reason })),
  );
  refuseIfDrifted(rows.length, bad);
  const { lots, conflicts } = uniqueLots(good);
  const unread = collectUnread();
  unread.add('/gpai-infos', rows.flatMap(unknownLabels));
  const listed = /\d{1,7}/.exec($(TOTAL).first().text())?.[0];
  return {
    lots,
    bids: [],
    quarantined: [...bad, ...fields, ...conflicts],
    unread: unread.list(),
    ...(listed !== undefined && { listed: Number(listed) }),
  };
}

function readRowTexts($: CheerioAPI): readonly RowText[] {
  return $(LIST)
    .first()
    .find(ROW)
    .toArray()
    .map((element) => {
      const row = $(element);
      const link = row.find('.item-tit a').first();
      const texts = row
        .find('.gpai-infos > p')
        .toArray()
        .map((line) => $(line).text());
      return {
        title: link.text(),
        address: link.attr('href') ?? '',
        badge: toPlainText(row.find('.badge-icon').first().text()),
        found: readLabelled(texts),
      };
    });
}

function unknownLabels({ found }: RowText): readonly string[] {
  return [...found.keys()]
    .filter((label) => !KNOWN_LABELS.has(label))
    .map((label) => toPointer(label.slice(0, LONGEST_LABEL).toWellFormed()));
}
