import type { Placement } from '../../domain/placement/placement.ts';
import type { Publishing } from '../../domain/placement/publishing.ts';
import { isForPeople } from './allowed-placement.ts';
import { isOfConnection } from './connection-codes.ts';
import type { PlacementCard } from './placement-cards.ts';

/** Whose turn it is with a placement, and what he has to do; `nobody`: the system's. */
export interface PlacementTodo {
  readonly who: 'office' | 'clerk' | 'platform' | 'nobody';
  /** Chinese. */
  readonly text: string;
}

/** What is to be done about a placement as it stands, and by whom. */
export function todoOf(
  { placement, isAddressKnown }: PlacementCard,
  publishing: Publishing | undefined,
): PlacementTodo {
  const { state } = placement;
  if (state === 'ended' || state === 'withdrawn') return nobody('已办结');
  if (state === 'unknown') return office('到平台核对:已有的,登记标的编号和网址;没有的,重试或改为人工移交');
  if (placement.withdrawal !== null) return toWithdraw(placement, publishing);
  if (state === 'blocked') return toUnblock(placement);
  // Where the keeper of the secrets does not answer, nobody needs to mend anything.
  if (isOfConnection(placement.postponedFor) && placement.postponedFor !== 'SECRET.UNAVAILABLE') {
    return office('检查平台对接的地址和密钥,改好后重试');
  }
  if (placement.amendment !== null && placement.amendment.doneAt === null) return toAmend(placement, publishing);
  if (state === 'awaiting-handoff') return { who: 'clerk', text: '移交材料,平台上架后登记网址' };
  if (placement.lot !== null && !isAddressKnown) return office('核对平台给出的网址,在挂牌中登记上架地址');
  return atPlatform(placement);
}

function office(text: string): PlacementTodo {
  return { who: 'office', text };
}

function nobody(text: string): PlacementTodo {
  return { who: 'nobody', text };
}

function toWithdraw(placement: Placement, publishing: Publishing | undefined): PlacementTodo {
  if (!isForPeople(placement, publishing, 'withdraw')) return nobody('系统正在请平台撤下');
  return office('请平台撤下,确认撤下后在此登记');
}

function toAmend(placement: Placement, publishing: Publishing | undefined): PlacementTodo {
  if (!isForPeople(placement, publishing, 'amend')) return nobody('系统正在请平台变更');
  return office('请平台变更,确认变更后在此登记');
}

function toUnblock({ refusal }: Placement): PlacementTodo {
  if (refusal?.stage === 'package') return office('退回挂牌补充材料,或改好设置后重试');
  return office('与平台核实后重试,或改为人工移交');
}

function atPlatform({ state, shown }: Placement): PlacementTodo {
  if (state === 'accepted') return nobody('等待平台显示');
  if (state !== 'live') return nobody('系统办理中');
  if (shown !== null && shown.differences.length > 0) return office('与平台核实不一致之处,改正或办理变更');
  return nobody('系统定时核对');
}
