import type { Owner } from '#shared/domain/asset/owner.ts';
import type { ContractProposal } from '#shared/services/contract/proposal.ts';
import { allAssets } from '#shared/services/desk/asset/list-assets.ts';
import { findFile } from '#shared/services/desk/files/file-record.ts';
import { ContractFormPage } from '#web/pages/desk/contracts/form-page.tsx';
import { filesIn, withAttached } from '#web/pages/desk/files/files-in.ts';
import { callerIn } from './admission.ts';
import type { ContractDeskPorts } from './contracts-ports.ts';
import type { Refusal } from './desk/desk-answers.ts';
import type { DeskContext } from './desk/desk-routes.ts';
import { deskAssets } from './desk/static.ts';
import { refusedWhy } from './settlement-refusal.ts';

interface Shown {
  readonly owner: Owner;
  readonly stored: ContractProposal;
  readonly action: string;
  readonly version?: number;
  readonly refusal?: Refusal | undefined;
}

/** The form of a contract with what is known, or with what was typed and why it was refused. */
export async function contractForm(context: DeskContext, ports: ContractDeskPorts, shown: Shown) {
  const caller = callerIn(context);
  const { owner, stored, action, version, refusal } = shown;
  const lines = await allAssets(caller, ports, { ownerId: owner.id });
  const named = refusal === undefined ? (stored.scan === null ? [] : [stored.scan]) : filesIn(refusal.typed, 'scan');
  const ids = withAttached(context.req.url, 'scan', named).slice(-1);
  const found = await Promise.all(ids.map((id) => findFile(ports.records, id)));
  const { pathname, search } = new URL(context.req.url);
  return ContractFormPage({
    ...{ caller, assets: deskAssets, owner, stored, action, version },
    ownAssets: lines.map(({ id, asset }) => [id, asset.name] as const),
    scan: found.flatMap((record) => (record?.file.ownerId === owner.id ? [record.file] : [])),
    formKey: ports.ids.next(),
    here: `${pathname}${search}`,
    typed: refusal?.typed,
    refused: refusal && refusedWhy(refusal),
  });
}
