import { openPlatformFetching } from '../kit/open-platform/fetching.ts';
import { manifest } from './manifest.ts';

/** 浙北拍卖, reading through the Open Platform Interface. Never tried: README.md. */
export const fetching = openPlatformFetching(manifest.id);
