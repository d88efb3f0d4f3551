import type { ChainStep, StepActor } from '#shared/domain/approval/chain.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Listing } from '#shared/domain/listing/listing.ts';
import { waitingStep } from '#shared/domain/listing/progress.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';

/** What comes next: what, and by whom. */
export interface NextStep {
  readonly what: string;
  readonly who: string;
}

/** Who takes a step of the chain, in words. */
function stepActorText(actor: StepActor, owner: Owner): string {
  switch (actor.kind) {
    case 'owner':
      return owner.name;
    case 'township':
      return '镇街三资办';
    case 'bureau':
      return actor.bureau === 'agriculture' ? '区农业农村局' : '国资主管部门';
    case 'office':
      return '交易中心';
  }
}

function reviewNext(step: ChainStep | undefined, owner: Owner): NextStep {
  if (step === undefined) return { what: '审核', who: '审核人员' };
  return { what: step.name, who: stepActorText(step.actor, owner) };
}

/** Between approval and the platform, where the system publishes by itself; undefined where people do. */
function publishingNext(placement: Placement | null): NextStep | undefined {
  if (placement === null || placement.way === 'handoff') return undefined;
  const isStopped = placement.state === 'blocked' || placement.state === 'unknown';
  return isStopped ? { what: '处理上架中的问题', who: '交易中心' } : { what: '通过平台接口上架', who: '系统自动' };
}

/** What comes next for a listing, and by whom; undefined when nothing does. */
export function nextStepOf(
  listing: Listing,
  owner: Owner,
  platform: string,
  placement: Placement | null,
): NextStep | undefined {
  switch (listing.state) {
    case 'draft':
      return { what: listing.submissions.length === 0 ? '填写完整并提交审核' : '修改后重新提交', who: owner.name };
    case 'review':
      return reviewNext(waitingStep(listing), owner);
    case 'approved':
      return publishingNext(placement) ?? { what: '生成材料包并移交平台', who: '交易中心' };
    case 'handed-over':
      return publishingNext(placement) ?? { what: '上架并填回网址', who: platform };
    case 'placed':
      return { what: '竞价,结束后登记结果', who: platform };
    case 'failed':
      return { what: '决定是否再次挂牌', who: owner.name };
    case 'defaulted':
      return { what: '处理悔拍,决定是否再次挂牌', who: owner.name };
    case 'sold':
      return { what: '成交公示和签约', who: '交易中心' };
    case 'agreed':
    case 'withdrawn':
      return undefined;
  }
}
