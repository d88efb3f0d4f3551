import type { HandoffForm } from '#shared/domain/handoff/platform-form.ts';
import { handoff as alibaba } from './alibaba/handoff.ts';
import { handoff as caa } from './caa/handoff.ts';
import { handoff as jd } from './jd/handoff.ts';
import { handoff as wuxing } from './wuxing/handoff.ts';
import { handoff as zhebei } from './zhebei/handoff.ts';

/** How a listing is handed to each platform that takes one (移交). */
export const handoffForms: readonly HandoffForm[] = [alibaba, caa, jd, wuxing, zhebei];
