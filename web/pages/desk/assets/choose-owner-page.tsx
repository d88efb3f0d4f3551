import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { Select, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';

interface ChooseOwnerProps {
  readonly caller: Caller;
  readonly assets: string;
  /** Owners whose registers the caller keeps. */
  readonly owners: readonly Owner[];
}

/** Whose asset is entered, for who keeps the registers of several. */
export function ChooseOwnerPage({ caller, assets, owners }: ChooseOwnerProps) {
  return (
    <DeskPage title="登记资产" caller={caller} here="assets" assets={assets}>
      <h1>登记资产</h1>
      {owners.length === 0 ? (
        <p class="notice">您还没有可以登记资产的单位;请联系交易中心登记单位或调整您的任职。</p>
      ) : (
        <form method="get" action="/desk/assets/new" class="desk-form">
          <Select
            name="owner"
            label="登记到哪个产权人名下"
            value=""
            options={owners.map(({ id, name }) => [id, name] as const)}
          />
          <Submit label="下一步" />
        </form>
      )}
    </DeskPage>
  );
}
