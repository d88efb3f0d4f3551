import { ASSET_CLASSES } from '#shared/domain/trade.ts';
import { type ColumnUnit, IMPORT_COLUMNS, IMPORT_FIELDS } from '#shared/services/desk/import/columns.ts';
import type { ImportMapping, MappedColumn } from '#shared/services/desk/import/mapping.ts';
import type { Sheet } from '#shared/services/desk/import/sheet.ts';
import { ASSET_CLASS_TEXT } from '../../../words.ts';
import { Select, Submit } from '../form.tsx';

const UNIT_TEXT: Readonly<Record<ColumnUnit, string>> = { mu: '亩', m2: '平方米', yuan: '元', wan: '万元' };
const UNITS = Object.entries(UNIT_TEXT);
const FIELDS = IMPORT_FIELDS.map((field) => [field, IMPORT_COLUMNS[field].title] as const);
/** Rows among which the heading row is chosen. */
const HEADING_ROWS = 10;

interface MappingProps {
  readonly action: string;
  readonly sheets: readonly Sheet[];
  readonly mapping: ImportMapping;
}

function firstCells(sheet: Sheet | undefined): readonly (readonly [string, string])[] {
  return (sheet?.rows ?? []).slice(0, HEADING_ROWS).map(({ number, cells }) => {
    const texts = [...cells.values()].flatMap((cell) => (cell.kind === 'unusable' ? [] : [cell.text]));
    return [String(number), `第 ${number} 行:${texts.slice(0, 4).join(' | ')}`.slice(0, 60)] as const;
  });
}

/** Which sheet is read, and which of its rows is the heading. */
function SheetForm({ action, sheets, mapping }: MappingProps) {
  const names = sheets.map(({ name }, index) => [String(index), name ?? '表格'] as const);
  return (
    <form method="get" action={action} class="desk-form">
      {sheets.length > 1 ? <Select name="sheet" label="工作表" value={String(mapping.sheet)} options={names} /> : null}
      <Select
        name="head"
        label="表头在哪一行"
        value={mapping.headingRow === null ? '' : String(mapping.headingRow)}
        options={firstCells(sheets[mapping.sheet])}
        empty="自动查找"
      />
      <Submit label="重新读取" quiet />
    </form>
  );
}

function ColumnFields({ mapped }: { readonly mapped: MappedColumn }) {
  const { column, heading, field, unit } = mapped;
  const units = field === null ? [] : IMPORT_COLUMNS[field].units;
  return (
    <>
      <Select name={`c${column}`} label={`“${heading}”这一列是`} value={field ?? ''} options={FIELDS} empty="不导入" />
      {units.length === 0 ? null : (
        <Select
          name={`u${column}`}
          label={`“${heading}”的单位`}
          value={unit ?? ''}
          options={UNITS.filter(([value]) => units.some((known) => known === value))}
          empty="写在每一格里"
        />
      )}
    </>
  );
}

/** What each column is, changeable by the person; sending it shows the rows anew and writes nothing. */
export function MappingForms(props: MappingProps) {
  const { action, mapping } = props;
  const classes = ASSET_CLASSES.map((value) => [value, ASSET_CLASS_TEXT[value]] as const);
  return (
    <details class="act" open={mapping.headingRow === null}>
      <summary>列的对应关系(读错了在这里改)</summary>
      <SheetForm {...props} />
      <form method="get" action={action} class="desk-form">
        <input type="hidden" name="sheet" value={String(mapping.sheet)} />
        <input type="hidden" name="head" value={mapping.headingRow === null ? '' : String(mapping.headingRow)} />
        {mapping.columns.map((mapped) => (
          <ColumnFields mapped={mapped} />
        ))}
        <Select
          name="class"
          label="没有写类别的资产,按哪一类登记"
          value={mapping.assetClass ?? ''}
          options={classes}
          empty="不代填,逐行指出"
        />
        <Submit label="按这样读,重新预览" quiet />
      </form>
    </details>
  );
}
