import type { Fetching, ListedFact } from '#shared/domain/collection/fetching.ts';
import { HEALTH_TEXT } from '#shared/services/collection/health-words.ts';
import { Time } from '../../time.tsx';
import { DeskForm, Submit, TextInput } from '../form.tsx';
import { shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { Refused } from '../settings/frame.tsx';
import { DataAge, lotsText } from './health-table.tsx';
import { IncidentList } from './incident-list.tsx';
import { Reasons } from './reasons.tsx';
import { SavedSource, SourceForm } from './source-form.tsx';
import { TaskTable } from './task-table.tsx';
import { collectionAddress, type PlatformView } from './view.ts';

const LISTED_TEXT: Readonly<Record<ListedFact, string>> = { status: '状态', price: '当前价', outcome: '结果' };

/** What can be read of the platform, where the budget is from, and what was never tried. */
function Facts({ fetching }: { readonly fetching: Fetching }) {
  const { way, listed, showsBids, showsSettlement, rateSource, untried } = fetching;
  return (
    <section>
      <h2>能读到什么</h2>
      <dl>
        <dt>方式</dt>
        <dd>{way === 'public' ? '公开网页,不登录' : '平台对接的接口'}</dd>
        <dt>列表上有</dt>
        <dd>{listed.length === 0 ? '只有标的编号' : listed.map((fact) => LISTED_TEXT[fact]).join('、')}</dd>
        <dt>出价记录</dt>
        <dd>{showsBids ? '能读到' : '平台不公开'}</dd>
        <dt>成交后事项</dt>
        <dd>{showsSettlement ? '能读到' : '平台不公开'}</dd>
        <dt>访问频率依据</dt>
        <dd>{rateSource}</dd>
      </dl>
      <p class="notice">尚未与平台实测的部分:{untried}</p>
      <p class="soft">
        服务条款:只按平台允许的频率读取任何人不登录就能看到的内容;出现登录或验证码时停止访问并在本页说明,不绕过。
      </p>
    </section>
  );
}

function Summary({ view: { health, now } }: { readonly view: PlatformView }) {
  return (
    <>
      <p class="state">
        <strong>{HEALTH_TEXT[health.state]}</strong>
      </p>
      <dl>
        <dt>数据截至</dt>
        <dd>
          <DataAge health={health} now={now} />
        </dd>
        <dt>标的</dt>
        <dd>{lotsText(health)}</dd>
        <dt>待核文件</dt>
        <dd>{health.waiting === 0 ? '无' : <a href="/office/quarantine">{health.waiting} 份</a>}</dd>
        {health.pausedUntil === null ? null : (
          <>
            <dt>暂停访问至</dt>
            <dd>
              <Time at={health.pausedUntil} />
            </dd>
          </>
        )}
      </dl>
      <Reasons reasons={health.reasons} />
    </>
  );
}

/** Reading at once, without waiting for the next turn; the budget is kept all the same. */
function ReadNow({ view: { health, formKey, refusedNow } }: { readonly view: PlatformView }) {
  const lot = shownValue(refusedNow?.typed, 'lot', '');
  return (
    <>
      <Refused refused={refusedNow} />
      <DeskForm action={collectionAddress(health.platform, '/now')} formKey={`${formKey}-now`}>
        <TextInput name="lot" label="标的编号" hint="平台上的标的编号;不填则读取列表。" value={lot} />
        <Submit label="现在读取" quiet />
      </DeskForm>
    </>
  );
}

/** One platform: how its data is and why, what went wrong, what is read when, and what the office decided. */
export function PlatformPage({ view }: { readonly view: PlatformView }) {
  const { caller, assets, health, fetching, tasks, mayEdit } = view;
  const known = fetching === undefined ? undefined : { ...view, fetching };
  return (
    <DeskPage title={`采集:${health.name}`} caller={caller} here="collection" assets={assets}>
      <h1>采集:{health.name}</h1>
      <p class="soft">
        <a href="/desk/collection">全部平台</a> <a href="/desk/settings/sources/history">历次修改</a>
      </p>
      <Summary view={view} />
      <section>
        <h2>异常</h2>
        <IncidentList incidents={health.incidents} lists={fetching?.lists ?? []} />
      </section>
      {known === undefined ? null : (
        <>
          <section>
            <h2>读取安排</h2>
            <TaskTable tasks={tasks} />
            {mayEdit && health.reading === 'active' ? <ReadNow view={view} /> : null}
          </section>
          <section>
            <h2>采集设置</h2>
            {mayEdit ? <SourceForm view={known} /> : <SavedSource view={known} />}
          </section>
          <Facts fetching={known.fetching} />
        </>
      )}
    </DeskPage>
  );
}
