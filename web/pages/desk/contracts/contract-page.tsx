import type { Caller } from '#shared/domain/caller.ts';
import { ENDING_NAMES } from '#shared/domain/contract/contract.ts';
import { CONTRACT_STATE_NAMES } from '#shared/domain/contract/reminders.ts';
import { totalRent } from '#shared/domain/contract/rents.ts';
import { dayText } from '#shared/domain/rules/date-words.ts';
import type { ContractView } from '#shared/services/contract/view.ts';
import { escalationText, moneyText } from '../../../format.ts';
import { UNKNOWN } from '../../../words.ts';
import { Time } from '../../time.tsx';
import { FileLink } from '../files/file-entry.tsx';
import { DeskForm, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { MaskedWords, ReadingForm } from '../settlement/winner.tsx';
import { settlementAddress } from '../settlement/words.ts';
import { ACTS_WITH_FORMS, CONTRACT_ACTS, contractAddress, contractWords, leftText } from './words.ts';

interface ContractPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: ContractView;
  readonly formKey: string;
  /** Why what was asked is not done. */
  readonly refusedTitle?: string | undefined;
}

function Facts({ view }: { readonly view: ContractView }) {
  const { row, scan } = view;
  const { terms } = row.contract;
  return (
    <dl class="panel">
      <dt>期限</dt>
      <dd>
        {dayText(terms.startsOn)} 至 {dayText(terms.endsOn)}
      </dd>
      <dt>首年租金</dt>
      <dd>{moneyText(terms.yearlyRentFen)}</dd>
      <dt>租金递增</dt>
      <dd>{escalationText(terms.escalationPpm)}</dd>
      <dt>履约保证金</dt>
      <dd>{terms.bondFen === null ? UNKNOWN : moneyText(terms.bondFen)}</dd>
      <dt>资产</dt>
      <dd>
        {terms.assetId === null ? (
          UNKNOWN
        ) : (
          <a href={`/desk/assets/${terms.assetId}`}>{row.assetName ?? terms.assetId}</a>
        )}
      </dd>
      <dt>标的</dt>
      <dd>{terms.lotId === null ? UNKNOWN : <a href={settlementAddress(terms.lotId)}>成交后办理</a>}</dd>
      <dt>扫描件</dt>
      <dd>{scan === null ? UNKNOWN : <FileLink file={scan} />}</dd>
      <dt>备注</dt>
      <dd>{terms.note ?? UNKNOWN}</dd>
    </dl>
  );
}

function State({ view }: { readonly view: ContractView }) {
  const { row, reminders, warnings } = view;
  const { ended, renewal } = row.contract;
  return (
    <section class="panel state">
      <p>
        <strong>{CONTRACT_STATE_NAMES[row.state]}</strong> {leftText(row)}
      </p>
      {ended === null ? null : (
        <p>
          {ENDING_NAMES[ended.how]},{dayText(ended.on)},{ended.reason}
        </p>
      )}
      {warnings.map((warning) => (
        <p class="notice">{warning}</p>
      ))}
      {reminders.length === 0 ? null : (
        <p class="soft">到期提醒:{reminders.map(({ days, on }) => `${dayText(on)}(${days} 天)`).join('、')}</p>
      )}
      {renewal === null ? null : (
        <p>
          <a href={`/desk/listings/${renewal}`}>看续租挂牌</a>
        </p>
      )}
    </section>
  );
}

function Rents({ view: { years } }: { readonly view: ContractView }) {
  return (
    <section>
      <h2>租金表</h2>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">年度</th>
              <th scope="col">起止</th>
              <th scope="col">租金</th>
            </tr>
          </thead>
          <tbody>
            {years.map(({ year, from, to, rentFen, isPart }) => (
              <tr>
                <th scope="row">第 {year} 年</th>
                <td>
                  {dayText(from)} 至 {dayText(to)}
                  {isPart ? <span class="soft source">不足一年,按天数折算</span> : null}
                </td>
                <td>{moneyText(rentFen)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              <td></td>
              <td>{moneyText(totalRent(years))}</td>
            </tr>
          </tfoot>
        </table>
      </div>
      <p class="soft">递增从第二年起逐年复利计算,每年的租金四舍五入到分。</p>
    </section>
  );
}

function Lessee({ view, formKey }: { readonly view: ContractView; readonly formKey: string }) {
  const { lessee, row, may } = view;
  const { id, terms } = row.contract;
  return (
    <section class="panel" aria-labelledby="lessee">
      <h2 id="lessee">承租人</h2>
      {lessee === null ? <p class="soft">还没有登记。</p> : <MaskedWords party={lessee} />}
      {terms.lotId === null ? null : (
        <p>
          <a href={settlementAddress(terms.lotId)}>在成交后办理中登记和查看</a>
        </p>
      )}
      {lessee !== null && may.includes('lessee-read') ? (
        <ReadingForm action={`${contractAddress(id)}/lessee`} formKey={formKey} />
      ) : null}
    </section>
  );
}

function Acts({ view, formKey }: { readonly view: ContractView; readonly formKey: string }) {
  const { may, row } = view;
  const page = contractAddress(row.contract.id);
  return (
    <div class="buttons">
      {ACTS_WITH_FORMS.filter((act) => may.includes(CONTRACT_ACTS[act].type)).map((act) => (
        <a class="button quiet" href={`${page}/do/${act}`}>
          {CONTRACT_ACTS[act].label}
        </a>
      ))}
      {may.includes('renewal-drafted') ? (
        <DeskForm action={`${page}/do/renewal`} formKey={`${formKey}-renewal`}>
          <Submit label={CONTRACT_ACTS.renewal.label} />
        </DeskForm>
      ) : null}
    </div>
  );
}

/** One lease: what it says, its rent year by year, when it ends, what may be done. */
export function ContractPage({ caller, assets, view, formKey, refusedTitle }: ContractPageProps) {
  const { row, owner, timeline } = view;
  const { number } = row.contract.terms;
  return (
    <DeskPage title={`合同 ${number}`} caller={caller} here="contracts" assets={assets}>
      <p>
        <a href="/desk/contracts">← 合同台账</a>
      </p>
      <h1>合同 {number}</h1>
      <p class="soft">{owner.name}</p>
      {refusedTitle === undefined ? null : (
        <p class="notice wrong" role="alert">
          {refusedTitle}
        </p>
      )}
      <State view={view} />
      <Facts view={view} />
      <Acts view={view} formKey={formKey} />
      <Rents view={view} />
      <Lessee view={view} formKey={formKey} />
      <section class="panel" aria-labelledby="timeline">
        <h2 id="timeline">登记经过</h2>
        <ol class="timeline">
          {timeline.map(({ at, byName, event }) => (
            <li class="step past">
              <strong>{contractWords(event)}</strong> <Time at={at} /> <span class="soft">{byName}</span>
            </li>
          ))}
        </ol>
      </section>
    </DeskPage>
  );
}
