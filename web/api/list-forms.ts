import type { CataloguePage } from '#shared/services/catalogue/catalogue-query.ts';
import type { CatalogueView } from '#shared/services/catalogue/catalogue-view.ts';
import { lotJson } from '../lot-json.ts';
import type { Platforms } from '../platforms.ts';
import { lotsJson } from './answers-json.ts';
import { lotsCsv } from './lots-csv.ts';
import { LIMITS, type Limit } from './parameters.ts';

/** One form in which lots are listed page by page. */
export interface ListForm {
  readonly path: string;
  readonly limit: Limit;
  readonly contentType: string;
  /** `next` is the cursor of the next page, `null` on the last one. */
  write(page: CataloguePage, view: CatalogueView, next: string | null, platforms: Platforms): string;
  headers(page: CataloguePage): Readonly<Record<string, string>>;
}

/** A file says in its name and headers how much of the whole it is. */
function fileHeaders(extension: string): ListForm['headers'] {
  return ({ lots, total }) => ({
    'content-disposition': `attachment; filename="lots-${lots.length}-of-${total}.${extension}"`,
    'x-row-count': String(lots.length),
    'x-total-count': String(total),
  });
}

/** The forms in which lots are listed. */
export const LIST_FORMS: readonly ListForm[] = [
  {
    path: '/v1/lots',
    limit: LIMITS.lots,
    contentType: 'application/json; charset=utf-8',
    write: (page, view, next) => JSON.stringify(lotsJson(view, page, next)),
    headers: () => ({}),
  },
  {
    path: '/v1/lots.csv',
    limit: LIMITS.csv,
    contentType: 'text/csv; charset=utf-8; header=present',
    write: ({ lots }, _view, _next, platforms) => lotsCsv(lots, platforms),
    headers: fileHeaders('csv'),
  },
  {
    path: '/v1/lots.jsonl',
    limit: LIMITS.jsonLines,
    contentType: 'application/jsonl; charset=utf-8',
    write: ({ lots }) => lots.map((card) => `${JSON.stringify(lotJson(card))}\n`).join(''),
    headers: fileHeaders('jsonl'),
  },
];
