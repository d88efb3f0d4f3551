import { openPlatformPublishing } from '../kit/open-platform/publishing.ts';
import { manifest } from './manifest.ts';

/** 吴兴区公共资产网络交易平台, publishing through the Open Platform Interface. Never tried: README.md. */
export const publishing = openPlatformPublishing(manifest.id);
