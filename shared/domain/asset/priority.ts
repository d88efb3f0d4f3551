import type { PriorityBasis } from './asset.ts';

/** What a right of priority (优先权) is called, and the law it rests on. */
export interface PriorityFacts {
  readonly name: string;
  /** Chinese; `null` where the contract or a decision has to say it. */
  readonly law: string | null;
}

/** Rights of priority and their law, all under equal conditions (同等条件). */
export const PRIORITY_FACTS: Readonly<Record<PriorityBasis, PriorityFacts>> = {
  'sitting-lessee': { name: '现承租人优先承租', law: '《民法典》第七百三十四条第二款' },
  'lessee-preemption': { name: '房屋承租人优先购买', law: '《民法典》第七百二十六条' },
  'collective-member': { name: '本集体经济组织成员优先', law: '《农村土地承包法》第三十八条第五项、第五十一条' },
  'co-owner': { name: '按份共有人优先购买', law: '《民法典》第三百零五条' },
  other: { name: '其他(按合同或决议)', law: null },
};
