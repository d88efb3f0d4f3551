import type { Demo } from './demo.ts';
import { wuxing2023 } from './wuxing-2023/demo.ts';

/** Every demo by its name. */
export const DEMOS: readonly Demo[] = [wuxing2023];
