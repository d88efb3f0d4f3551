import { AUCTION_LAW_RULES } from './data/auction-law.ts';
import { CIVIL_CODE_RULES } from './data/civil-code.ts';
import { HUZHOU_RULES } from './data/huzhou.ts';
import { JUDICIAL_ENTRUSTED_RULES } from './data/judicial-entrusted.ts';
import { JUDICIAL_ONLINE_RULES } from './data/judicial-online.ts';
import { JUDICIAL_ONLINE_SALE_RULES } from './data/judicial-online-sale.ts';
import { NEIGHBOURS_RULES } from './data/neighbours.ts';
import { PLATFORM_TERMS_RULES } from './data/platform-terms.ts';
import { RURAL_LAND_RULES } from './data/rural-land.ts';
import { STATE_ASSETS_RULES } from './data/state-assets.ts';
import { STATE_EQUITY_RULES } from './data/state-equity.ts';
import { ZHEJIANG_COLLECTIVE_RULES } from './data/zhejiang-collective.ts';
import type { TimeRule } from './time-rule.ts';

/**
 * Every rule of time and price we know of (时限与价格规则), each with its source and how sure it is. Ids are stable: events,
 * justifications and the office's decisions name rules by them.
 */
export const TIME_RULES: readonly TimeRule[] = [
  ...AUCTION_LAW_RULES,
  ...JUDICIAL_ONLINE_RULES,
  ...JUDICIAL_ONLINE_SALE_RULES,
  ...JUDICIAL_ENTRUSTED_RULES,
  ...STATE_EQUITY_RULES,
  ...STATE_ASSETS_RULES,
  ...ZHEJIANG_COLLECTIVE_RULES,
  ...HUZHOU_RULES,
  ...NEIGHBOURS_RULES,
  ...PLATFORM_TERMS_RULES,
  ...CIVIL_CODE_RULES,
  ...RURAL_LAND_RULES,
];
