import type { AssetClass, TradeKind } from '../trade.ts';
import type { AssetNature } from './asset.ts';
import type { OwnerKind } from './owner.ts';

/** What is usual for assets of a class: other things are possible, and are pointed out. */
export interface ClassFacts {
  /** Whose assets are of this class. */
  readonly owners: readonly OwnerKind[];
  /** Its nature among a collective's assets; `null`: either. */
  readonly nature: AssetNature | null;
  /** Kinds of trade that make sense of it. */
  readonly tradeKinds: readonly TradeKind[];
  /** Chinese words for it in ledgers, beside its name on our pages. */
  readonly words: readonly string[];
  /** Chinese: why such an asset needs care before it is offered in public. */
  readonly caution: string | null;
}

const BOTH: readonly OwnerKind[] = ['collective', 'state'];
const COLLECTIVE: readonly OwnerKind[] = ['collective'];
const STATE: readonly OwnerKind[] = ['state'];
const LETTING: readonly TradeKind[] = ['lease', 'contract_out', 'contribute_as_shares', 'joint_operation'];
const HOUSE: readonly TradeKind[] = ['transfer', 'lease', 'joint_operation', 'mortgage'];
const THING: readonly TradeKind[] = ['transfer', 'lease'];
const SALE: readonly TradeKind[] = ['transfer'];

function facts(
  owners: readonly OwnerKind[],
  nature: AssetNature | null,
  tradeKinds: readonly TradeKind[],
  words: string,
  caution: string | null = null,
): ClassFacts {
  return { owners, nature, tradeKinds, words: words.split(' '), caution };
}

const SHARE_CAUTION =
  '集体资产股权只能在本集体经济组织内部流转,且单个成员持股有上限(《浙江省农村集体资产管理条例》第三十条),不应在公开平台挂牌。';
const HOMESTEAD_CAUTION = '宅基地只有在法律和本地政策允许的情形下才能流转,请先确认有批准文件。';
const FARMER_HOUSE_CAUTION = '农民房屋与宅基地连在一起,流转对象和方式受限,请先确认有批准文件。';

/**
 * Asset classes (资产类别) by RULES §3: the fourteen rural ones (国办发〔2014〕71号 and local lists) and those of state owners.
 * Natures by 浙江省农村集体资产管理条例第八条; what is usual is our reading and only ever makes a warning.
 */
export const CLASS_FACTS: Readonly<Record<AssetClass, ClassFacts>> = {
  land_operation_right: facts(
    COLLECTIVE,
    'resource',
    ['transfer', ...LETTING, 'mortgage'],
    '土地经营权 耕地 农用地 机动地 土地',
  ),
  forest_right: facts(COLLECTIVE, 'resource', ['transfer', ...LETTING, 'mortgage'], '林权 林地 山林 山场'),
  four_wasteland: facts(COLLECTIVE, 'resource', ['transfer', ...LETTING], '四荒地 荒地 荒山 荒滩 荒沟'),
  factory: facts(BOTH, 'operating', HOUSE, '厂房 标准厂房 工业厂房'),
  shop: facts(BOTH, 'operating', HOUSE, '商铺 店面 门面 商业用房 店铺 营业房'),
  office: facts(BOTH, 'operating', HOUSE, '办公用房 办公楼 写字楼 办公'),
  warehouse: facts(BOTH, 'operating', HOUSE, '仓库 仓储用房 库房'),
  market: facts(BOTH, 'operating', HOUSE, '市场 农贸市场 菜场 集贸市场'),
  land: facts(
    BOTH,
    null,
    ['transfer', 'lease', 'joint_operation'],
    '建设用地、场地 建设用地 场地 集体建设用地 堆场 停车场',
  ),
  fish_pond: facts(COLLECTIVE, 'resource', LETTING, '鱼塘 池塘 养殖塘 水塘 虾塘 荡'),
  other_collective_asset: facts(
    COLLECTIVE,
    'operating',
    ['transfer', ...LETTING],
    '其他集体经营性资产 其他经营性资产 其他用房',
  ),
  production_facility: facts(
    COLLECTIVE,
    'operating',
    ['transfer', ...LETTING],
    '农业生产设施设备 生产设施 大棚 农业设施 农机',
  ),
  small_irrigation: facts(COLLECTIVE, null, LETTING, '小型水利设施 水利设施 泵站 机埠'),
  agri_ip: facts(COLLECTIVE, 'operating', THING, '农业类知识产权'),
  collective_share: facts(COLLECTIVE, null, SALE, '集体资产股权 股权 集体股权', SHARE_CAUTION),
  farmer_house: facts(COLLECTIVE, null, ['lease', 'transfer'], '农民房屋 农房 闲置农房', FARMER_HOUSE_CAUTION),
  homestead: facts(COLLECTIVE, 'resource', ['lease', 'joint_operation'], '宅基地 宅基地使用权', HOMESTEAD_CAUTION),
  water_surface: facts(BOTH, 'resource', LETTING, '水面 水域 河道 养殖水面 外荡'),
  agri_project: facts(
    COLLECTIVE,
    'operating',
    ['lease', 'joint_operation', 'contribute_as_shares'],
    '农村建设、产业项目 产业项目',
  ),
  real_estate: facts(STATE, 'operating', HOUSE, '房地产 房产 房屋 公房 国有房产'),
  vehicle: facts(BOTH, 'operating', THING, '车辆 汽车 公务车 车船'),
  equipment: facts(BOTH, 'operating', THING, '机器设备 设备 机械 办公设备'),
  equity: facts(STATE, 'operating', SALE, '企业股权 国有股权'),
  claim: facts(STATE, null, SALE, '债权'),
  scrap: facts(BOTH, null, SALE, '废旧物资 废旧 报废资产 废品'),
  ad_space: facts(BOTH, 'operating', ['lease'], '广告位 广告牌'),
  operating_right: facts(
    BOTH,
    'operating',
    ['transfer', 'lease', 'contract_out', 'joint_operation'],
    '经营权 特许经营权',
  ),
  ip: facts(BOTH, 'operating', THING, '知识产权 商标 专利'),
  construction_in_progress: facts(STATE, null, SALE, '在建工程'),
  other: facts(BOTH, null, ['transfer', ...LETTING, 'mortgage'], '其他 其它'),
};

/** Chinese: what is doubtful about trading an asset of the class in this way on a public platform; none when nothing is. */
export function tradeDoubts(assetClass: AssetClass, tradeKind: TradeKind): readonly string[] {
  const { tradeKinds, caution } = CLASS_FACTS[assetClass];
  const unusual = tradeKinds.includes(tradeKind) ? [] : ['这类资产一般不按这种方式交易,请核对资产类别和交易方式。'];
  return [...(caution === null ? [] : [caution]), ...unusual];
}
