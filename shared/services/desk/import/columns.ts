import { toPlainText } from '../../../domain/plain-text.ts';

/** What a column of a ledger (台账) tells of an asset. */
export const IMPORT_FIELDS = [
  'owner',
  'ledgerNumber',
  'name',
  'assetClass',
  'nature',
  'address',
  'area',
  'leaseState',
  'incumbent',
  'leaseUntil',
  'yearlyRent',
  'permittedUse',
  'certificate',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Units a column may be written in. */
export const COLUMN_UNITS = ['mu', 'm2', 'yuan', 'wan'] as const;
export type ColumnUnit = (typeof COLUMN_UNITS)[number];

/** A field's name on our pages, what ledgers call it, and the units it may have. */
interface ColumnFacts {
  readonly title: string;
  readonly synonyms: readonly string[];
  readonly units: readonly ColumnUnit[];
  /** Several rows may share one merged cell of it. */
  readonly isShared: boolean;
}

function column(
  title: string,
  synonyms: string,
  options: Partial<Pick<ColumnFacts, 'units' | 'isShared'>> = {},
): ColumnFacts {
  return { title, synonyms: [title, ...synonyms.split(' ')], units: [], isShared: false, ...options };
}

const SHARED = { isShared: true };

/** Headings of 三资平台 exports and village ledgers, without units and marks. */
export const IMPORT_COLUMNS: Readonly<Record<ImportField, ColumnFacts>> = {
  owner: column(
    '产权人',
    '权属单位 所属单位 单位名称 所属村 村名 村社 村(社区) 经济合作社 所有权人 产权单位 资产单位',
    SHARED,
  ),
  ledgerNumber: column('资产编号', '编号 资产编码 台账编号 资产代码 资源编号 标的编号'),
  name: column('资产名称', '名称 资产 资源名称 资产(资源)名称 资产资源名称 标的名称 物业名称'),
  assetClass: column('资产类别', '类别 资产类型 资源类别 资源类型 类型 资产分类 分类', SHARED),
  nature: column('资产性质', '性质 资产属性', SHARED),
  address: column('坐落', '地址 坐落位置 坐落地点 资产地址 资产位置 位置 地点 四至', SHARED),
  area: column('面积', '建筑面积 土地面积 资产面积 资源面积 出租面积 使用面积 实测面积 占地面积', {
    units: ['mu', 'm2'],
  }),
  leaseState: column('使用状态', '状态 资产状态 使用情况 使用现状 经营状态 出租状态 是否出租 利用情况'),
  incumbent: column('承租人', '承租方 承包人 承包方 现承租人 租户 承租单位 租赁方 经营者 承租(包)人'),
  leaseUntil: column(
    '合同到期',
    '合同到期日 到期日 到期日期 合同到期时间 到期时间 合同终止日期 租赁到期日 租期止 结束日期 合同结束日期 终止日期',
  ),
  yearlyRent: column('年租金', '租金 年承包款 年租赁费 年收入 年承包金 合同年租金 年发包款', {
    units: ['yuan', 'wan'],
  }),
  permittedUse: column('用途', '规划用途 现用途 使用用途 经营用途 经营范围'),
  certificate: column('权证号', '产权证号 权证编号 不动产权证号 证书编号 房产证号 土地证号 权属证书号'),
  note: column('备注', '说明 其他说明'),
};

/** Units in the words of headings and cells. */
export const UNIT_WORDS: Readonly<Record<string, ColumnUnit>> = {
  亩: 'mu',
  平方米: 'm2',
  平米: 'm2',
  '㎡': 'm2',
  'm²': 'm2',
  m2: 'm2',
  平方: 'm2',
  元: 'yuan',
  万元: 'wan',
  '元/年': 'yuan',
  '万元/年': 'wan',
};

/** What a heading says: the field, where it is known, and the unit. */
export interface Heading {
  readonly field: ImportField | null;
  readonly unit: ColumnUnit | null;
}

/**
 * Reads a heading of a ledger.
 *
 * @example readHeading('面积(亩)') //=> { field: 'area', unit: 'mu' }
 */
export function readHeading(written: string): Heading {
  const plain = toPlainText(written).replace(/[\s*::]/g, '');
  const known = fieldCalled(plain);
  if (known !== null) return { field: known, unit: null };
  const [, bare = plain, inBrackets = '', afterComma = ''] =
    /^(.*?)(?:[([【](?:单位)?([^)\]】]*)[)\]】]|[,、/](?:单位)?(.*))$/.exec(plain) ?? [];
  const unit = UNIT_WORDS[inBrackets.toLowerCase()] ?? UNIT_WORDS[afterComma.toLowerCase()] ?? null;
  const field = fieldCalled(bare);
  return { field, unit: field !== null && unit !== null && IMPORT_COLUMNS[field].units.includes(unit) ? unit : null };
}

function fieldCalled(heading: string): ImportField | null {
  return IMPORT_FIELDS.find((field) => IMPORT_COLUMNS[field].synonyms.includes(heading)) ?? null;
}
