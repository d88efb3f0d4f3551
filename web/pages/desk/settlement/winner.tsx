import type { Caller } from '#shared/domain/caller.ts';
import {
  CODE_TYPE_NAMES,
  type MaskedParty,
  type Party,
  PURPOSE_NAMES,
  PURPOSES,
  type Purpose,
} from '#shared/domain/settlement/party.ts';
import type { SettlementView } from '#shared/services/settlement/view.ts';
import { UNKNOWN } from '../../../words.ts';
import { DeskForm, Select, Submit } from '../form.tsx';
import { DeskPage, type DeskPart } from '../frame.tsx';
import { settlementAddress } from './words.ts';

/** A party as anybody may see it who sees its lot or contract. */
export function MaskedWords({ party }: { readonly party: MaskedParty }) {
  return (
    <p>
      {party.name},{CODE_TYPE_NAMES[party.codeType]} {party.code}
      {party.phone === null ? '' : `,电话 ${party.phone}`}
    </p>
  );
}

/** The form that opens particulars for a purpose; each time is noted. */
export function ReadingForm({ action, formKey }: { readonly action: string; readonly formKey: string }) {
  return (
    <DeskForm action={action} formKey={formKey}>
      <Select
        name="purpose"
        label="查看完整信息,用于"
        value=""
        options={PURPOSES.map((purpose) => [purpose, PURPOSE_NAMES[purpose]])}
        empty="请选择用途"
        required
        hint="每次查看都记录查看人、时间和用途。"
      />
      <div class="buttons">
        <Submit label="查看" quiet />
      </div>
    </DeskForm>
  );
}

/** The winning party, masked; who may, opens it. */
export function WinnerPanel({ view, formKey }: { readonly view: SettlementView; readonly formKey: string }) {
  const { status, settlement, winner, may, card } = view;
  if (status !== 'sold' && settlement.winner === null) return null;
  return (
    <section class="panel" aria-labelledby="winner">
      <h2 id="winner">竞得人</h2>
      {settlement.winner === null ? <p class="soft">还没有登记。</p> : null}
      {settlement.winner !== null && winner === null ? <p class="soft">信息已删除。</p> : null}
      {winner === null ? null : <MaskedWords party={winner} />}
      {winner !== null && may.includes('winner-read') ? (
        <ReadingForm action={`${settlementAddress(card.lotId)}/winner`} formKey={formKey} />
      ) : null}
    </section>
  );
}

interface PartyPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly here: DeskPart;
  /** What people call it: 竞得人, 承租人. */
  readonly what: string;
  readonly party: Party;
  readonly purpose: Purpose;
  readonly back: string;
}

/** A party's particulars in full, shown once for one purpose. */
export function PartyPage({ caller, assets, here, what, party, purpose, back }: PartyPageProps) {
  const rows = [
    ['姓名或名称', party.name],
    [CODE_TYPE_NAMES[party.codeType], party.code],
    ['联系人', party.contact ?? UNKNOWN],
    ['电话', party.phone ?? UNKNOWN],
  ] as const;
  return (
    <DeskPage title={`${what}信息`} caller={caller} here={here} assets={assets}>
      <p>
        <a href={back}>← 返回</a>
      </p>
      <h1>{what}信息</h1>
      <p class="notice">本次查看已记录,用途:{PURPOSE_NAMES[purpose]}。请勿用于其他用途,用后及时关闭。</p>
      <dl>
        {rows.map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
      </dl>
    </DeskPage>
  );
}
