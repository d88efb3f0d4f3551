import type { HandoffForm } from '#shared/domain/handoff/platform-form.ts';
import type { HandoffSource } from '#shared/domain/handoff/source.ts';
import { fieldsOf } from './fields/fields-of.ts';

/** One box of the platform's form and what to put into it. */
export interface SheetRow {
  readonly label: string;
  /** `null`: not known, leave it open or ask. */
  readonly value: string | null;
  /** Chinese: that the platform takes fewer characters than this value has. */
  readonly warning: string | null;
}

/** The fields of a listing in the order of the platform's own entry form (字段表). */
export interface FieldsSheet {
  readonly platformName: string;
  readonly title: string;
  /** Chinese: how sure we are of order and labels. */
  readonly remark: string;
  readonly rows: readonly SheetRow[];
}

const REMARKS: Readonly<Record<HandoffForm['confidence'], string>> = {
  captured: '字段顺序与名称按平台录入页面整理',
  documented: '字段顺序与名称按平台公开文档整理',
  assumed: '未见过平台的录入页面,字段顺序与名称为推定,以平台页面为准',
};

/** What goes into which box. Public values only: names are masked as in the notice. */
export function sheetOf(form: HandoffForm, source: HandoffSource): FieldsSheet {
  const values = fieldsOf(source, null);
  const rows = form.fields.map(({ label, field, longest }): SheetRow => {
    const known = values[field];
    const value = known === undefined ? null : typeof known === 'string' ? known : known.join(';');
    const length = [...(value ?? '')].length;
    const isTooLong = longest !== undefined && length > longest;
    return { label, value, warning: isTooLong ? `平台最多 ${longest} 字,现有 ${length} 字,请缩短` : null };
  });
  return {
    platformName: source.platform.name,
    title: source.listing.terms.title ?? '',
    remark: `${REMARKS[form.confidence]}。${form.source}`,
    rows,
  };
}
