import { describe, expect, it } from 'vitest';
import { maskParty, type Party } from '#shared/domain/settlement/party.ts';

const PERSON: Party = {
  name: '沈小明',
  codeType: 'identity-card',
  code: '33050219800101001X',
  contact: '沈小红',
  phone: '13800001234',
};

describe('a masked party', () => {
  it('shows of a person the family name and the ends of numbers, and no contact', () => {
    expect(maskParty(PERSON)).toEqual({ name: '沈**', codeType: 'identity-card', code: '****001X', phone: '****1234' });
  });

  it('shows of an organisation its public name and code', () => {
    const company: Party = { ...PERSON, name: '湖州某某公司', codeType: 'uscc', code: 'N2330502MF00000132' };

    expect(maskParty(company)).toMatchObject({ name: '湖州某某公司', code: 'N2330502MF00000132' });
  });

  it('is a person’s when the number reads like one, whatever it was entered as', () => {
    const wrong: Party = { ...PERSON, codeType: 'uscc', code: '330502199001011237' };

    expect(maskParty(wrong)).toMatchObject({ name: '沈**', code: '****1237' });
  });

  it.each(['张村', '李记水果店', '王中心'])('masks %s, whose code is a person’s, as a person', (name) => {
    expect(maskParty({ ...PERSON, name }).name).toBe(`${name.slice(0, 1)}${'*'.repeat(name.length - 1)}`);
  });

  it('never shows more than half of a short number', () => {
    expect(maskParty({ ...PERSON, code: '1234', phone: '1' })).toMatchObject({ code: '****34', phone: '****' });
  });
});
