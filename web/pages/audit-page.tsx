import type { SealedDay } from '#shared/domain/events/sealed-day.ts';
import { Layout } from './layout.tsx';
import { Time } from './time.tsx';

interface AuditProps {
  /** The newest first. */
  readonly days: readonly Pick<SealedDay, 'day' | 'head' | 'sealedAt'>[];
  readonly stylesheet: string;
}

function Explanation() {
  return (
    <section class="panel">
      <h2>这是什么</h2>
      <p>
        挂牌、审批、资产台账、产权人、人员任职、各项设置和文号的每一次改动都记下:谁、什么时候、做了什么。每条记录都带着前一条的校验值,
        改动、删除或调换其中任何一条,后面的校验值就对不上。
      </p>
      <p>
        每天结束后,当天有新记录的每一本记录的最后一条,连同前一天的摘要,一起算成一个 64
        位的摘要,在这里公布,公布后不再改变。只要有人留着某一天的摘要,那一天以前的记录就不能悄悄改动。摘要里没有任何人的信息,也看不出记录的内容。
      </p>
    </section>
  );
}

function HowToCheck() {
  return (
    <section class="panel">
      <h2>怎样核对</h2>
      <ol>
        <li>
          把每天的摘要留下来:抄录、打印,或用订阅软件收取 <a href="/audit.atom">摘要订阅</a>
          。留存的地方不要和本系统在一起。
        </li>
        <li>
          需要核对时,由办公室的维护人员运行 <code>hub audit verify</code>
          :它读出全部记录,自己重新计算每一条和每一天,哪一本记录、第几条、哪里不符,逐一指出。
        </li>
        <li>把它最后列出的摘要与自己留存的对照。一致,就说明那一天以前的记录没有动过。</li>
      </ol>
      <p class="soft">摘要的算法:SHA-256,逐行为前一天的摘要、日期、按名称排列的“名称 序号 校验值”,每行以换行结束。</p>
    </section>
  );
}

/** What the days under seal are, the last of them, and how anybody checks them (留痕校验). */
export function AuditPage({ days, stylesheet }: AuditProps) {
  return (
    <Layout title="留痕校验" stylesheet={stylesheet} feed="/audit.atom">
      <h1>留痕校验</h1>
      <Explanation />
      <HowToCheck />
      <h2>最近的每日摘要</h2>
      {days.length === 0 ? (
        <p>还没有公布过。第一条记录的次日公布第一个摘要。</p>
      ) : (
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">日期</th>
                <th scope="col">摘要</th>
                <th scope="col">公布时间</th>
              </tr>
            </thead>
            <tbody>
              {days.map(({ day, head, sealedAt }) => (
                <tr id={`d${day}`}>
                  <th scope="row">{day}</th>
                  <td>
                    <code>{head}</code>
                  </td>
                  <td>
                    <Time at={sealedAt} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Layout>
  );
}
