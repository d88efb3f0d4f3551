import type { PaperKind } from './terms.ts';

/** What people call the papers of a listing. */
export const PAPER_NAMES: Readonly<Record<PaperKind, string>> = {
  proposal: '社管会提议书',
  resolution: '成员(代表)会议表决书',
  'publicity-proof': '公示证明',
  application: '单位申请书',
  'approval-reply': '主管部门批复',
  'appraisal-report': '评估报告',
  certificate: '权属证明',
  'draft-contract': '合同样本',
  'priority-notice': '优先权人通知回执',
  'site-plan': '位置图、平面图',
  commission: '委托书',
  other: '其他材料',
};
