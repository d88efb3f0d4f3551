import { DeskPage } from '../frame.tsx';
import { DueLots, LateLots } from './calendar-parts.tsx';
import { HealthTable } from './health-table.tsx';
import type { CollectionView } from './view.ts';

/** Collection (采集): how the data of every platform is, and the calendar below, what is late first. */
export function CollectionPage({ view }: { readonly view: CollectionView }) {
  const { caller, assets, now, health, calendar, platforms } = view;
  const { late, due, longUnreported } = calendar;
  return (
    <DeskPage title="采集" caller={caller} here="collection" assets={assets}>
      <h1>采集</h1>
      <p>只读取开启了采集的平台的公开页面或已对接的接口,不登录、不绕过验证;其余平台由推送或人工导入。</p>
      <p class="soft">
        <a href="/office/quarantine">待核数据</a> <a href="/desk/settings/sources/history">采集来源的历次修改</a>
      </p>
      <section>
        <h2>平台健康</h2>
        <HealthTable health={health} now={now} />
      </section>
      <section>
        <h2>晚点({late.length})</h2>
        {late.length === 0 ? <p>没有晚点的标的。</p> : <LateLots rows={late} platforms={platforms} now={now} />}
        {longUnreported === 0 ? null : (
          <p class="soft">
            另有 {longUnreported} 个标的结束超过 60 天而结果一直未报,见
            <a href="/?status=ended">结果未报的标的</a>。
          </p>
        )}
      </section>
      <section>
        <h2>接下来一天({due.length})</h2>
        {due.length === 0 ? (
          <p>没有一天之内结束、也没有六小时之内要单独读取的标的。</p>
        ) : (
          <DueLots rows={due} platforms={platforms} />
        )}
      </section>
    </DeskPage>
  );
}
