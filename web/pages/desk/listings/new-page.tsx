import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import { STATE_NAMES } from '#shared/domain/listing/transitions.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import { DeskForm, type Option, Select, Submit } from '../form.tsx';
import { type FormValues, shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { type Refused, RefusedNotice } from './refused.tsx';
import { UNTITLED } from './words.ts';

interface NewProps {
  readonly caller: Caller;
  readonly assets: string;
  /** Owners the caller enters listings for. */
  readonly owners: readonly Owner[];
  /** Their earlier listings, newest first. */
  readonly earlier: readonly ListingCard[];
  readonly formKey: string;
  readonly typed: FormValues | undefined;
  readonly refused?: Refused | undefined;
}

/** Opens a draft: for whom, and from nothing, from an asset, or as a copy of an earlier listing. */
export function NewListingPage({ caller, assets, owners, earlier, formKey, typed, refused }: NewProps) {
  const only = owners.length === 1 ? (owners[0]?.id ?? '') : '';
  const copies = earlier.map(
    ({ id, title, ownerName, state }): Option => [id, `${title ?? UNTITLED}(${ownerName},${STATE_NAMES[state]})`],
  );
  const asset = shownValue(typed, 'asset', '');
  return (
    <DeskPage title="新建挂牌" caller={caller} here="listings" assets={assets}>
      <h1>新建挂牌</h1>
      <RefusedNotice refused={refused} />
      <DeskForm action="/desk/listings" formKey={formKey}>
        {asset === '' ? null : <input type="hidden" name="asset" value={asset} />}
        <Select
          name="ownerId"
          label="为谁挂牌"
          value={shownValue(typed, 'ownerId', only)}
          options={owners.map(({ id, name }) => [id, name])}
          empty="请选择"
          error={refused?.errors['ownerId']}
          required
        />
        {copies.length === 0 ? null : (
          <Select
            name="copyOf"
            label="从以前的挂牌复制"
            hint="复制条件,不复制日期、表决和材料。"
            value={shownValue(typed, 'copyOf', '')}
            options={copies}
            empty="不复制,从头填"
            error={refused?.errors['copyOf']}
          />
        )}
        <Submit label="开始填写" />
      </DeskForm>
    </DeskPage>
  );
}
