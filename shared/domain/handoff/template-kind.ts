/** Documents the office prints from templates it can edit (文书模板). */
export const TEMPLATE_KINDS = [
  'notice',
  'commission',
  'acceptance',
  'checklist',
  'confirmation',
  'result-publicity',
  'village-publicity',
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** What is fixed about a kind of document. */
export interface TemplateFacts {
  /** Chinese, as people call it. */
  readonly name: string;
  /** `after`: only once a round ended, so that it may state the result. */
  readonly when: 'before' | 'after';
  /** Everybody may read it: full names of private persons stay out. */
  readonly isPublic: boolean;
  /** Village publicity hangs on a wall: A3. */
  readonly paper: 'a4' | 'a3';
  /** Whether it carries a number (文号). */
  readonly isNumbered: boolean;
}

export const TEMPLATE_FACTS: Readonly<Record<TemplateKind, TemplateFacts>> = {
  notice: { name: '公告', when: 'before', isPublic: true, paper: 'a4', isNumbered: true },
  commission: { name: '委托书', when: 'before', isPublic: false, paper: 'a4', isNumbered: false },
  acceptance: { name: '受理单', when: 'before', isPublic: false, paper: 'a4', isNumbered: false },
  checklist: { name: '材料清单', when: 'before', isPublic: false, paper: 'a4', isNumbered: false },
  confirmation: { name: '成交确认书', when: 'after', isPublic: false, paper: 'a4', isNumbered: true },
  'result-publicity': { name: '成交公示', when: 'after', isPublic: true, paper: 'a4', isNumbered: true },
  'village-publicity': { name: '村务公开', when: 'after', isPublic: true, paper: 'a3', isNumbered: true },
};

/** Says whether a text names a kind. */
export function isTemplateKind(text: string): text is TemplateKind {
  return TEMPLATE_KINDS.some((kind) => kind === text);
}
