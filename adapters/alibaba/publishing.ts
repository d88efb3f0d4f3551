import type { Publishing } from '#shared/domain/placement/publishing.ts';
import { manifest } from './manifest.ts';

const BY_HAND = {
  no: '开放平台的标的操作接口(standard.auction.operate)只知其名,参数未见;变更、撤回请在平台后台办理后回本系统确认',
} as const;

/** Publishing by the open platform (开放平台) as facts. What of it was seen where: README.md. */
export const publishing = {
  platform: manifest.id,
  onceBy: 'look',
  amend: BY_HAND,
  withdraw: BY_HAND,
  fields: [
    {
      name: 'appKey',
      label: '应用编号 App Key',
      help: '开放平台控制台中应用的 App Key。接口地址请填网关全址,如 https://gw.api.taobao.com/router/rest。',
      kind: 'text',
      required: true,
    },
    {
      name: 'appSecret',
      label: '应用密钥 App Secret',
      help: '用于签名;这里只填存放密钥的参数名称。',
      kind: 'secret',
      required: true,
    },
    {
      name: 'session',
      label: '授权令牌 Session',
      help: '平台要求店铺授权时才需要;这里只填存放令牌的参数名称。',
      kind: 'secret',
      required: false,
    },
    {
      name: 'proxyNick',
      label: '机构账号',
      help: '替哪家机构发布:该机构的淘宝账号昵称(proxy_nick)。',
      kind: 'text',
      required: true,
    },
    {
      name: 'subAccountNick',
      label: '子账号',
      help: '由子账号发布时填写其昵称(sub_account_nick)。',
      kind: 'text',
      required: false,
    },
    {
      name: 'projectId',
      label: '公告编号',
      help: '标的归入平台上已有的资产公告时填写(project_id,数字)。',
      kind: 'text',
      required: false,
    },
    {
      name: 'categoryId',
      label: '类目编号',
      help: '平台的拍卖类目(category_id,数字),向平台运营人员索取。',
      kind: 'text',
      required: true,
    },
    {
      name: 'locationCode',
      label: '所在地区域码',
      help: '平台的区域码(location,数字,如 330502)。',
      kind: 'text',
      required: false,
    },
    {
      name: 'priceUnit',
      label: '价格单位',
      help: '发布接口的说明没有写明价格单位;请按与平台的书面约定选择,选错会差一百倍。',
      kind: 'choice',
      choices: [
        { value: 'fen', label: '分' },
        { value: 'yuan', label: '元' },
      ],
      required: true,
    },
  ],
  eventsSecret: null,
  limits: {
    pictures: 5,
    pictureBytes: 5_000_000,
    documents: 5,
    documentBytes: 3_000_000,
    documentTypes: ['txt', 'doc', 'docx', 'xls', 'xlsx', 'pdf'],
    confidence: 'documented',
    source:
      '平台公告类接口的说明(apiId 29707:图片不超过 5 张、每张 5M,附件不超过 5 个、每个 3M;apiId 71676:附件类型);标的发布接口本身未写明上限,标题长度上限不详',
  },
  untried:
    '按公开的接口说明编写,从未用真实账号试过:发布的是草稿,须在平台后台提交后才会上架;图片、附件两个上传接口的参数未见说明;延时规则、优先购买权人、轮次没有对应参数,只写入标的介绍',
} as const satisfies Publishing;
