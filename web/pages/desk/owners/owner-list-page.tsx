import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { hasRole } from '#shared/domain/caller.ts';
import { divisionName } from '#shared/domain/villages.ts';
import { UNKNOWN } from '../../../words.ts';
import { DeskPage } from '../frame.tsx';
import { OWNER_KIND_TEXT } from './read-owner-form.ts';

interface OwnerListProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly owners: readonly Owner[];
}

/** The owners the caller may see. */
export function OwnerListPage({ caller, assets, owners }: OwnerListProps) {
  return (
    <DeskPage title="产权人" caller={caller} here="assets" assets={assets}>
      <p>
        <a href="/desk/assets">← 资产台账</a>
      </p>
      <h1>产权人</h1>
      {hasRole(caller, 'office') ? (
        <p class="links">
          <a href="/desk/owners/new">登记产权人</a>
        </p>
      ) : null}
      <p>共 {owners.length} 个。</p>
      <div class="scroll">
        <table class="stacked">
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">性质</th>
              <th scope="col">所在</th>
              <th scope="col">统一社会信用代码</th>
            </tr>
          </thead>
          <tbody>
            {owners.map(({ id, name, kind, division, uscc }) => (
              <tr>
                <th scope="row">
                  <a href={`/desk/owners/${id}`}>{name}</a>
                </th>
                <td data-label="性质">{OWNER_KIND_TEXT[kind]}</td>
                <td data-label="所在">{divisionName(division)}</td>
                <td data-label="统一社会信用代码">{uscc ?? UNKNOWN}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DeskPage>
  );
}
