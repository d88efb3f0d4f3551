import type { Instant } from '#shared/domain/time.ts';
import { timeText } from '../../../format.ts';
import { DeskPage, type DeskPageProps } from '../frame.tsx';
import { handoffAddress } from './documents.tsx';

interface LinkPageProps extends Pick<DeskPageProps, 'caller' | 'assets'> {
  readonly listingId: string;
  readonly address: string;
  readonly expiresAt: Instant;
}

/** The one-time link, shown this once: only a hash of it is kept. */
export function LinkPage({ listingId, address, expiresAt, ...frame }: LinkPageProps) {
  return (
    <DeskPage {...frame} title="一次性链接" here="listings">
      <h1>一次性链接</h1>
      <p class="notice">请现在复制并发给平台经办;离开本页后不再显示。有效期至 {timeText(expiresAt)}。</p>
      <p>
        <code>{address}</code>{' '}
        <button type="button" data-copy={address} hidden>
          复制
        </button>
      </p>
      <p>
        <a href={handoffAddress(listingId)}>返回</a>
      </p>
    </DeskPage>
  );
}
