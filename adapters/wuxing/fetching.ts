import { openPlatformFetching } from '../kit/open-platform/fetching.ts';
import { manifest } from './manifest.ts';

/** 吴兴区公共资产网络交易平台, reading through the Open Platform Interface. Never tried: README.md. */
export const fetching = openPlatformFetching(manifest.id);
