import type { RequestFault } from '../../errors/problem.ts';
import type { ApprovalChain } from './chain.ts';

function faultsOf({ steps, ownerKind }: ApprovalChain, at: number): readonly RequestFault[] {
  const fault = (place: string, detail: string): RequestFault => ({ pointer: `/${at}${place}`, detail });
  const names = steps.flatMap(({ name }, index) =>
    name.trim() === '' ? [fault(`/steps/${index}/name`, '请填写环节名称')] : [],
  );
  const ids = steps.map(({ id }) => id);
  const last = steps.at(-1);
  const firstReview = steps.findIndex(({ actor }) => actor.kind !== 'owner');
  const lateOwner = steps.findLastIndex(({ actor }) => actor.kind === 'owner');
  const bureau = ownerKind === 'collective' ? 'agriculture' : 'state-assets';
  return [
    ...names,
    ...(steps.length === 0 ? [fault('/steps', '至少要有一个环节')] : []),
    ...(new Set(ids).size < ids.length ? [fault('/steps', '两个环节的编号相同')] : []),
    ...(last !== undefined && last.actor.kind !== 'office' ? [fault('/steps', '最后一个环节应由交易中心受理')] : []),
    ...(last?.actor.kind === 'office' && last.fromFen !== null
      ? [fault(`/steps/${steps.length - 1}/fromFen`, '受理环节不能设金额起点')]
      : []),
    ...(firstReview !== -1 && lateOwner > firstReview ? [fault('/steps', '产权人自己的环节应排在审核环节之前')] : []),
    ...(ownerKind === 'state' && steps.some(({ actor }) => actor.kind === 'township')
      ? [fault('/steps', '国有单位的挂牌不经镇街审核')]
      : []),
    ...(steps.some(({ actor }) => actor.kind === 'bureau' && actor.bureau !== bureau)
      ? [fault('/steps', `这类产权人的主管部门应为${ownerKind === 'collective' ? '农业农村部门' : '国资监管部门'}`)]
      : []),
  ];
}

/**
 * What is wrong with approval chains, as pointers into them: every kind of owner has one chain; the office takes the last
 * step, always; the owner's own steps come first, for they are taken by submitting; nobody reviews whom he does not reach.
 */
export function checkChains(chains: readonly ApprovalChain[]): readonly RequestFault[] {
  const kinds = chains.map(({ ownerKind }) => ownerKind).toSorted();
  const complete = kinds.length === 2 && kinds[0] === 'collective' && kinds[1] === 'state';
  return [
    ...(complete ? [] : [{ pointer: '', detail: '村集体和国有单位应各有一条审批流程' }]),
    ...chains.flatMap(faultsOf),
  ];
}
