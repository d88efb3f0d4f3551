import {
  type CompulsoryWork,
  type ListedItem,
  type ListingTerms,
  PAPER_KINDS,
  type Paper,
  type PriorityRecord,
} from '#shared/domain/listing/terms.ts';
import type { FormReader } from '../form-text.ts';

const NOTIFIED = ['delivered', 'post', 'public-notice', 'message'] as const;
const ANSWERS = ['pending', 'exercises', 'waives'] as const;
/** Most characters of a text of several lines. */
export const LONGEST_TEXT = 2000;
/** Rows a form may have of one kind; more were not made by our pages. */
const MOST_ROWS = 50;

/** What was ticked: `asset` is a whole asset, `asset/part` one of its parts. */
export function readItems(form: FormReader): readonly ListedItem[] {
  const ticked = form.list('items');
  const wholes = new Set(ticked.filter((value) => !value.includes('/')));
  const parts = Map.groupBy(
    ticked.filter((value) => value.includes('/')).map((value) => value.split('/', 2)),
    ([assetId = '']) => assetId,
  );
  return [...new Set([...wholes, ...parts.keys()])].map((assetId) => ({
    assetId,
    parts: wholes.has(assetId) ? null : (parts.get(assetId) ?? []).map(([, part = '']) => part),
  }));
}

function rowsOf(form: FormReader, list: string, field: string): readonly number[] {
  return Array.from({ length: MOST_ROWS }, (_, row) => row).filter(
    (row) => form.values[`${list}.${row}.${field}`] !== undefined,
  );
}

/** Works with a text; a row without one is no work. */
export function readWorks(form: FormReader): readonly CompulsoryWork[] {
  return rowsOf(form, 'compulsoryWorks', 'text').flatMap((row) => {
    const text = form.text(`compulsoryWorks.${row}.text`, { most: LONGEST_TEXT });
    const fen = form.yuan(`compulsoryWorks.${row}.yuan`);
    return text === null ? [] : [{ text, fen }];
  });
}

/** What became of each holder's right. */
export function readPriority(form: FormReader): readonly PriorityRecord[] {
  return rowsOf(form, 'priority', 'holderId').flatMap((row) => {
    const at = (name: string) => `priority.${row}.${name}`;
    const [holderId, name] = [form.text(at('holderId')), form.text(at('name'))];
    if (holderId === null || name === null) return [];
    return [
      {
        holderId,
        name,
        notifiedOn: form.day(at('notifiedOn')),
        notifiedBy: form.choice(at('notifiedBy'), NOTIFIED),
        answer: form.choice(at('answer'), ANSWERS) ?? 'pending',
        file: form.text(at('file')),
      },
    ];
  });
}

/** The files under each kind of paper; notes made before are kept. */
export function readPapers(form: FormReader, known: readonly Paper[]): readonly Paper[] {
  return PAPER_KINDS.flatMap((kind) =>
    form.list(`papers.${kind}`).map((file) => ({
      kind,
      file,
      note: known.find((paper) => paper.kind === kind && paper.file === file)?.note ?? null,
    })),
  );
}

/** Both numbers of the extension, or neither. */
export function readExtension(form: FormReader): ListingTerms['extension'] {
  const withinSeconds = form.whole('extension.withinSeconds', 1, 86_400);
  const bySeconds = form.whole('extension.bySeconds', 1, 86_400);
  if (withinSeconds === null && bySeconds === null) return null;
  if (withinSeconds === null) form.fault('extension.withinSeconds', '两个数要一起填:最后多少秒内出价、延长多少秒');
  if (bySeconds === null) form.fault('extension.bySeconds', '两个数要一起填:最后多少秒内出价、延长多少秒');
  return withinSeconds === null || bySeconds === null ? null : { withinSeconds, bySeconds };
}
