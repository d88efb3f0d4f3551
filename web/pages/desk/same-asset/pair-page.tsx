import { type Caller, hasRole } from '#shared/domain/caller.ts';
import type { Said } from '#shared/domain/same-asset/decision.ts';
import type { Sighting } from '#shared/domain/same-asset/evidence.ts';
import type { PairView } from '#shared/services/same-asset/view.ts';
import { type Platforms, platformName } from '../../../platforms.ts';
import { Time } from '../../time.tsx';
import { DeskForm, ErrorSummary, Submit, TextArea } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';
import { DeskPage } from '../frame.tsx';
import { EvidenceTable } from './evidence-table.tsx';
import { BOARD_ADDRESS, SAID_TEXT, sideAddress } from './words.ts';

interface PairPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: PairView;
  readonly platforms: Platforms;
  readonly formKey: string;
  readonly refused?: { readonly title: string; readonly errors: FieldErrors; readonly typed: FormValues } | undefined;
}

function Side({ side, platforms }: { readonly side: Sighting; readonly platforms: Platforms }) {
  const { lotId, title, platform, isPlanned } = side;
  return (
    <li>
      <a href={sideAddress(lotId)}>{title ?? lotId}</a>{' '}
      <span class="soft">
        {platformName(platforms, platform)},{isPlanned ? '已移交、平台标的未登记' : '平台标的'}
      </span>
    </li>
  );
}

function Deed({ said, names }: { readonly said: Said; readonly names: readonly [string, string] }) {
  return (
    <li class="step past">
      <strong>{SAID_TEXT[said.type]}</strong> <Time at={said.at} /> <span class="soft">{said.by.name}</span>
      {said.reason === '' ? null : <span class="source">{said.reason}</span>}
      <details>
        <summary>当时的依据</summary>
        <EvidenceTable evidence={said.evidence} names={names} />
      </details>
    </li>
  );
}

function History({ decision }: Pick<PairView, 'decision'>) {
  if (decision === null) return null;
  return (
    <section class="panel" aria-labelledby="history">
      <h2 id="history">经过</h2>
      <ol class="timeline">
        {decision.said.map((said) => (
          <Deed said={said} names={decision.names} />
        ))}
      </ol>
      <p class="soft">时间均为北京时间。</p>
    </section>
  );
}

const ACTS = {
  confirm: { path: '/confirm', title: '确认为同一资产', hint: null },
  refuse: { path: '/refuse', title: '不是同一资产', hint: '可不填' },
  undo: { path: '/undo', title: '撤销合并', hint: '必填,撤销后各标的恢复为合并前的样子' },
} as const;

function ActForm({ act, ...props }: PairPageProps & { readonly act: keyof typeof ACTS }) {
  const { view, formKey, refused } = props;
  const { path, title, hint } = ACTS[act];
  const { pair, decision, handedOver } = view;
  const isEntering = act === 'confirm' && handedOver !== null;
  return (
    <DeskForm action={`${BOARD_ADDRESS}${path}`} formKey={`${formKey}-${act}`} version={decision?.version ?? 0}>
      <input type="hidden" name="a" value={pair.pair[0]} />
      <input type="hidden" name="b" value={pair.pair[1]} />
      <input type="hidden" name="hash" value={pair.hash} />
      {isEntering ? <p>确认后,这个平台标的登记为本系统挂牌的上架结果。</p> : null}
      {hint === null ? null : (
        <TextArea
          name="reason"
          label="原因"
          hint={hint}
          value={shownValue(refused?.typed, 'reason', '')}
          error={refused?.errors['reason']}
        />
      )}
      <Submit label={title} quiet={act !== 'confirm'} />
    </DeskForm>
  );
}

function stateText({ decision, isJoined }: PairView): string {
  const newest = decision?.said.at(-1);
  if (newest === undefined) return isJoined ? '已由其他依据归在一起' : '待确认';
  const isContradicted = newest.type !== 'confirmed' && isJoined;
  return isContradicted ? `${SAID_TEXT[newest.type]},但经其他标的连在一起,请核对` : SAID_TEXT[newest.type];
}

/** One pair with its evidence, its history, and what the office may decide. */
export function PairPage(props: PairPageProps) {
  const { caller, assets, view, platforms, refused } = props;
  const { pair, may } = view;
  return (
    <DeskPage title="同一资产:核对" caller={caller} here="same-asset" assets={assets}>
      <p>
        <a href={BOARD_ADDRESS}>← 同一资产</a>
      </p>
      <h1>是不是同一资产</h1>
      {refused === undefined ? null : <ErrorSummary title={refused.title} errors={refused.errors} />}
      <ul class="todo">
        <Side side={pair.left} platforms={platforms} />
        <Side side={pair.right} platforms={platforms} />
      </ul>
      <p class="state">
        <strong>{stateText(view)}</strong>
      </p>
      <section class="panel" aria-labelledby="evidence">
        <h2 id="evidence">现在的依据</h2>
        <EvidenceTable evidence={pair.evidence} names={pair.names} />
      </section>
      <History decision={view.decision} />
      {hasRole(caller, 'office') ? may.map((act) => <ActForm {...props} act={act} />) : null}
    </DeskPage>
  );
}
