import { HOME_DISTRICT } from '../divisions.ts';
import { isHomeDivision } from '../villages.ts';
import type { Checked, Note } from './note.ts';
import type { Owner } from './owner.ts';
import { type UsccFinding, usccFindings } from './uscc.ts';

/** What is told of an owner, without its id. */
export type OwnerDetails = Omit<Owner, 'id'>;

const LONGEST_NAME = 100;

const USCC_TEXT: Readonly<Record<UsccFinding, string>> = {
  length: '统一社会信用代码应为18位,请对照证书核对;可以先按原样保存。',
  alphabet: '统一社会信用代码含有不会用到的字符(代码中没有 I、O、S、V、Z),请对照证书核对;可以先按原样保存。',
  'organisation-check':
    '统一社会信用代码第9至17位(组织机构代码)的校验位不符,请对照证书核对;早期代码确有不符的,可以按原样保存。',
  check: '统一社会信用代码最后一位校验码不符,请对照证书核对;早期代码确有不符的,可以按原样保存。',
};

/** Checks an owner before it is stored. A doubtful 统一社会信用代码 is a warning, never a fault. */
export function checkOwner(owner: OwnerDetails): Checked {
  const faults: Note[] = [];
  if (owner.name.trim() === '') faults.push({ pointer: '/name', sentence: '请填写名称。' });
  if (owner.name.length > LONGEST_NAME) faults.push({ pointer: '/name', sentence: `名称最多${LONGEST_NAME}个字。` });
  if (!isHomeDivision(owner.division)) {
    faults.push({ pointer: '/division', sentence: `请选择${HOME_DISTRICT.name}的镇街或村。` });
  } else if (owner.kind === 'collective' && owner.division.length !== 12) {
    faults.push({ pointer: '/division', sentence: '村集体要选到村(社区)。' });
  }
  return { faults, warnings: usccNotes(owner) };
}

function usccNotes({ uscc, kind, division }: OwnerDetails): readonly Note[] {
  if (uscc === null) return [];
  const sentences = usccFindings(uscc).map((finding) => USCC_TEXT[finding]);
  const isWhole = uscc.length === 18;
  if (isWhole && kind === 'collective' && !uscc.toUpperCase().startsWith('N')) {
    sentences.push('农村集体经济组织的代码一般以 N 开头(村级为 N2),请核对是不是填了村委会的代码。');
  }
  if (isWhole && uscc.slice(2, 8) !== division.slice(0, 6)) {
    sentences.push('统一社会信用代码第3至8位不是本区的区划代码,请核对登记地。');
  }
  return sentences.map((sentence) => ({ pointer: '/uscc', sentence }));
}
