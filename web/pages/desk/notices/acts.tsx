import type { PropsWithChildren } from 'hono/jsx';
import { DeskForm, Submit } from '../form.tsx';
import type { NoticesView } from './view.ts';

interface ActProps {
  readonly view: NoticesView;
  readonly action: 'test' | 'remove' | 'again';
  readonly label: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** A button beside a line. */
export function Act({ view, action, label, fields }: ActProps) {
  const key = `${view.formKey}-${action}-${Object.values(fields).join('-')}`.replace(/[^!-~]/g, '').slice(0, 120);
  return (
    <DeskForm action={`/desk/notices/${action}`} formKey={key} version={view.version}>
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Submit label={label} quiet />
    </DeskForm>
  );
}

/** A table of the page: its columns, and one more for what the office may do. */
export function Table({ heads, mayEdit, children }: PropsWithChildren<{ heads: readonly string[]; mayEdit: boolean }>) {
  return (
    <div class="scroll">
      <table class="stacked">
        <thead>
          <tr>
            {[...heads, ...(mayEdit ? ['操作'] : [])].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
