import type { Difference } from '#shared/domain/asset/differences.ts';
import type { Actor } from '#shared/domain/people/role.ts';
import type { Change } from '#shared/services/desk/asset/changes.ts';
import { Time } from '../../time.tsx';
import { fieldText, valueText } from './change-words.ts';

/** Who did it; an accountant who entered it for a village is shown as such (代录). */
function ActorName({ actor }: { readonly actor: Actor }) {
  return (
    <>
      {actor.name}
      {actor.onBehalf ? <span class="badge">代录</span> : null}
    </>
  );
}

/** What differs, field by field, before and after. */
export function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul class="changed">
      {differences.map(({ pointer, before, after }) => (
        <li>
          {fieldText(pointer)}:<del>{valueText(pointer, before)}</del> → <ins>{valueText(pointer, after)}</ins>
        </li>
      ))}
    </ul>
  );
}

function ChangeEntry({ change }: { readonly change: Change }) {
  const { version, at, by, importedFrom, differences } = change;
  return (
    <li class="panel">
      <p>
        <Time at={at} /> <ActorName actor={by} /> {version === 1 ? '登记' : '更正'}
        {importedFrom === null ? null : <span class="soft">(批量导入,表格第 {importedFrom.row} 行)</span>}
      </p>
      {version > 1 && differences.length === 0 ? <p class="soft">内容没有变化。</p> : null}
      {differences.length === 0 ? null : <DifferenceList differences={differences} />}
    </li>
  );
}

/** The history of a thing, newest first. */
export function History({ changes }: { readonly changes: readonly Change[] }) {
  return (
    <section>
      <h2>变更记录</h2>
      <ul class="todo">
        {changes.map((change) => (
          <ChangeEntry change={change} />
        ))}
      </ul>
    </section>
  );
}
