import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { feeSchedules } from '#adapters/fees.ts';
import { manifests } from '#adapters/manifests.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import { LEGAL_MAXIMA } from '#shared/domain/fees/legal-maxima.ts';
import { isLegalMaximum } from '#shared/domain/fees/schedule.ts';

const ids: readonly string[] = manifests.map(({ id }) => id);

describe('the declared fee schedules', () => {
  it('make a book: none contradicts itself, no two tie', () => {
    const book = feeBook([...feeSchedules, ...LEGAL_MAXIMA]);

    expect([...book.prices.values()].flat()).toHaveLength(15);
    expect(book.legalMaxima).toHaveLength(3);
  });

  it('are collected from every platform that declares some', () => {
    const declaring = globSync('*/fees.ts', { cwd: fileURLToPath(new URL('../../adapters', import.meta.url)) });

    const collected = new Set(feeSchedules.map(({ platform }) => platform).filter((id) => ids.includes(id)));

    expect([...collected].toSorted()).toEqual(declaring.map((path) => path.replace(/[\\/].*/, '')).toSorted());
  });

  it('say 示例 in their titles where they are made up, but for one whose rates alone are', () => {
    const made = feeSchedules.filter(({ confidence }) => confidence === 'illustrative');

    expect(made.filter(({ title }) => !title.includes('示例')).map(({ id }) => id)).toEqual(['jd-asset-2022']);
    expect(made).toHaveLength(6);
  });

  it('keep limits of the law apart from prices', () => {
    expect(feeSchedules.filter(isLegalMaximum)).toEqual([]);
    expect(LEGAL_MAXIMA.filter(isLegalMaximum)).toEqual(LEGAL_MAXIMA);
  });
});
