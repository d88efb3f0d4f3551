import { AppError } from '#shared/errors/app-error.ts';
import type { AuctionPlatform } from '#shared/ports/auction-platform.ts';
import { manifest } from './manifest.ts';

/** 中拍平台: lots are handed over to it; none of its documents is read yet. */
export const caa: AuctionPlatform = {
  manifest,
  map({ kind }) {
    throw new AppError('DOCUMENT.KIND_UNKNOWN', 'the platform has no such document kind', { details: { kind } });
  },
};
