import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { alibaba } from './alibaba/index.ts';
import { caa } from './caa/index.ts';
import { cbex } from './cbex/index.ts';
import { gpai } from './gpai/index.ts';
import { huzhouGgzy } from './huzhou-ggzy/index.ts';
import { jd } from './jd/index.ts';
import { rmfysszc } from './rmfysszc/index.ts';
import { wuxing } from './wuxing/index.ts';
import { zhebei } from './zhebei/index.ts';

/** Every platform we read; one line each. */
export const platforms: readonly AuctionPlatform[] = [
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

/**
 * Finds a platform by its id.
 * @throws AppError `PLATFORM.UNKNOWN`
 */
export function findPlatform(id: string): AuctionPlatform {
  const found = platforms.find(({ manifest }) => manifest.id === id);
  if (found === undefined) throw new AppError('PLATFORM.UNKNOWN', 'no such platform', { details: { platform: id } });
  return found;
}
