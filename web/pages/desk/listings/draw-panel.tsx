import type { Instant } from '#shared/domain/time.ts';
import { Time } from '../../time.tsx';

/** What the draw of a platform shows so that anybody can compute it again. */
export interface DrawView {
  readonly seedHash: string;
  readonly candidates: readonly string[];
  readonly announcedAt: Instant;
  /** `null` until it is drawn. */
  readonly drawn: { readonly seed: string; readonly platform: string; readonly isTrue: boolean } | null;
}

interface DrawPanelProps {
  readonly draw: DrawView;
  readonly platformName: (id: string) => string;
}

/** A draw of the platform (摇号) with all that is needed to compute it again. */
export function DrawPanel({ draw, platformName }: DrawPanelProps) {
  return (
    <section class="panel">
      <h2>摇号</h2>
      <dl>
        <dt>公布时间</dt>
        <dd>
          <Time at={draw.announcedAt} />
        </dd>
        <dt>参加摇号的平台</dt>
        <dd>{draw.candidates.map((id) => platformName(id)).join('、')}</dd>
        <dt>事先公布的校验值</dt>
        <dd>
          <code>{draw.seedHash}</code>
        </dd>
        {draw.drawn === null ? null : (
          <>
            <dt>结果</dt>
            <dd>{platformName(draw.drawn.platform)}</dd>
            <dt>种子</dt>
            <dd>
              <code>{draw.drawn.seed}</code>
            </dd>
            <dt>验证</dt>
            <dd>{draw.drawn.isTrue ? '种子与事先公布的校验值一致,结果可以重新算出' : '不一致,请联系交易中心'}</dd>
          </>
        )}
      </dl>
    </section>
  );
}
