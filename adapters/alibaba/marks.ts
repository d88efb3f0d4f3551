import type { BlockMarks } from '../kit/refusal.ts';

/** How this platform's blocked pages are known (from scrapers' code; no such page is saved anywhere we know of). */
export const BLOCK_MARKS: BlockMarks = [
  ['captcha', /"action"\s{0,4}:\s{0,4}"captcha"/],
  ['punish', /punish\?x5secdata|bxpunish|deny_pc/],
  ['captcha', /_____tmd_____/],
  ['login', /<meta\b[^<>]{0,200}\brefresh\b[^<>]{0,400}\blogin\.taobao\.com/i],
  ['login', /\blocation(?:\.href)?\s{0,4}=\s{0,4}["'][^"'<>]{0,60}\blogin\.taobao\.com/i],
  ['login', /\blocation\.(?:replace|assign)\(\s{0,4}["'][^"'<>]{0,60}\blogin\.taobao\.com/i],
  ['login', /<title>[^<]{0,100}登录/i],
];
