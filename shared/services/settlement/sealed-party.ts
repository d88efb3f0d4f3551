import type { JsonValue } from '../../domain/json.ts';
import { CODE_TYPES, type MaskedParty, maskParty, type Party } from '../../domain/settlement/party.ts';
import { AppError } from '../../errors/app-error.ts';
import type { Cipher, Sealed } from '../../ports/cipher.ts';
import type { ItemStore } from '../../ports/item-store.ts';
import { keys } from '../records/keys.ts';
import { refuseField } from './requirements.ts';

/** What personal data is kept with. */
export interface PartyPorts {
  readonly records: ItemStore;
  readonly cipher: Cipher;
}

const LONGEST_NAME = 100;
const LONGEST_CODE = 40;

/**
 * The particulars without blanks around them.
 * @throws AppError `FORM.INVALID` naming the field
 */
export function checkedParty({ name, codeType, code, contact, phone }: Party): Party {
  const line = (field: string, text: string | null, most: number): string | null => {
    const plain = (text ?? '').trim();
    if (plain.length > most) refuseField(field, `最多 ${most} 个字`);
    return plain === '' ? null : plain;
  };
  const [named, coded] = [line('name', name, LONGEST_NAME), line('code', code, LONGEST_CODE)];
  if (named === null) refuseField('name', '请填写姓名或名称');
  if (coded === null) refuseField('code', '请填写证件号码');
  if (!CODE_TYPES.includes(codeType)) refuseField('codeType', '请选择证件类型');
  return {
    name: named,
    codeType,
    code: coded.toUpperCase(),
    contact: line('contact', contact, LONGEST_NAME),
    phone: line('phone', phone, LONGEST_CODE),
  };
}

/**
 * Keeps a party sealed under its lot or contract. An entry that no log names does not exist; the same one again changes
 * nothing.
 */
export async function sealParty(ports: PartyPorts, subject: string, entry: string, party: Party): Promise<void> {
  const sealed = await ports.cipher.seal(JSON.stringify(party), subject);
  const masked = maskParty(party);
  const item = {
    ...keys.sealedParty(subject, entry),
    sealed: sealed as unknown as JsonValue,
    masked: masked as unknown as JsonValue,
  };
  await ports.records.put(item, 'absent');
}

/** What may be shown of a party to whoever sees its lot or contract; `null` where it was erased. */
export async function maskedParty(
  { records }: Pick<PartyPorts, 'records'>,
  subject: string,
  entry: string,
): Promise<MaskedParty | null> {
  const item = await records.get(keys.sealedParty(subject, entry));
  return item === undefined ? null : (item['masked'] as unknown as MaskedParty);
}

/**
 * Opens what was sealed. The reading must stand in a log before.
 * @throws AppError `RESOURCE.NOT_FOUND` where it was erased, and as `Cipher.open`
 */
export async function openParty({ records, cipher }: PartyPorts, subject: string, entry: string): Promise<Party> {
  const item = await records.get(keys.sealedParty(subject, entry));
  if (item === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the party was erased');
  const text = await cipher.open(item['sealed'] as unknown as Sealed, subject);
  return JSON.parse(text) as Party;
}
