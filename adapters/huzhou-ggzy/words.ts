import { tableOf, type WordTable } from '../kit/word-table.ts';

/** What a notice says of its lot, by its title. */
export type NoticeKind = 'announcement' | 'result' | 'passed-in' | 'other';

/** Words of titles, the most telling first: 流标公示 is no result of a sale. */
const TITLE_WORDS: readonly (readonly [string, NoticeKind])[] = [
  ['更正', 'other'],
  ['变更', 'other'],
  ['补充', 'other'],
  ['澄清', 'other'],
  ['延期', 'other'],
  ['暂停', 'other'],
  ['中止', 'other'],
  ['终止', 'other'],
  ['撤回', 'other'],
  ['取消', 'other'],
  ['流标', 'passed-in'],
  ['流拍', 'passed-in'],
  ['未成交', 'passed-in'],
  ['公示', 'result'],
  ['结果', 'result'],
  ['成交', 'result'],
];

/** The city's districts and counties as titles name them, most often in front and in brackets. */
const DIVISION_WORDS: ReadonlyMap<string, string> = new Map([
  ['吴兴区', '330502'],
  ['南浔区', '330503'],
  ['德清县', '330521'],
  ['长兴县', '330522'],
  ['安吉县', '330523'],
]);

/** Huzhou as a whole, where a title names none of its parts. */
export const CITY = '330500';

export function readNoticeKind(title: string): NoticeKind {
  return TITLE_WORDS.find(([word]) => title.includes(word))?.[1] ?? 'announcement';
}

/** The division a title names; undefined when it names none, or several. */
export function readDivision(title: string): string | undefined {
  const found = [...DIVISION_WORDS].filter(([word]) => title.includes(word));
  return found.length === 1 ? found[0]?.[1] : undefined;
}

/** Every word this adapter understands. */
export function describeWords(): WordTable {
  const unseen = '通用说法,未见该网站原文';
  return [
    ...tableOf('公告标题', TITLE_WORDS).map((row) => ({ ...row, note: unseen })),
    ...tableOf('地区', DIVISION_WORDS),
  ];
}
