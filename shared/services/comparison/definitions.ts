import { type Definition, OUTCOME_DEFINITIONS } from '../../domain/comparison/definitions.ts';
import { QUALITY_CHECKS } from '../../domain/comparison/quality-checks.ts';
import { CLOCKS } from '../../domain/timeliness/clocks.ts';

const METHODS: readonly Definition[] = [
  {
    id: 'last-year',
    name: '同比',
    sentence: '与上一年同一起止日期比较:件数和金额为增减百分比,成交率为增减百分点;上年同期为零的不计算。',
  },
  {
    id: 'fees-own',
    name: '本平台成交的费用',
    sentence: '本平台成交且未悔拍的标的,按成交日适用的本平台收费标准计算,买方与委托方分列;非实际收取的记录。',
  },
  {
    id: 'fees-every-sale',
    name: '同一批成交的费用',
    sentence:
      '全区全部成交且未悔拍的标的,逐件按各平台成交日适用的收费标准计算,假定竞价结果不变;无签订协议或公开来源的标准的,为无协议费率,不可比;示例标准只在演示中计算。',
  },
  {
    id: 'fee-rate',
    name: '实际费率',
    sentence: '单件费用除以成交价(转让)或首年租金、全部租期租金(租赁、发包),取中位数。',
  },
  {
    id: 'fee-legal',
    name: '法定上限检查',
    sentence: '佣金与法定上限比较,只作合规检查;法定上限不作为价格。',
  },
  {
    id: 'breakeven',
    name: '盈亏平衡',
    sentence: '以同类交易中成交价居中的一件为样本,其余条件不变,随成交价变化比较两平台的费用合计。',
  },
  {
    id: 'clock-times',
    name: '用时分位数',
    sentence:
      '半数、四分之三、九成的标的完成所需时间,按Kaplan–Meier估计,未完成的按已等待时间删失;有撤回的按Aalen–Johansen作竞争事件;只由轮询得知的给出区间;不足10件只列件数;从不使用已完成标的的平均数。',
  },
  {
    id: 'within-limit',
    name: '时限内比例',
    sentence: '在约定时限内完成的比例及95%区间,未完成的按已等待时间删失。',
  },
  {
    id: 'wilson',
    name: '95%区间',
    sentence: '比率用Wilson区间,两比率之差用Newcombe区间;不足10件只列件数。',
  },
  {
    id: 'standardised',
    name: '同类折算成交率',
    sentence:
      '只取两平台各有5件以上的同类标的(资产类别×轮次),按两平台合计的构成直接标准化;区间不含零才判优劣,否则为不可区分;关联,非因果。',
  },
  {
    id: 'log-rank',
    name: '用时比较',
    sentence: '只比较平台自身环节,用对数秩检验,所有环节和平台对一并按Holm校正。',
  },
  {
    id: 'fee-verdict',
    name: '费用比较',
    sentence: '在同一批成交上,较低的件数占比的95%区间在一半以上且合计也较低的,判为优;否则为不可区分。',
  },
  {
    id: 'funnel',
    name: '漏斗图',
    sentence: '各平台、各镇街成交率与全区成交率比较,界限为95%和99.8%,按镇街间的过度离散放宽。',
  },
  { id: 'rank-set', name: '名次区间', sentence: '成交率名次的95%同时置信集,不足10件的不排名次。' },
  {
    id: 'bootstrap',
    name: '按村重抽样',
    sentence: '以村为单位重抽样2000次,种子固定;村以出让方(村股份经济合作社等)区分,未写出让方的以镇街代替。',
  },
];

/** Every definition (指标解释) that figures of a comparison rest on. */
export const DEFINITIONS: readonly Definition[] = [
  ...Object.values(OUTCOME_DEFINITIONS),
  ...CLOCKS.map(({ id, name, sentence }) => ({ id, name, sentence })),
  ...QUALITY_CHECKS.map(({ id, name, sentence }) => ({ id, name, sentence })),
  ...METHODS,
];
