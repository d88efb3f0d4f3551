import { samples as alibaba } from './alibaba/samples.ts';
import { samples as caa } from './caa/samples.ts';
import { samples as cbex } from './cbex/samples.ts';
import { samples as gpai } from './gpai/samples.ts';
import { samples as huzhouGgzy } from './huzhou-ggzy/samples.ts';
import { samples as jd } from './jd/samples.ts';
import type { SampleDocument } from './kit/sample.ts';
import { samples as rmfysszc } from './rmfysszc/samples.ts';
import { samples as wuxing } from './wuxing/samples.ts';
import { samples as zhebei } from './zhebei/samples.ts';

/** The sample documents of every platform. */
export const samples: readonly SampleDocument[] = [
  ...alibaba,
  ...caa,
  ...cbex,
  ...gpai,
  ...huzhouGgzy,
  ...jd,
  ...rmfysszc,
  ...wuxing,
  ...zhebei,
];
