import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { publishing as alibaba } from './alibaba/publishing.ts';
import { publishing as wuxing } from './wuxing/publishing.ts';
import { publishing as zhebei } from './zhebei/publishing.ts';

/** Platforms that can be published at by their interface; data only, so that whoever calls none bundles none. */
export const publishing: readonly Publishing[] = [alibaba, wuxing, zhebei];
