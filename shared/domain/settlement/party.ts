import { maskedName } from '../handoff/masked-name.ts';

/** What the winning party's particulars may be read for (用途); there is no other. */
export const PURPOSES = ['confirmation', 'publicity', 'contract', 'default', 'upload'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Chinese words of the purposes. */
export const PURPOSE_NAMES: Readonly<Record<Purpose, string>> = {
  confirmation: '制作成交确认书',
  publicity: '成交公示',
  contract: '签订合同',
  default: '处理悔拍',
  upload: '上报数据',
};

/** What a party's code is. */
export const CODE_TYPES = ['identity-card', 'uscc', 'other'] as const;
export type CodeType = (typeof CODE_TYPES)[number];

export const CODE_TYPE_NAMES: Readonly<Record<CodeType, string>> = {
  'identity-card': '居民身份证',
  uscc: '统一社会信用代码',
  other: '其他证件',
};

/** The winning party or lessee (竞得人、承租人). It exists in clear only on its way in and out of the sealed text. */
export interface Party {
  readonly name: string;
  readonly codeType: CodeType;
  readonly code: string;
  readonly contact: string | null;
  readonly phone: string | null;
}

/** What may stand beside the sealed text: enough to recognise a party, not enough to know it. */
export interface MaskedParty {
  readonly name: string;
  readonly codeType: CodeType;
  readonly code: string;
  readonly phone: string | null;
}

const STARS = '****';

/** The last four characters behind stars, and never more than half of them. */
function tail(text: string): string {
  const shown = Math.min(4, Math.floor([...text].length / 2));
  return `${STARS}${shown === 0 ? '' : [...text].slice(-shown).join('')}`;
}

/** A division, a birthday and a sequence (GB 11643-1999): whatever it was entered as, it is a person's. */
const IDENTITY_NUMBER = /^[1-9]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]$/;

/**
 * Masks a party. An organisation's name and code are public; whose code is no 统一社会信用代码, or reads like a person's number,
 * is masked as a person.
 *
 * @example maskParty({ name: '沈小明', codeType: 'identity-card', code: '33050219800101001X', contact: null, phone: '13800001234' })
 * //=> { name: '沈**', codeType: 'identity-card', code: '****001X', phone: '****1234' }
 */
export function maskParty({ name, codeType, code, phone }: Party): MaskedParty {
  const isOrganisation = codeType === 'uscc' && !IDENTITY_NUMBER.test(code);
  const family = [...name.trim()].map((character, index) => (index === 0 ? character : '*')).join('');
  const shown = isOrganisation ? name : maskedName(name) === name ? family : maskedName(name);
  return {
    name: shown,
    codeType,
    code: isOrganisation ? code : tail(code),
    phone: phone === null ? null : tail(phone),
  };
}
