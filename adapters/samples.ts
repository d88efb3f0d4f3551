import { samples as alibaba } from './alibaba/samples.ts';
import { samples as jd } from './jd/samples.ts';
import type { SampleDocument } from './kit/sample.ts';
import { samples as rmfysszc } from './rmfysszc/samples.ts';
import { samples as wuxing } from './wuxing/samples.ts';
import { samples as zhebei } from './zhebei/samples.ts';

/** The sample documents of every platform. */
export const samples: readonly SampleDocument[] = [...alibaba, ...jd, ...rmfysszc, ...wuxing, ...zhebei];
