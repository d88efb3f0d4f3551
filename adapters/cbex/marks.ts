import { COMMON_MARKS } from '../kit/block-page.ts';
import type { BlockMarks } from '../kit/refusal.ts';

/** The script a shield in front of the site sends first (its cookie's name from visits recorded in 2025), and plain pages. */
export const BLOCK_MARKS: BlockMarks = [['captcha', /__jsl_clearance|document\.cookie\s{0,4}=/], ...COMMON_MARKS];
