import type { Child } from 'hono/jsx';

interface TableProps {
  readonly caption: string;
  /** Headings; the first is of the column that names the rows. */
  readonly head: readonly string[];
  /** Cells; the first names the row. */
  readonly rows: readonly (readonly Child[])[];
  /** Columns of words instead of figures, by heading. */
  readonly words?: readonly string[];
  /** A table that is read across and down: it scrolls on a phone instead of falling into cards. */
  readonly isMatrix?: boolean;
}

type RowProps = Pick<TableProps, 'head'> & { readonly words: readonly string[]; readonly cells: readonly Child[] };

function kindOf(label: string, words: readonly string[]): string {
  return words.includes(label) ? 'words' : 'number';
}

function Row({ head, words, cells: [name, ...cells] }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, index) => {
        const label = head[index + 1] ?? '';
        return (
          <td class={kindOf(label, words)} data-label={label}>
            {cell}
          </td>
        );
      })}
    </tr>
  );
}

/** A table of figures: cards with labels on a phone, headings repeated on every sheet of paper. */
export function FigureTable({ caption, head, rows, words = [], isMatrix = false }: TableProps) {
  if (rows.length === 0) return <p class="soft">{caption}:没有可列的内容。</p>;
  return (
    <section class="scroll" aria-label={caption} tabindex={0}>
      <table class={isMatrix ? 'figures' : 'figures stacked'}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((label, index) => (
              <th scope="col" class={index === 0 ? undefined : kindOf(label, words)}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells) => (
            <Row head={head} words={words} cells={cells} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
