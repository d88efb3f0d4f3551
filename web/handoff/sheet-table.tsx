import { raw } from 'hono/html';
import type { FieldsSheet } from './sheet.ts';

/** The fields sheet with a copy button beside each value; without a script the buttons stay hidden. */
export function SheetTable({ sheet }: { readonly sheet: FieldsSheet }) {
  return (
    <>
      <p class="soft">{sheet.remark}</p>
      <table class="stacked sheet">
        <thead>
          <tr>
            <th scope="col">字段</th>
            <th scope="col">内容</th>
            <th scope="col">复制</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ label, value, warning }) => (
            <tr>
              <th scope="row">{label}</th>
              <td class="value">
                {value ?? <span class="soft">(未填)</span>}
                {warning === null ? null : <strong class="source">{warning}</strong>}
              </td>
              <td class="copy">
                {value === null ? null : (
                  <button type="button" data-copy={value} aria-label={`复制${label}`} hidden>
                    复制
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const STYLE = `body { font: 16px/1.6 system-ui, "Microsoft YaHei", sans-serif; max-width: 60rem; margin: 0 auto; padding: 1rem; }
table { width: 100%; border-collapse: collapse; } th, td { border: 1px solid #888; padding: .3rem .5rem; text-align: left; }
tbody th { width: 12rem; } td { overflow-wrap: anywhere; } td:last-child { width: 5rem; } .soft { color: #566072; }`;

/** The page is opened from a folder, where browsers may refuse the clipboard: then the value is selected instead. */
const SCRIPT = `for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const cell = button.closest('tr').querySelector('td');
    try { await navigator.clipboard.writeText(button.dataset.copy); }
    catch { getSelection().selectAllChildren(cell); document.execCommand('copy'); }
    button.textContent = '已复制';
  });
}`;

/** The fields sheet as an HTML file for itself. */
export function sheetHtml(sheet: FieldsSheet): string {
  const name = `${sheet.platformName}字段表`;
  return String(
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{name}</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <h1>{`${name}:${sheet.title}`}</h1>
          <SheetTable sheet={sheet} />
          <script>{raw(SCRIPT)}</script>
        </body>
      </html>
    </>,
  );
}
