import { component, schedule, source } from '#shared/domain/fees/declare.ts';
import type { FeeComponent, FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { fen } from '#shared/domain/money.ts';

const OWN_DESIGN = source({ title: 'own design', quality: 'illustrative' });

function halfMonth(payer: 'buyer' | 'seller'): FeeComponent {
  return component({
    code: `${payer}_lease_service`,
    payer,
    category: 'transaction_service',
    base: 'none',
    formula: { type: 'months_of_rent', milliMonths: 500 },
  });
}

const HALF_MONTH_EACH = schedule({
  id: 'half-month-rent-each-side',
  title: '租赁服务费 双方各半个月租金(示例)',
  platform: 'equity_exchange',
  confidence: 'illustrative',
  source: OWN_DESIGN,
  when: { tradeKinds: ['lease'] },
  components: [halfMonth('buyer'), halfMonth('seller')],
});

const FLAT_AND_PER_MU = schedule({
  id: 'flat-and-per-mu',
  title: '流转见证费 每宗200元 + 每亩2元(示例)',
  platform: 'township_station',
  confidence: 'illustrative',
  source: OWN_DESIGN,
  when: { assetClasses: ['land_operation_right'] },
  notes: ['Areas are integers in 0.001 mu; amountFen is per perUnits of them.'],
  components: [
    component({
      code: 'lot_flat',
      payer: 'buyer',
      category: 'transaction_service',
      base: 'none',
      formula: { type: 'flat', amountFen: fen(200_00) },
    }),
    component({
      code: 'per_mu',
      payer: 'buyer',
      category: 'transaction_service',
      base: 'none',
      formula: { type: 'per_unit', unit: 'areaMilliMu', perUnits: 1000, amountFen: fen(2_00) },
    }),
  ],
});

/** Forms of fees made up for the demo, of no platform there is. */
export const illustrativeFees: readonly FeeSchedule[] = [HALF_MONTH_EACH, FLAT_AND_PER_MU];
