import { samples as alibaba } from './alibaba/samples.ts';
import type { SampleDocument } from './kit/sample.ts';

/** The sample documents of every platform. */
export const samples: readonly SampleDocument[] = [...alibaba];
