import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import { manifest as alibaba } from './alibaba/manifest.ts';
import { manifest as caa } from './caa/manifest.ts';
import { manifest as cbex } from './cbex/manifest.ts';
import { manifest as gpai } from './gpai/manifest.ts';
import { manifest as huzhouGgzy } from './huzhou-ggzy/manifest.ts';
import { manifest as jd } from './jd/manifest.ts';
import { manifest as rmfysszc } from './rmfysszc/manifest.ts';
import { manifest as wuxing } from './wuxing/manifest.ts';
import { manifest as zhebei } from './zhebei/manifest.ts';

/** The facts about every platform; data only, so that whoever needs no mapping bundles none. */
export const manifests: readonly PlatformManifest[] = [
  alibaba,
  caa,
  cbex,
  gpai,
  huzhouGgzy,
  jd,
  rmfysszc,
  wuxing,
  zhebei,
];
