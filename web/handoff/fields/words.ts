import type { RoundEnding } from '#shared/domain/listing/events.ts';
import type { Eligibility } from '#shared/domain/listing/terms.ts';

/** Who may bid, as a notice says it; `restricted` is followed by its condition. */
export const ELIGIBILITY_TEXT: Readonly<Record<Eligibility['who'], string>> = {
  anyone: '具有完全民事行为能力的自然人、法人和其他组织',
  'members-only': '仅限本集体经济组织成员',
  organisations: '仅限法人和其他组织',
  restricted: '符合下列条件的竞买人',
};

/** How a round ended. */
export const OUTCOME_TEXT: Readonly<Record<RoundEnding['outcome'], string>> = {
  sold: '成交',
  failed: '流拍',
  defaulted: '悔拍',
};
