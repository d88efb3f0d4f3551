import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { DeskForm, ErrorSummary, Select, Submit, TextArea } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { PASTED_COLUMNS } from './read-pasted.ts';

interface StartProps {
  readonly caller: Caller;
  readonly assets: string;
  /** Owners whose contracts the caller keeps. */
  readonly owners: readonly Owner[];
}

function NoOwners() {
  return <p class="notice">您还没有可以登记合同的单位;请联系交易中心登记单位或调整您的任职。</p>;
}

/** Whose contract is entered. */
export function ChooseContractOwnerPage({ caller, assets, owners }: StartProps) {
  return (
    <DeskPage title="登记合同" caller={caller} here="contracts" assets={assets}>
      <h1>登记合同</h1>
      {owners.length === 0 ? (
        <NoOwners />
      ) : (
        <form method="get" action="/desk/contracts/new" class="desk-form">
          <Select name="owner" label="哪个单位的合同" value="" options={owners.map(({ id, name }) => [id, name])} />
          <Submit label="下一步" />
        </form>
      )}
    </DeskPage>
  );
}

interface ImportProps extends StartProps {
  readonly formKey: string;
  readonly typed?: FormValues | undefined;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors } | undefined;
}

/** Older leases pasted from a table, a line each. */
export function ImportContractsPage({ caller, assets, owners, formKey, typed, refused }: ImportProps) {
  return (
    <DeskPage title="批量登记合同" caller={caller} here="contracts" assets={assets}>
      <p>
        <a href="/desk/contracts">← 合同台账</a>
      </p>
      <h1>批量登记合同</h1>
      <p>
        从 Excel 复制以下各列粘贴到框内,一行一份,不带表头:{PASTED_COLUMNS.join('、')}
        。承租人不要粘贴,登记后在合同页面另行登记。有一行写错,全部不登记。
      </p>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      {owners.length === 0 ? (
        <NoOwners />
      ) : (
        <DeskForm action="/desk/contracts/import" formKey={formKey}>
          <Select
            name="ownerId"
            label="哪个单位的合同"
            value={shownValue(typed, 'ownerId', '')}
            options={owners.map(({ id, name }) => [id, name])}
            error={refused?.errors['ownerId']}
            required
          />
          <TextArea
            name="rows"
            label="合同"
            value={shownValue(typed, 'rows', '')}
            rows={10}
            error={refused?.errors['rows']}
            required
          />
          <div class="buttons">
            <Submit label="登记" />
          </div>
        </DeskForm>
      )}
    </DeskPage>
  );
}
