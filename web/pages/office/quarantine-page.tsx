import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { Cause } from '#shared/services/quarantine/cause.ts';
import type { PoisonGroup, QuarantineGroup, QuarantineView } from '#shared/services/quarantine/read-quarantine.ts';
import { documentTitle, type Platforms, platformName } from '../../platforms.ts';
import { Layout } from '../layout.tsx';
import { Time } from '../time.tsx';
import { Place, Reason } from './complaint.tsx';
import { ReplayForm } from './replay-form.tsx';

interface QuarantineProps {
  readonly quarantine: QuarantineView;
  readonly platforms: Platforms;
  /** Auditors look and change nothing. */
  readonly mayReplay: boolean;
  readonly stylesheet: string;
}

const MEND_MAPPING =
  '打开下面的文件,对照原文核对。若是平台改了写法,请维护人员修订该平台的词表或映射并提高 mappingVersion,部署后点“重新映射”;若是原文本身有误,不必处理,数据没有改动。';

/** What a person can do about a cause, in plain words. */
function wayOutOf({ code }: Cause): string {
  return code === null ? MEND_MAPPING : ERROR_CODES[code].wayOut;
}

interface GroupProps {
  readonly group: QuarantineGroup;
  readonly platforms: Platforms;
  readonly mayReplay: boolean;
}

function CauseFacts({ group: { cause, documentIds, kind, platform }, platforms }: Omit<GroupProps, 'mayReplay'>) {
  const [newest = ''] = documentIds;
  return (
    <>
      <dt>平台与文件</dt>
      <dd>
        {platformName(platforms, platform)},{documentTitle(platforms, newest) ?? kind}
      </dd>
      <dt>位置</dt>
      <dd>{cause.path === null ? '整份文件' : <Place path={cause.path} />}</dd>
      <dt>原因</dt>
      <dd>
        <Reason reason={cause.reason} />
        {cause.code === null ? null : <span class="soft"> 代码 {cause.code}</span>}
      </dd>
    </>
  );
}

function GroupPanel({ group, platforms, mayReplay }: GroupProps) {
  const { cause, count, documents, isAtLeast, mappingVersions } = group;
  return (
    <section class="panel">
      <h2>{cause.code === null ? '部分内容没有采用' : ERROR_CODES[cause.code].title}</h2>
      <dl>
        <CauseFacts group={group} platforms={platforms} />
        <dt>数量</dt>
        <dd>
          {isAtLeast ? '至少 ' : ''}
          {count} 处,{documents} 份文件
        </dd>
        <dt>时间</dt>
        <dd>
          <Time at={group.oldest} /> 至 <Time at={group.newest} />
        </dd>
        <dt>映射版本</dt>
        <dd>{mappingVersions.join('、')}</dd>
        <dt>怎么办</dt>
        <dd>{wayOutOf(cause)}</dd>
      </dl>
      <DocumentLinks group={group} />
      {mayReplay ? <ReplayForm target={{ group: group.group }} label={`重新映射这 ${documents} 份文件`} /> : null}
    </section>
  );
}

function DocumentLinks({ group: { documentIds, documents } }: { readonly group: QuarantineGroup }) {
  return (
    <details>
      <summary>
        查看文件与原文
        {documents > documentIds.length ? `(最近 ${documentIds.length} 份)` : ''}
      </summary>
      <ul>
        {documentIds.map((id) => (
          <li>
            <a href={`/office/documents/${id}`}>{id}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function PoisonPanel({ poison }: { readonly poison: PoisonGroup }) {
  return (
    <section class="panel">
      <h2>队列消息无法读取</h2>
      <dl>
        <dt>队列</dt>
        <dd>{poison.queue}</dd>
        <dt>原因</dt>
        <dd>
          <Reason reason={poison.reason} />
          <span class="soft"> 代码 {poison.code}</span>
        </dd>
        <dt>数量</dt>
        <dd>{poison.count} 条</dd>
        <dt>时间</dt>
        <dd>
          <Time at={poison.oldest} /> 至 <Time at={poison.newest} />
        </dd>
        <dt>怎么办</dt>
        <dd>{ERROR_CODES[poison.code].wayOut}</dd>
      </dl>
    </section>
  );
}

/** The board of what was refused (待核数据), grouped by cause, the most frequent first. */
export function QuarantinePage({ quarantine, platforms, mayReplay, stylesheet }: QuarantineProps) {
  const { groups, poison } = quarantine;
  return (
    <Layout title="待核数据" stylesheet={stylesheet}>
      <h1>待核数据</h1>
      <p>系统没有把握读懂的内容都在这里,一处也不会悄悄丢掉:原始文件已保存,没有采用的部分没有改动任何标的。</p>
      {groups.length + poison.length === 0 ? <p class="notice">没有待核的内容。</p> : null}
      {groups.map((group) => (
        <GroupPanel group={group} platforms={platforms} mayReplay={mayReplay} />
      ))}
      {poison.map((messages) => (
        <PoisonPanel poison={messages} />
      ))}
    </Layout>
  );
}
