import type { HealthState } from '#shared/domain/collection/incident.ts';
import type { Instant } from '#shared/domain/time.ts';
import type { PlatformHealth } from '#shared/services/collection/health.ts';
import { HEALTH_TEXT } from '#shared/services/collection/health-words.ts';
import { TimeWithAge } from '../../time.tsx';
import { reasonText } from './reasons.tsx';
import { collectionAddress } from './view.ts';

/** What somebody has to look at comes first, what nobody reads last. */
const IN_ORDER: readonly HealthState[] = ['blocked', 'drifting', 'degraded', 'healthy', 'retired', 'off'];

/** How old the data is: since the platform last answered us, or since the newest document where nobody reads it. */
export function DataAge({ health, now }: { readonly health: PlatformHealth; readonly now: Instant }) {
  const at = health.reading === 'active' ? health.tasks.answeredAt : health.documentAt;
  return at === null ? <>还没有数据</> : <TimeWithAge at={at} now={now} />;
}

/** Lots we know, and what the platform says it has. */
export function lotsText({ lots, total }: PlatformHealth): string {
  return total === null ? `${lots} 个` : `${lots} 个,平台自报 ${total.listed} 个`;
}

function Row({ health, now }: { readonly health: PlatformHealth; readonly now: Instant }) {
  const { platform, name, state, reasons } = health;
  const [first, ...others] = reasons;
  return (
    <tr>
      <th scope="row">
        <a href={collectionAddress(platform)}>{name}</a>
      </th>
      <td data-label="状态">{state === 'healthy' ? HEALTH_TEXT[state] : <strong>{HEALTH_TEXT[state]}</strong>}</td>
      <td data-label="数据截至">
        <DataAge health={health} now={now} />
      </td>
      <td data-label="标的">{lotsText(health)}</td>
      <td data-label="为什么">
        {first === undefined ? '按时读取,没有异常' : reasonText(first)}
        {others.length === 0 ? null : <span class="soft">(另有 {others.length} 项)</span>}
      </td>
      <td data-label="怎么办">{first === undefined ? '无需处理' : first.todo}</td>
    </tr>
  );
}

/** How the data of every platform is, those somebody has to look at first. */
export function HealthTable({ health, now }: { readonly health: readonly PlatformHealth[]; readonly now: Instant }) {
  const sorted = health.toSorted((a, b) => IN_ORDER.indexOf(a.state) - IN_ORDER.indexOf(b.state));
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">平台</th>
            <th scope="col">状态</th>
            <th scope="col">数据截至</th>
            <th scope="col">标的</th>
            <th scope="col">为什么</th>
            <th scope="col">怎么办</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((each) => (
            <Row health={each} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
