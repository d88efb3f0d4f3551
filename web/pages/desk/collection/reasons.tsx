import type { HealthReason } from '#shared/services/collection/judge-health.ts';
import { factLabel } from '../../../lot-facts.ts';

/** Why it is so, with the facts meant. */
export function reasonText({ text, facts = [] }: HealthReason): string {
  return facts.length === 0 ? text : `${text}:${facts.map(factLabel).join('、')}`;
}

/** Why a platform's data is as it is, and what to do. */
export function Reasons({ reasons }: { readonly reasons: readonly HealthReason[] }) {
  if (reasons.length === 0) return <p>按时读取,没有异常。</p>;
  return (
    <ul class="todo">
      {reasons.map((reason) => (
        <li class={reason.state === 'blocked' || reason.state === 'drifting' ? 'late' : undefined}>
          <strong>{reasonText(reason)}</strong>
          <span class="source">{reason.todo}</span>
        </li>
      ))}
    </ul>
  );
}
