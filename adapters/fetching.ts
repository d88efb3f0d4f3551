import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { fetching as alibaba } from './alibaba/fetching.ts';
import { fetching as caa } from './caa/fetching.ts';
import { fetching as cbex } from './cbex/fetching.ts';
import { fetching as gpai } from './gpai/fetching.ts';
import { fetching as huzhouGgzy } from './huzhou-ggzy/fetching.ts';
import { fetching as jd } from './jd/fetching.ts';
import { fetching as rmfysszc } from './rmfysszc/fetching.ts';
import { fetching as wuxing } from './wuxing/fetching.ts';
import { fetching as zhebei } from './zhebei/fetching.ts';

/** Platforms that can be read live; data only, so that whoever fetches nothing bundles nothing. */
export const fetching: readonly Fetching[] = [alibaba, caa, cbex, gpai, huzhouGgzy, jd, rmfysszc, wuxing, zhebei];
