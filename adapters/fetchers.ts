import type { PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { alibabaFetcher } from './alibaba/fetcher.ts';
import { caaFetcher } from './caa/fetcher.ts';
import { cbexFetcher } from './cbex/fetcher.ts';
import { gpaiFetcher } from './gpai/fetcher.ts';
import { huzhouGgzyFetcher } from './huzhou-ggzy/fetcher.ts';
import { jdFetcher } from './jd/fetcher.ts';
import { createSendAround, type PublisherHttp } from './kit/http-send.ts';
import { openPlatformFetcher } from './kit/open-platform/fetcher.ts';
import { createPageReader } from './kit/page-reader.ts';
import { rmfysszcFetcher } from './rmfysszc/fetcher.ts';
import { fetching as wuxing } from './wuxing/fetching.ts';
import { fetching as zhebei } from './zhebei/fetching.ts';

/** Every platform that can be read live, over one way of sending; one line each. */
export function fetchers(http: PublisherHttp): readonly PlatformFetcher[] {
  const around = createSendAround(http);
  const read = createPageReader(around);
  return [
    alibabaFetcher(read),
    caaFetcher(read),
    cbexFetcher(read),
    gpaiFetcher(read),
    huzhouGgzyFetcher(read),
    jdFetcher(read),
    rmfysszcFetcher(read),
    openPlatformFetcher(around, wuxing),
    openPlatformFetcher(around, zhebei),
  ];
}
