import { COMMON_MARKS } from '../kit/block-page.ts';
import type { BlockMarks } from '../kit/refusal.ts';

/** How pages in place of ours are known, from crawlers' code: the front page, the visitor's own page, the slider. */
export const BLOCK_MARKS: BlockMarks = [
  ['captcha', /to complete verification|<title>[^<]{0,40}滑块/i],
  ['login', /<title>\s{0,40}我的公拍网/],
  ['punish', /<title>\s{0,40}公拍网 - 智慧拍卖/],
  ...COMMON_MARKS,
];
