/** What is fixed about a placeholder (占位符). */
export interface FieldFacts {
  /** Chinese, for the list beside the editor: what stands there, in which form. */
  readonly meaning: string;
  /** Known only once a round has ended. */
  readonly isResult?: true;
  /** Full names of private persons: not in documents that everybody may read. */
  readonly isPersonal?: true;
  /** Several entries: a paragraph or clause with it is repeated for each, elsewhere they stand in a row. */
  readonly isList?: true;
}

/**
 * Every placeholder a template may use. The hidden reserve (保留价) and the resolution's lowest price have none on purpose:
 * no document can print what has no name.
 */
export const FIELDS = {
  文号: { meaning: '本文书的编号,如 吴资交告〔2026〕1号;移交或出具时由系统编号' },
  委托编号: { meaning: '本系统的挂牌编号,请平台原样带回' },
  项目名称: { meaning: '挂牌标题' },
  轮次: { meaning: '第几轮,如 第1轮' },
  公告日期: { meaning: '公告发布日' },
  批准日期: { meaning: '最后一个审批环节通过的日期' },
  平台名称: { meaning: '所选交易平台' },
  选择平台理由: { meaning: '产权人选择平台的理由' },
  产权人: { meaning: '产权人名称' },
  统一社会信用代码: { meaning: '产权人的统一社会信用代码' },
  产权性质: { meaning: '农村集体 或 国有资产' },
  标的名称: { meaning: '资产名称,多项以顿号分开' },
  标的清单: { meaning: '每项资产一条:名称、部位、坐落、面积、权证', isList: true },
  资产类别: { meaning: '资产类别,如 鱼塘' },
  资产编号: { meaning: '三资平台资产编号' },
  坐落: { meaning: '资产所在的镇街、村和地址' },
  面积: { meaning: '面积,如 12.5 亩' },
  权证: { meaning: '权证名称与编号' },
  规划用途: { meaning: '资产台账登记的用途' },
  现状: { meaning: '承租与占用状态;现承租人的姓名已遮盖' },
  流转方式: { meaning: '出租、转让、承包等' },
  起拍价: { meaning: '起拍价与单位,如 12,000.00 元/年' },
  起拍价大写: { meaning: '起拍价的中文大写' },
  计价方式: { meaning: '价格按什么计,如 元/年' },
  评估价: { meaning: '评估价,元' },
  评估机构: { meaning: '评估机构' },
  评估报告日期: { meaning: '评估报告出具日' },
  加价幅度: { meaning: '每次加价的金额' },
  延时规则: { meaning: '结束前出价的延时办法' },
  保证金: { meaning: '保证金金额,元' },
  保证金大写: { meaning: '保证金的中文大写' },
  保证金户名: { meaning: '保证金收款户名' },
  保证金开户行: { meaning: '保证金开户银行' },
  保证金账号: { meaning: '保证金账号' },
  保证金截止时间: { meaning: '保证金到账截止时间(北京时间)' },
  租期: { meaning: '租期,如 3 年' },
  起租日: { meaning: '租赁开始日' },
  租金递增: { meaning: '逐年递增办法' },
  付款方式: { meaning: '租金付款频率' },
  展示时间: { meaning: '看样时间' },
  报名截止时间: { meaning: '报名截止时间(北京时间)' },
  竞价开始时间: { meaning: '竞价开始时间(北京时间)' },
  竞价结束时间: { meaning: '竞价结束时间(北京时间)' },
  竞买人资格: { meaning: '谁可以报名' },
  报名材料: { meaning: '报名须提交的材料', isList: true },
  服务费承担: { meaning: '平台服务费由谁承担' },
  税费承担: { meaning: '税费由谁承担' },
  限定业态: { meaning: '允许经营的业态或用途' },
  强制性改造: { meaning: '受让方必须实施的改造及费用', isList: true },
  优先权: { meaning: '优先权人与行使情况;姓名已遮盖', isList: true },
  优先权人名单: { meaning: '优先权人全名;只能用于不公开的文书', isPersonal: true, isList: true },
  表决情况: { meaning: '民主决策的会议、日期和票数' },
  方案公示期: { meaning: '交易方案公示的起止日期' },
  联系人: { meaning: '咨询联系人' },
  联系电话: { meaning: '咨询电话' },
  备注: { meaning: '其他说明' },
  材料清单: { meaning: '每份材料一条:已附为“✓”,未附为“缺”', isList: true },
  交易结果: { meaning: '成交、流拍 或 悔拍', isResult: true },
  成交价: { meaning: '成交价与单位', isResult: true },
  成交价大写: { meaning: '成交价的中文大写', isResult: true },
  溢价率: { meaning: '成交价比起拍价高出的百分比', isResult: true },
  成交时间: { meaning: '成交或结束的时间(北京时间)', isResult: true },
  出具日期: { meaning: '结果登记的日期', isResult: true },
  结果说明: { meaning: '登记结果时写的依据或原因', isResult: true },
} as const satisfies Readonly<Record<string, FieldFacts>>;

/** Chinese name of a placeholder, as it stands between the braces. */
export type FieldName = keyof typeof FIELDS;

/** What is known of one listing for its documents; absent is not known. */
export type FieldValues = Readonly<Partial<Record<FieldName, string | readonly string[] | undefined>>>;

export const FIELD_NAMES = Object.keys(FIELDS).filter(isFieldName);

/** Says whether a text names a placeholder. */
export function isFieldName(text: string): text is FieldName {
  return Object.hasOwn(FIELDS, text);
}

/** What is fixed about a placeholder. */
export function fieldFacts(name: FieldName): FieldFacts {
  return FIELDS[name];
}
