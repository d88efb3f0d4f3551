import { describeWords as alibaba } from './alibaba/words.ts';
import { describeWords as caa } from './caa/words.ts';
import { describeWords as cbex } from './cbex/words.ts';
import { describeWords as gpai } from './gpai/words.ts';
import { describeWords as huzhouGgzy } from './huzhou-ggzy/words.ts';
import { describeWords as jd } from './jd/words.ts';
import { describeWords as wuxing } from './kit/open-platform/words.ts';
import type { WordTable } from './kit/word-table.ts';
import { describeWords as rmfysszc } from './rmfysszc/words.ts';
import { describeWords as zhebei } from './zhebei/words.ts';

/** The words every platform is read by, under its id; for people to review, not for running. */
export const wordTables: ReadonlyMap<string, () => WordTable> = new Map([
  ['alibaba', alibaba],
  ['caa', caa],
  ['cbex', cbex],
  ['gpai', gpai],
  ['huzhou-ggzy', huzhouGgzy],
  ['jd', jd],
  ['rmfysszc', rmfysszc],
  ['wuxing', wuxing],
  ['zhebei', zhebei],
]);
