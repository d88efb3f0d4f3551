import type { Placement, Refusal } from '../../domain/placement/placement.ts';
import { formatBeijingText } from '../../domain/time.ts';
import type { PlacementCard } from './placement-cards.ts';
import { titleOfCode } from './told-words.ts';

const STAGE_WORDS: Readonly<Record<Refusal['stage'], string>> = {
  package: '移交材料不全',
  limits: '超出平台的要求',
  platform: '平台退回',
};

/** What is wrong with a placement, in one Chinese sentence; `null`: nothing. */
export function problemOf({ placement, isAddressKnown }: PlacementCard): string | null {
  const { state, lot, doubt, refusal, postponedFor } = placement;
  if (state === 'ended' || state === 'withdrawn') return null;
  if (state === 'unknown') return `发送后不能确定平台有没有受理(${doubt === null ? '原因不明' : titleOfCode(doubt)})。`;
  if (refusal !== null) return refusalWords(placement, refusal);
  if (postponedFor !== null) return `${titleOfCode(postponedFor)}${againAt(placement)}。`;
  if (lot !== null && !isAddressKnown) return '平台给出的网址不在该平台名下,挂牌还没有登记上架地址。';
  return differenceWords(placement);
}

function refusalWords(placement: Placement, { stage, code, faults, count }: Refusal): string {
  const told = faults.map(({ detail }) => detail).join(';');
  const times = count > 1 ? `(已 ${count} 次)` : '';
  return `${STAGE_WORDS[stage]}${times}:${told === '' ? titleOfCode(code) : told}${againAt(placement)}。`;
}

function againAt({ postponedUntil }: Placement): string {
  return postponedUntil === null ? '' : `,${formatBeijingText(postponedUntil)} 后自动再试`;
}

function differenceWords({ shown }: Placement): string | null {
  const count = shown?.differences.length ?? 0;
  return count === 0 ? null : `平台显示的内容有 ${count} 处与批准的不一致。`;
}
