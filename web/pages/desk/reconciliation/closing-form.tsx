import { CLOSING_REASONS, CLOSING_TEXT } from '#shared/domain/reconciliation/events.ts';
import type { Item } from '#shared/services/reconciliation/item.ts';
import { DeskForm, Select, Submit, TextArea, TextInput } from '../form.tsx';
import { type FieldErrors, type FormValues, shownValue } from '../form-text.ts';
import { BOARD_ADDRESS } from './words.ts';

/** A form that was refused: why, and what was typed. */
export interface RefusedForm {
  readonly title: string;
  readonly errors: FieldErrors;
  readonly typed: FormValues;
}

interface ClosingProps {
  readonly item: Item;
  readonly formKey: string;
  readonly refused: RefusedForm | undefined;
}

/** The form that closes an item: exactly what is shown, so it carries the hash of it. */
export function ClosingForm({ item, formKey, refused }: ClosingProps) {
  const field = (name: string) => ({
    name,
    value: shownValue(refused?.typed, name, ''),
    error: refused?.errors[name],
  });
  return (
    <section>
      <h2>了结</h2>
      <p>写明原因后,这些差异不再列为未了结。两边的数字以后有变化的,自动重新打开。</p>
      <DeskForm action={`${BOARD_ADDRESS}/close`} formKey={formKey} version={item.version}>
        <input type="hidden" name="id" value={item.id} />
        <input type="hidden" name="hash" value={item.hash} />
        <Select
          {...field('reason')}
          label="原因"
          required
          options={CLOSING_REASONS.map((reason) => [reason, CLOSING_TEXT[reason]])}
          empty="请选择"
        />
        <TextArea {...field('words')} label="说明" hint="选择“其他”的必须写明" />
        <TextInput {...field('evidence')} label="依据的文件" hint="可不填;系统中文件的编号或网址" />
        <Submit label="了结" />
      </DeskForm>
    </section>
  );
}
