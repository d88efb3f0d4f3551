import type { PlatformPublisher } from '#shared/ports/platform-publisher.ts';
import { alibabaPublisher } from './alibaba/publisher.ts';
import { createSendAround, type PublisherHttp } from './kit/http-send.ts';
import { openPlatformPublisher } from './kit/open-platform/publisher.ts';
import { publishing as wuxing } from './wuxing/publishing.ts';
import { publishing as zhebei } from './zhebei/publishing.ts';

/** Every platform that can be called, over one way of sending. */
export function publishers(http: PublisherHttp): readonly PlatformPublisher[] {
  const around = createSendAround(http);
  return [alibabaPublisher(around), openPlatformPublisher(around, wuxing), openPlatformPublisher(around, zhebei)];
}
