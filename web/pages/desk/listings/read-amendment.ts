import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import type { FormReader } from '../form-text.ts';
import { LONGEST_TEXT } from './read-rows.ts';

/** What may be amended, as the form says it; what it does not hold stays as it was. */
export function readAmendment(form: FormReader, before: ListingTerms): Partial<ListingTerms> {
  const given = <T>(name: string, stored: T, read: (name: string) => T): T =>
    Object.hasOwn(form.values, name) ? read(name) : stored;
  const { contact, deposit, windows } = before;
  return {
    title: given('title', before.title, (name) => form.text(name, { most: 100 })),
    remarks: given('remarks', before.remarks, (name) => form.text(name, { most: LONGEST_TEXT })),
    contact: {
      name: given('contact.name', contact.name, (name) => form.text(name, { most: 50 })),
      phone: given('contact.phone', contact.phone, (name) => form.text(name, { most: 30 })),
    },
    deposit: { ...deposit, dueAt: given('deposit.dueAt', deposit.dueAt, form.time) },
    windows: {
      noticeOn: windows.noticeOn,
      viewingFrom: given('windows.viewingFrom', windows.viewingFrom, form.day),
      viewingUntil: given('windows.viewingUntil', windows.viewingUntil, form.day),
      registrationEndsAt: given('windows.registrationEndsAt', windows.registrationEndsAt, form.time),
      biddingStartsAt: given('windows.biddingStartsAt', windows.biddingStartsAt, form.time),
      biddingEndsAt: given('windows.biddingEndsAt', windows.biddingEndsAt, form.time),
    },
  };
}
