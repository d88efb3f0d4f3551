import { describe, expect, it } from 'vitest';
import { matches } from '#shared/domain/fees/conditions.ts';
import type { Sale } from '#shared/domain/fees/sale.ts';
import type { FeeConditions } from '#shared/domain/fees/schedule.ts';
import { aSale } from './fees-builders.ts';

describe('conditions', () => {
  it.each([
    [{ ownerKinds: ['collective', 'farmer'] }, {}, 'yes'],
    [{ ownerKinds: ['enterprise'] }, { tradeCategory: 'commercial' }, 'yes'],
    [{ ownerKinds: ['state'] }, { tradeCategory: 'judicial' }, ['tradeCategory']],
    [{ saleKinds: ['judicial_entrusted'] }, { tradeCategory: 'judicial', venue: 'on-site' }, 'yes'],
    [{ saleKinds: ['judicial_entrusted'] }, { tradeCategory: 'judicial', venue: 'online' }, 'no'],
    [{ saleKinds: ['judicial_entrusted'] }, { tradeCategory: 'judicial', venue: null }, ['venue']],
    [{ excludeSaleKinds: ['judicial'] }, {}, 'yes'],
    [{ excludeSaleKinds: ['judicial'] }, { tradeCategory: 'judicial' }, 'no'],
    [{ excludeSaleKinds: ['judicial'] }, { tradeCategory: null }, ['tradeCategory']],
    [{ ownerKinds: ['state'], excludeSaleKinds: ['judicial'] }, { tradeCategory: 'judicial' }, 'no'],
    [{ saleMethods: ['online_bidding'] }, {}, 'yes'],
    [{ saleMethods: ['online_bidding'] }, { venue: 'on-site' }, 'no'],
    [{ saleMethods: ['agreement'] }, { saleMode: 'agreement', venue: null }, 'yes'],
    [{ saleMethods: ['auction'] }, { venue: null }, ['venue']],
    [{ saleMethods: ['auction'] }, { saleMode: null }, ['saleMode']],
    [{ regionPrefixes: ['330502', '31'] }, {}, 'yes'],
    [{ regionPrefixes: ['330503'] }, {}, 'no'],
    [{ regionPrefixes: ['330502104'] }, { division: '330502' }, ['division']],
    [{ regionPrefixes: ['33'] }, { division: null }, ['division']],
    [{ assetClasses: ['vehicle'] }, {}, 'no'],
    [{ tradeKinds: ['lease'] }, { tradeKind: null }, ['tradeKind']],
    [{ commissionAgreed: false }, {}, ['commissionAgreed']],
    [{ publicProperty: true }, { publicProperty: false }, 'no'],
    [{}, { tradeCategory: null, venue: null, division: null }, 'yes'],
  ] as const satisfies readonly (readonly [FeeConditions, Partial<Sale>, unknown])[])(
    '%j on %j: %j',
    (conditions, of, expected) => {
      expect(matches(conditions, aSale(of))).toEqual(expected);
    },
  );
});
