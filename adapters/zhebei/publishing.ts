import { openPlatformPublishing } from '../kit/open-platform/publishing.ts';
import { manifest } from './manifest.ts';

/** 浙北拍卖, publishing through the Open Platform Interface. Never tried: README.md. */
export const publishing = openPlatformPublishing(manifest.id);
