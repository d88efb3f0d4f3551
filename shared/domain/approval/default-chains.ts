import { fen } from '../money.ts';
import type { ApprovalChain } from './chain.ts';

/** A collective's listing. Limits and days are our assumption (待确认) until the office saves its own. */
const COLLECTIVE: ApprovalChain = {
  ownerKind: 'collective',
  confirmed: false,
  steps: [
    {
      id: 'proposal',
      name: '社管会提议',
      actor: { kind: 'owner' },
      papers: ['proposal'],
      fromFen: null,
      workingDays: null,
    },
    {
      id: 'vote',
      name: '成员(代表)会议表决',
      actor: { kind: 'owner' },
      papers: ['resolution'],
      fromFen: null,
      workingDays: null,
    },
    {
      id: 'publicity',
      name: '公示',
      actor: { kind: 'owner' },
      papers: ['publicity-proof'],
      fromFen: null,
      workingDays: null,
    },
    { id: 'township', name: '镇街三资办审核', actor: { kind: 'township' }, papers: [], fromFen: null, workingDays: 3 },
    {
      id: 'bureau',
      name: '区农业农村局审核',
      actor: { kind: 'bureau', bureau: 'agriculture' },
      papers: [],
      fromFen: fen(1_000_000_00),
      workingDays: 5,
    },
    { id: 'office', name: '交易中心受理', actor: { kind: 'office' }, papers: [], fromFen: null, workingDays: 2 },
  ],
};

/** A state-owned unit's listing. */
const STATE: ApprovalChain = {
  ownerKind: 'state',
  confirmed: false,
  steps: [
    {
      id: 'application',
      name: '单位申请',
      actor: { kind: 'owner' },
      papers: ['application'],
      fromFen: null,
      workingDays: null,
    },
    {
      id: 'approval',
      name: '主管部门、国资监管部门审批',
      actor: { kind: 'bureau', bureau: 'state-assets' },
      papers: [],
      fromFen: null,
      workingDays: 5,
    },
    { id: 'office', name: '交易中心受理', actor: { kind: 'office' }, papers: [], fromFen: null, workingDays: 2 },
  ],
};

/** The chains as shipped, one for each kind of owner. */
export const DEFAULT_CHAINS: readonly ApprovalChain[] = [COLLECTIVE, STATE];
