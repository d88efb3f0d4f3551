import type { PlacementEvent } from './events.ts';
import type { PlacementState, PlacementStep, PlacementWay } from './placement.ts';

/** What people call the states of a placement. */
export const PLACEMENT_STATE_NAMES: Readonly<Record<PlacementState, string>> = {
  pending: '待准备',
  validated: '校验通过,待发送',
  submitted: '已发送,待答复',
  accepted: '平台已受理',
  live: '已上架',
  ended: '已结束',
  rejected: '平台退回,待重试',
  blocked: '已停止,须人工处理',
  'awaiting-handoff': '待人工移交',
  withdrawn: '已撤下',
  unknown: '结果不明,须人工核对',
};

/** What people call what happened to a placement. */
export const PLACEMENT_EVENT_NAMES: Readonly<Record<PlacementEvent['type'], string>> = {
  opened: '建立上架',
  validated: '材料备齐,校验通过',
  attempted: '向平台发送',
  postponed: '没有办成,稍后再试',
  refused: '被退回',
  doubted: '结果不明',
  accepted: '平台受理',
  shown: '平台上可见',
  'amendment-asked': '要求变更',
  amended: '变更完成',
  'withdrawal-asked': '要求撤下',
  withdrawn: '已撤下',
  ended: '本轮结束',
  resumed: '人工要求重试',
  switched: '改为人工移交',
};

/** What people call the steps done for a placement. */
export const STEP_NAMES: Readonly<Record<PlacementStep, string>> = {
  prepare: '准备材料',
  publish: '发布',
  amend: '变更',
  withdraw: '撤下',
  follow: '核对平台显示',
};

/** What people call the ways to a platform. */
export const WAY_NAMES: Readonly<Record<PlacementWay, string>> = { api: '接口发布', handoff: '人工移交' };
