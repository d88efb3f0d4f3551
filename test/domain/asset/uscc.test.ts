import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOwner } from '#shared/domain/asset/check-owner.ts';
import { usccFindings } from '#shared/domain/asset/uscc.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const VALID = [
  'N2330502MF00000132',
  'N2330502MF0000021W',
  'N2330502MF1234567F',
  'N1330502MF00000135',
  'N3330502MF0000013Y',
] as const;

describe('a 统一社会信用代码', () => {
  it.each(VALID)('has nothing odd when its checks fit: %s', (code) => {
    expect(usccFindings(code)).toEqual([]);
    expect(usccFindings(` ${code.toLowerCase()} `)).toEqual([]);
  });

  it('is found odd when any one character is another', () => {
    const law = fc.property(
      fc.constantFrom(...VALID),
      fc.nat(17),
      fc.constantFrom(...ALPHABET),
      (code, position, character) => {
        fc.pre(code[position] !== character);
        expect(usccFindings(code.slice(0, position) + character + code.slice(position + 1))).not.toEqual([]);
      },
    );

    fc.assert(law, { seed: 6, numRuns: 500 });
  });

  it.each([
    ['N2330502MF0000013', ['length']],
    ['N2330502MF0000013I', ['alphabet']],
    ['N2330502MF00000133', ['check']],
    ['N2330502MF00000142', ['organisation-check', 'check']],
  ])('says what is odd about %s', (code, findings) => {
    expect(usccFindings(code)).toEqual(findings);
  });
});

describe('an owner', () => {
  const owner = { kind: 'collective' as const, name: '云村股份经济合作社', division: '330502100214', contact: null };

  it.each(['N2330502MF00000133', '坏的代码', 'X'])('is stored with a doubtful code and a warning: %s', (uscc) => {
    const { faults, warnings } = checkOwner({ ...owner, uscc });

    expect(faults).toEqual([]);
    expect(warnings[0]?.pointer).toBe('/uscc');
  });

  it('of another kind of code or place is pointed out', () => {
    const { warnings } = checkOwner({ ...owner, division: '330502100214', uscc: '91330502MA00000130' });

    expect(warnings.map(({ sentence }) => sentence).join()).toContain('以 N 开头');
  });

  it.each([
    [{ name: ' ' }, '/name'],
    [{ division: '330502100999' }, '/division'],
    [{ division: '330503100214' }, '/division'],
    [{ division: '330502100' }, '/division'],
  ])('with a fault is named at its place: %j', (of, pointer) => {
    expect(checkOwner({ ...owner, uscc: null, ...of }).faults.map((fault) => fault.pointer)).toEqual([pointer]);
  });

  it('of the state may belong to the district as a whole', () => {
    expect(checkOwner({ ...owner, kind: 'state', uscc: null, division: '330502' }).faults).toEqual([]);
  });
});
