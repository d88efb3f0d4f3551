import { fen } from '../../money.ts';
import { cite, duration } from '../declare.ts';
import type { TimeRule } from '../time-rule.ts';

const LAW = ['企业国有资产交易监督管理办法', '国资委 财政部令第32号(2016-06-24)'] as const;

const ASSETS = ['real_estate', 'equipment', 'vehicle', 'claim', 'scrap', 'ip', 'construction_in_progress'] as const;

/**
 * Transfers of state-owned assets (32号令第五十条), read in a city's rule that repeats it. Its two limbs leave out
 * exactly 10 million yuan, which is held against the stricter one as our assumption.
 */
export const STATE_ASSETS_RULES: readonly TimeRule[] = [
  duration(['disclosure_published', 'disclosure_end'], [10, 'working_day'], {
    id: 'o32-50-10',
    ruleset: 'soe_asset',
    name: '国有资产转让公告期(100万元以上、1000万元以下)',
    note: '原文为高于100万元、低于1000万元;不高于100万元的,该办法未规定最短公告期。',
    when: {
      ownerKind: ['state'],
      assetClass: ASSETS,
      tradeKind: ['transfer'],
      startPrice: { over: fen(1_000_000_00), under: fen(10_000_000_00) },
    },
    confidence: 'stored_secondary',
    source: cite(...LAW, '第五十条', 'https://www.360ask.cn/xinwen/bmjd/7808_2.html'),
  }),
  duration(['disclosure_published', 'disclosure_end'], [20, 'working_day'], {
    id: 'o32-50-20',
    ruleset: 'soe_asset',
    name: '国有资产转让公告期(1000万元以上)',
    note: '原文为高于1000万元。',
    when: {
      ownerKind: ['state'],
      assetClass: ASSETS,
      tradeKind: ['transfer'],
      startPrice: { over: fen(10_000_000_00) },
    },
    confidence: 'stored_secondary',
    source: cite(...LAW, '第五十条', 'https://www.360ask.cn/xinwen/bmjd/7808_2.html'),
  }),
  duration(['disclosure_published', 'disclosure_end'], [20, 'working_day'], {
    id: 'o32-50-10m',
    ruleset: 'soe_asset',
    name: '国有资产转让公告期(恰为1000万元)',
    note: '恰为1000万元的,原文两档均未规定;本系统按较严一档提示。',
    when: {
      ownerKind: ['state'],
      assetClass: ASSETS,
      tradeKind: ['transfer'],
      startPrice: { exactly: fen(10_000_000_00) },
    },
    severity: 'warning',
    confidence: 'assumption',
    source: cite(...LAW, '第五十条', 'https://www.360ask.cn/xinwen/bmjd/7808_2.html'),
  }),
];
