import { ErrorSummary } from '../form.tsx';
import type { FieldErrors } from '../form-text.ts';
import { placementAddress } from '../placements/words.ts';

/** An asset that cannot be offered, for another listing has it. */
export interface HeldAsset {
  /** Its name; `null` where the person may not see it. */
  readonly asset: string | null;
  /** Id of the listing that has it. */
  readonly listing: string;
  /** That listing's title; `null` where the person may not see it. */
  readonly title: string | null;
  /** For how long, in words. */
  readonly period: string;
}

/** Why a form is shown again. */
export interface Refused {
  readonly title: string;
  /** By the name of the field. */
  readonly errors: FieldErrors;
  readonly held?: HeldAsset | undefined;
  /** Id of a placement whose platform may have the lot, and has to take it down first. */
  readonly placement?: string | undefined;
}

/** Why a listing's form is shown again, above it. */
export function RefusedNotice({ refused }: { readonly refused: Refused | undefined }) {
  if (refused === undefined) return null;
  const { title, errors, held, placement } = refused;
  return (
    <ErrorSummary title={title} errors={errors}>
      {held === undefined ? null : <Held held={held} />}
      {placement === undefined ? null : (
        <p>
          <a href={placementAddress(placement)}>打开上架看板中的这一条</a>,由交易中心申请撤下。
        </p>
      )}
    </ErrorSummary>
  );
}

function Held({ held: { asset, listing, title, period } }: { readonly held: HeldAsset }) {
  return (
    <p>
      {asset === null ? '该资产' : `资产“${asset}”`}已被
      {title === null ? (
        `另一个挂牌(编号 ${listing})`
      ) : (
        <>
          挂牌“<a href={`/desk/listings/${listing}`}>{title}</a>”
        </>
      )}
      占用:{period}。
    </p>
  );
}
