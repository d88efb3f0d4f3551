import type { HandoffForm } from '#shared/domain/handoff/platform-form.ts';

/** What an auction firm enters, in the order of the fields the platform's own pages name a lot by. The form was never seen: README.md. */
export const handoff = {
  platform: 'caa',
  confidence: 'assumed',
  source: '顺序参照平台网页所用的标的字段',
  order: 'commission',
  fields: [
    { label: '委托编号(写入备注)', field: '委托编号' },
    { label: '标的名称', field: '项目名称' },
    { label: '起拍价', field: '起拍价' },
    { label: '评估价', field: '评估价' },
    { label: '保证金', field: '保证金' },
    { label: '加价幅度', field: '加价幅度' },
    { label: '竞价开始时间', field: '竞价开始时间' },
    { label: '竞价结束时间', field: '竞价结束时间' },
    { label: '延时规则', field: '延时规则' },
    { label: '优先购买权人', field: '优先权' },
    { label: '标的介绍', field: '标的清单' },
    { label: '标的所在地', field: '坐落' },
    { label: '租期', field: '租期' },
    { label: '展示时间', field: '展示时间' },
    { label: '报名截止时间', field: '报名截止时间' },
    { label: '竞买人资格', field: '竞买人资格' },
    { label: '报名材料', field: '报名材料' },
    { label: '委托人', field: '产权人' },
    { label: '联系人', field: '联系人' },
    { label: '联系电话', field: '联系电话' },
    { label: '税费承担', field: '税费承担' },
    { label: '服务费承担', field: '服务费承担' },
  ],
} as const satisfies HandoffForm;
