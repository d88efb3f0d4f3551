import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { QuarantinedRow } from '#shared/ports/auction-platform.ts';

/** Where calls that complain carry their wording, and how it reaches the person. */
const CALLS: Readonly<Record<string, readonly [argument: number, prefix: string]>> = {
  BadRow: [1, ''],
  need: [2, ''],
  note: [1, ''],
  failAt: [2, ''],
  unusable: [0, ''],
  contradiction: [0, ''],
  drift: [0, ''],
  refused: [1, 'reason '],
  unreadableText: [0, 'reason '],
  refusalOf: [2, 'missing '],
  AppError: [1, ''],
};

/** What the reading of documents begins at; what it does not reach calls platforms and complains of them, never of documents. */
const READING = ['adapters/registry.ts'];

function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => join(dirname(file), fileName));
}

/** The adapters' sources that read documents. */
function readingFiles(): readonly string[] {
  const reached = new Set(READING);
  for (const file of reached) for (const imported of importsOf(file)) reached.add(imported);
  return [...reached].filter((file) => !READING.includes(file));
}

/** Texts an expression may have, `1` and `"x"` in place of what only the document knows; none where a variable decides. */
function textsOf(node: ts.Expression): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...textsOf(node.whenTrue), ...textsOf(node.whenFalse)];
  if (!ts.isTemplateExpression(node)) return [];
  return node.templateSpans.reduce<readonly string[]>(
    (texts, { expression, literal }) =>
      texts.flatMap((text) => fillers(expression).map((filler) => text + filler + literal.text)),
    [node.head.text],
  );
}

function fillers(expression: ts.Expression): readonly string[] {
  const name = ts.isCallExpression(expression) ? expression.expression.getText() : expression.getText();
  if (name.startsWith('quote')) return ['"x"'];
  // Worded by whoever calls; the table of the test has them.
  if (name === 'reason' || name === 'expected') return [];
  return ts.isConditionalExpression(expression) ? textsOf(expression) : ['1'];
}

function wordingsIn(node: ts.Node): readonly string[] {
  if (ts.isPropertyAssignment(node) && ['reason', 'unclear'].includes(node.name.getText())) {
    return textsOf(node.initializer);
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  const callee = node.expression.getText();
  const [argument, prefix] = (Object.hasOwn(CALLS, callee) && CALLS[callee]) || [undefined, ''];
  const worded = argument === undefined ? undefined : node.arguments?.[argument];
  return worded === undefined ? [] : textsOf(worded).map((text) => prefix + text);
}

/** Every wording the adapters' sources complain in, each once. */
export function wordingsOfSources(): readonly string[] {
  const found = new Set<string>();
  for (const file of readingFiles()) {
    const visit = (node: ts.Node): void => {
      for (const wording of wordingsIn(node)) found.add(wording);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return [...found].toSorted();
}

interface Expected {
  readonly quarantined?: readonly QuarantinedRow[];
  readonly refused?: { readonly details: Readonly<Record<string, string | number>> };
}

/** What every recorded document of every adapter is expected to say. */
export function expectedOfFixtures(): readonly Expected[] {
  return globSync('adapters/*/fixtures/*.expected.json').map(
    (file) => JSON.parse(readFileSync(file, 'utf8')) as Expected,
  );
}
