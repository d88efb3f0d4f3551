import type { Caller } from '#shared/domain/caller.ts';
import { UploadForm } from '../files/upload-field.tsx';
import { DeskForm, ErrorSummary, Submit } from '../form.tsx';
import { DeskPage } from '../frame.tsx';
import { UNTITLED } from '../listings/words.ts';
import { ActFields } from './act-fields.tsx';
import type { ActFieldsProps } from './fields.tsx';
import { SETTLEMENT_ACTS, type SettlementAct, settlementAddress } from './words.ts';

interface ActPageProps extends ActFieldsProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly act: SettlementAct;
  readonly formKey: string;
  /** Address of this page with its search, to come back to after a file went up. */
  readonly here: string;
  readonly version: number;
  readonly refusedTitle?: string | undefined;
}

/** The page of one act after a sale: what it means, and its form. */
export function SettlementActPage(props: ActPageProps) {
  const { caller, assets, act, formKey, here, view, version, refusedTitle, errors } = props;
  const { label } = SETTLEMENT_ACTS[act];
  const page = settlementAddress(view.card.lotId);
  const title = view.card.title ?? UNTITLED;
  return (
    <DeskPage title={`${label} - ${title}`} caller={caller} here="settlement" assets={assets}>
      <p>
        <a href={page}>← {title}</a>
      </p>
      <h1>{label}</h1>
      {refusedTitle === undefined ? null : <ErrorSummary title={refusedTitle} errors={errors ?? {}} />}
      <DeskForm action={`${page}/do/${act}`} formKey={formKey} version={version}>
        <ActFields {...props} />
        <div class="buttons">
          <Submit label={label} />
        </div>
      </DeskForm>
      {view.owner === null ? null : (
        <UploadForm name="document" ownerId={view.owner.id} formKey={`${formKey}-file`} back={here} />
      )}
    </DeskPage>
  );
}
