import type { Caller } from '#shared/domain/caller.ts';
import type { NoticeBoard } from '#shared/services/notices/notice-board.ts';
import type { FieldErrors, FormValues } from '../form-text.ts';
import type { NoticeForm } from './read-form.ts';

/** A form of the page that was refused; `act` is a button beside a line. */
export interface RefusedNotice {
  readonly part: NoticeForm | 'act';
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

/** Notices as their page shows them. */
export interface NoticesView {
  readonly caller: Caller;
  readonly assets: string;
  readonly board: NoticeBoard;
  /** Version of the setting the forms are made of. */
  readonly version: number;
  readonly formKey: string;
  /** The office decides, auditors read. */
  readonly mayEdit: boolean;
  readonly refused: RefusedNotice | undefined;
}
