import type { OwnerDetails } from '#shared/domain/asset/check-owner.ts';
import { type FormValues, formReader, refuseFaults } from '../form-text.ts';

/** Kinds of owners in the words people use. */
export const OWNER_KIND_TEXT: Readonly<Record<OwnerDetails['kind'], string>> = {
  collective: '村集体经济组织',
  state: '国有单位',
};

const KINDS = ['collective', 'state'] as const;

/**
 * Reads an owner from its form.
 * @throws AppError `FORM.INVALID`
 */
export function readOwnerForm(values: FormValues): OwnerDetails {
  const form = formReader(values);
  const kind = form.choice('kind', KINDS);
  if (kind === null) form.fault('kind', '请选择单位性质。');
  const [contact, phone] = [form.text('contact.name'), form.text('contact.phone')];
  if (contact === null && phone !== null) form.fault('contact.name', '请填写联系人。');
  const owner: OwnerDetails = {
    kind: kind ?? 'collective',
    name: form.text('name', { required: '请填写名称。' }) ?? '',
    uscc: form.text('uscc', { most: 50 }),
    division: form.text('division', { required: '请选择所在的村或镇街。' }) ?? '',
    contact: contact === null ? null : { name: contact, phone: phone ?? '' },
  };
  refuseFaults(form.errors);
  return owner;
}

/** An owner as the fields of its form. */
export function ownerValues(owner: OwnerDetails): FormValues {
  return {
    kind: owner.kind,
    name: owner.name,
    uscc: owner.uscc ?? '',
    division: owner.division,
    'contact.name': owner.contact?.name ?? '',
    'contact.phone': owner.contact?.phone ?? '',
  };
}
