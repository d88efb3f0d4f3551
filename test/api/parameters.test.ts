import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CatalogueQuery, FACETS, WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { CATALOGUE_PARAMETERS, toCatalogueParams, toCatalogueQuery } from '#web/catalogue-params.ts';
import { readParameters } from '#web/query-parameters.ts';

function parse(search: string): CatalogueQuery {
  return toCatalogueQuery(readParameters(new URLSearchParams(search), CATALOGUE_PARAMETERS));
}

function faults(search: string): unknown {
  try {
    parse(search);
    return [];
  } catch (error) {
    return Object(error).details.errors;
  }
}

/** Any parameters that are in order, in any order, some of them several times. */
const anyParams = fc
  .array(
    fc.oneof(
      fc.constantFrom('status=sold', 'status=unknown', 'platform=a-1', 'category=state', 'jurisdiction=330502'),
      fc.constantFrom('township=330502100', 'class=factory', 'kind=lease', 'price=total:0-1', 'area=mu:200-', 'q='),
    ),
  )
  .chain((some) =>
    fc
      .shuffledSubarray(['q=织里 厂房', 'endsWithin=7', 'sort=newest'], { minLength: 0 })
      .map((once) => [...once, ...some]),
  )
  .map((params) => params.join('&'));

describe('the parameters of a catalogue query', () => {
  it('restrict nothing when there are none, or only empty ones as forms send them', () => {
    expect(parse('')).toEqual(WHOLE_CATALOGUE);
    expect(parse('q=&status=&endsWithin=&sort=')).toEqual(WHOLE_CATALOGUE);
  });

  it('read what they say', () => {
    const query = parse(
      'q=%20织里%E3%80%80%20厂房 &status=sold&status=bidding&status=sold&endsWithin=7&sort=price-asc',
    );

    expect(query).toEqual({
      text: '织里 厂房',
      filters: { status: ['bidding', 'sold'] },
      endsWithinDays: 7,
      sort: 'price-asc',
    });
  });

  it('are written in one way only, whatever order they came in', () => {
    fc.assert(
      fc.property(anyParams, (search) => {
        const query = parse(search);
        const shuffled = search.split('&').reverse().join('&');

        expect(parse(toCatalogueParams(query).toString())).toEqual(query);
        expect(toCatalogueParams(parse(shuffled)).toString()).toBe(toCatalogueParams(query).toString());
      }),
    );
  });

  it('leave out what restricts nothing', () => {
    expect(toCatalogueParams(WHOLE_CATALOGUE).toString()).toBe('');
    expect(toCatalogueParams({ ...WHOLE_CATALOGUE, filters: { status: [] } }).toString()).toBe('');
  });

  it.each([
    ['colour=red', 'colour'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
    ['status=open', 'status'],
    ['platform=A', 'platform'],
    ['jurisdiction=33050', 'jurisdiction'],
    ['township=330502', 'township'],
    ['price=cheap', 'price'],
    ['endsWithin=0', 'endsWithin'],
    ['endsWithin=1e2', 'endsWithin'],
    ['endsWithin=7&endsWithin=8', 'endsWithin'],
    ['sort=random', 'sort'],
    [`q=${'长'.repeat(101)}`, 'q'],
  ])('refuse %s by name', (search, parameter) => {
    expect(faults(search)).toMatchObject([{ parameter, detail: expect.stringMatching(/[\u4e00-\u9fff]/) }]);
  });

  it('refuse each wrong one at once, and list what would have been right', () => {
    expect(faults('status=open&status=shut&sort=x')).toMatchObject([
      { parameter: 'status', allowed: expect.arrayContaining(['bidding']) },
      { parameter: 'status' },
      { parameter: 'sort', allowed: ['ending', 'newest', 'price-asc', 'price-desc'] },
    ]);
    expect(faults('x=1')).toMatchObject([{ allowed: ['q', ...FACETS, 'endsWithin', 'sort'] }]);
  });

  it('pass over what belongs to somebody else', () => {
    expect(readParameters(new URLSearchParams('page=2'), CATALOGUE_PARAMETERS, ['page']).q).toEqual([]);
  });
});
