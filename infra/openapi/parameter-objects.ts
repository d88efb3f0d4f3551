import * as z from 'zod/mini';
import { WHOLE_CATALOGUE } from '#shared/services/catalogue/catalogue-query.ts';
import { CATALOGUE_PARAMETERS } from '#web/catalogue-params.ts';
import type { ParameterRule, ParameterTable } from '#web/query-parameters.ts';

/** What a parameter is for, by its name. */
const MEANINGS: Readonly<Record<string, string>> = {
  q: '关键词,空格分开,全部包含。Words, all of them to be found.',
  status: '状态。Status.',
  platform: '平台编号,见 /v1/platforms。Platform id.',
  category: '交易类别。Trade category.',
  jurisdiction: '辖区代码。District code.',
  township: '乡镇街道代码。Township code.',
  class: '资产类别。Asset class.',
  kind: '流转方式。Kind of trade.',
  price: '价格区间:计价方式与万元上下限。Price band: basis and limits in 10,000 yuan.',
  area: '面积区间:单位与上下限。Area band: unit and limits.',
  endsWithin: '只要未结束且在这么多天内结束的。Only open lots that end within so many days.',
  sort: '排序。Order.',
  limit: '一次最多几条;过大的答复会更短。How many at most; answers too large are cut shorter.',
  cursor: '上一页给出的位置,只用于同一组条件。Where the last answer said to go on; bound to the filter.',
  since: '此序号之后的变更,-1 为全部。After this sequence; -1 for all.',
};

/** The schema of one value of a parameter. */
function valueSchema(rule: ParameterRule): z.ZodMiniType {
  switch (rule.kind) {
    case 'word':
      return z.enum(rule.words as [string, ...string[]]);
    case 'pattern':
      return z.string().check(z.regex(rule.pattern));
    case 'text':
      return z.string().check(z.maxLength(rule.longest));
    case 'integer':
      return z.int().check(z.gte(rule.least), z.lte(rule.most));
  }
}

function plainSchema(rule: ParameterRule) {
  const { $schema: _, ...schema } = z.toJSONSchema(rule.many ? z.array(valueSchema(rule)) : valueSchema(rule));
  return schema;
}

type Defaults = Readonly<Record<string, number | string>>;

function queryParameter(name: string, rule: ParameterRule, defaults: Defaults) {
  const usual = Object.hasOwn(defaults, name) ? { default: defaults[name] } : {};
  const description = MEANINGS[name];
  if (description === undefined) throw new TypeError(`no word says what the parameter ${name} is for`);
  const repeated = rule.many ? { style: 'form', explode: true } : {};
  return { name, in: 'query', description, required: false, ...repeated, schema: { ...plainSchema(rule), ...usual } };
}

const SHARED: ParameterTable = CATALOGUE_PARAMETERS;

/** The parameters that every catalogue query has. */
export function sharedParameters() {
  const defaults = { sort: WHOLE_CATALOGUE.sort };
  return Object.fromEntries(Object.entries(SHARED).map(([name, rule]) => [name, queryParameter(name, rule, defaults)]));
}

/** The query parameters of a route, as the document lists them. */
export function queryParameters(table: ParameterTable, defaults: Defaults = {}) {
  return Object.entries(table).map(([name, rule]) =>
    SHARED[name] === rule ? { $ref: `#/components/parameters/${name}` } : queryParameter(name, rule, defaults),
  );
}

/** The parameters a path holds. */
export function pathParameters(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    description: '标的编号。Lot id.',
    required: true,
    schema: { $ref: '#/components/schemas/LotId' },
  }));
}
