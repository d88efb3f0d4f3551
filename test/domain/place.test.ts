import { describe, expect, it } from 'vitest';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import { placeOf } from '#shared/domain/place.ts';

describe('placeOf', () => {
  it.each([
    ['the code of a village', { divisionCode: '330502100205', texts: [] }, '330502', '330502100'],
    ['the code of a township', { divisionCode: '330502105', texts: [] }, '330502', '330502105'],
    ['a code elsewhere', { divisionCode: '110101001', texts: ['吴兴区织里镇'] }, '110101', '110101001'],
    ['the code of the district and a name', { divisionCode: '330502', texts: ['东林镇'] }, '330502', '330502105'],
    ['a text that names both', { texts: ['浙江省湖州市吴兴区织里镇晓河村'] }, '330502', '330502100'],
    ['two texts together', { texts: ['浙江 湖州 吴兴区', '织里镇厂房'] }, '330502', '330502100'],
    ['a text that names the district alone', { texts: ['浙江省湖州市吴兴区'] }, '330502', null],
    ['a township without its district', { texts: ['织里镇厂房'] }, null, null],
    ['two townships', { texts: ['吴兴区织里镇、东林镇各一处'] }, '330502', null],
    [
      'the code of another district beside our name',
      { divisionCode: '330503', texts: ['吴兴区织里镇'] },
      '330503',
      null,
    ],
    ['nothing', { texts: [undefined] }, null, null],
  ])('reads %s', (_, sources, jurisdiction, township) => {
    expect(placeOf(sources)).toEqual({ jurisdiction, township });
  });

  it('has no township name that is part of another', () => {
    const names = HOME_DISTRICT.townships.map(({ name }) => name);

    expect(names.filter((name) => names.some((other) => other !== name && other.includes(name)))).toEqual([]);
  });
});
