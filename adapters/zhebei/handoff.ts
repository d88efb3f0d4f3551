import type { HandoffForm } from '#shared/domain/handoff/platform-form.ts';

/** The house writes its notices of sale from these, in the order of its notice c-2042. Its own form was never seen: README.md. */
export const handoff = {
  platform: 'zhebei',
  confidence: 'assumed',
  source: '顺序参照该行 2025 年公开发布的一份拍卖公告',
  order: 'commission',
  fields: [
    { label: '委托人', field: '产权人' },
    { label: '拍卖时间', field: '竞价开始时间' },
    { label: '拍卖标的', field: '标的清单' },
    { label: '经营业态', field: '限定业态' },
    { label: '租赁期限', field: '租期' },
    { label: '起租日', field: '起租日' },
    { label: '起拍价', field: '起拍价' },
    { label: '起拍价大写', field: '起拍价大写' },
    { label: '租金递增', field: '租金递增' },
    { label: '租金支付', field: '付款方式' },
    { label: '特别说明(改造)', field: '强制性改造' },
    { label: '优先承租(购买)权', field: '优先权' },
    { label: '报名截止时间', field: '报名截止时间' },
    { label: '展示时间', field: '展示时间' },
    { label: '报名资格', field: '竞买人资格' },
    { label: '报名手续', field: '报名材料' },
    { label: '保证金', field: '保证金' },
    { label: '保证金户名', field: '保证金户名' },
    { label: '保证金开户行', field: '保证金开户行' },
    { label: '保证金账号', field: '保证金账号' },
    { label: '佣金承担', field: '服务费承担' },
    { label: '联系人', field: '联系人' },
    { label: '联系电话', field: '联系电话' },
  ],
} as const satisfies HandoffForm;
