import { raw } from 'hono/html';
import type { FilledBlock, FilledDocument } from '#shared/domain/handoff/fill.ts';

/** How a document looks on screen and paper; a file for itself, so its style is in it. */
export function documentStyle(paper: 'a4' | 'a3'): string {
  const size = paper === 'a3' ? '24pt' : '16pt';
  return `@page { size: ${paper.toUpperCase()} portrait; margin: ${paper === 'a3' ? '30mm' : '37mm 26mm 35mm 28mm'}; }
body { margin: 0 auto; max-width: ${paper === 'a3' ? '237mm' : '156mm'}; padding: 1rem; color: #000; background: #fff;
  font: ${size}/1.75 FangSong_GB2312, FangSong, "Noto Serif CJK SC", serif; overflow-wrap: anywhere; }
h1 { font: 1.375em/1.5 FZXiaoBiaoSong-B05S, SimSun, "Noto Serif CJK SC", serif; text-align: center; }
h2 { font: 1em/1.75 SimHei, "Noto Sans CJK SC", sans-serif; text-indent: 2em; margin: .5em 0 0; }
p { margin: 0; text-indent: 2em; }
p.sign { text-align: right; text-indent: 0; }
table { width: 100%; border-collapse: collapse; margin: .5em 0; font-size: .8em; }
td { border: 1px solid #000; padding: .2em .4em; } tr { break-inside: avoid; } td:first-child { width: 25%; }
@media print { body { max-width: none; padding: 0; } }`;
}

function Block({ block }: { readonly block: FilledBlock }) {
  switch (block.kind) {
    case 'table':
      return (
        <table>
          {block.rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </table>
      );
    case 'title':
      return <h1>{block.text}</h1>;
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'signature':
      return <p class="sign">{block.text}</p>;
    case 'paragraph':
    case 'clause':
      return <p>{block.text}</p>;
  }
}

/** The parts of a document, to stand in a page. */
export function DocumentBlocks({ document }: { readonly document: FilledDocument }) {
  return (
    <>
      {document.blocks.map((block) => (
        <Block block={block} />
      ))}
    </>
  );
}

/** A document as an HTML file that prints as it should. */
export function documentHtml(document: FilledDocument, name: string, paper: 'a4' | 'a3'): string {
  return String(
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{name}</title>
          <style>{raw(documentStyle(paper))}</style>
        </head>
        <body>
          <DocumentBlocks document={document} />
        </body>
      </html>
    </>,
  );
}
