import { cite, duration, flag, ratio } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['中华人民共和国农村土地承包法', '2018修正'] as const;

/** Rural Land Contracting Law (农村土地承包法), its text read. */
export const RURAL_LAND_RULES: readonly TimeRule[] = [
  duration(['contract_start', 'contract_end'], [30, 'year'], {
    id: 'rl-21-arable',
    ruleset: 'rural_land',
    name: '耕地承包期',
    note: '承包期三十年;其后的流转不得超过剩余承包期。',
    op: 'lte',
    when: { tradeKind: ['household_contract'], landType: ['arable'] },
    source: cite(...LAW, '第二十一条'),
  }),
  duration(['contract_start', 'contract_end'], [50, 'year'], {
    id: 'rl-21-grassland',
    ruleset: 'rural_land',
    name: '草地承包期',
    note: '承包期三十年至五十年;其后的流转不得超过剩余承包期。',
    op: 'lte',
    when: { tradeKind: ['household_contract'], landType: ['grassland'] },
    source: cite(...LAW, '第二十一条'),
  }),
  duration(['contract_start', 'contract_end'], [70, 'year'], {
    id: 'rl-21-forest',
    ruleset: 'rural_land',
    name: '林地承包期',
    note: '承包期三十年至七十年;其后的流转不得超过剩余承包期。',
    op: 'lte',
    when: { tradeKind: ['household_contract'], landType: ['forest'] },
    source: cite(...LAW, '第二十一条'),
  }),
  ratio(
    { n: 2, d: 3 },
    {
      id: 'rl-52',
      ruleset: 'rural_land',
      name: '发包给本集体以外的表决比例',
      measure: 'outsider_vote',
      note: '经村民会议三分之二以上成员或者代表同意,并报乡镇人民政府批准。',
      when: { tradeKind: ['contract_out'], lesseeIsOutsider: [true] },
      source: cite(...LAW, '第五十二条'),
    },
  ),
  flag({
    id: 'rl-51',
    ruleset: 'rural_land',
    name: '本集体成员优先承包',
    measure: 'member_priority',
    when: { tradeKind: ['contract_out'] },
    source: cite(...LAW, '第五十一条'),
  }),
];
