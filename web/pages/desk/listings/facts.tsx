import type { DeskFile } from '#shared/domain/files/file.ts';
import type { Difference } from '#shared/domain/listing/differences.ts';
import { TERMS_FIELDS } from '#shared/domain/listing/fields.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { UNKNOWN } from '../../../words.ts';

/** What ids in a listing's terms are called: assets, their parts, files. */
export type Names = ReadonlyMap<string, string>;

/** Names of all that the terms mention by id. */
export function namesOf(
  assets: readonly { readonly id: string; readonly asset: { readonly name: string } }[],
  files: ReadonlyMap<string, DeskFile>,
): Names {
  return new Map([
    ...assets.map(({ id, asset }) => [id, asset.name] as const),
    ...[...files].map(([id, { name }]) => [id, name] as const),
  ]);
}

/** A text of the terms with names instead of ids, which are sixteen letters and digits and nothing people read. */
function withNames(text: string, names: Names): string {
  return text.replace(/\b[0-9a-z]{16}\b/g, (id) => names.get(id) ?? id);
}

interface TermFactsProps {
  readonly terms: ListingTerms;
  readonly names: Names;
  /** The chosen platform, in words. */
  readonly platform: string | null;
}

/** A listing's terms to read, in the order of the form; what is not said yet is left out. */
export function TermFacts({ terms, names, platform }: TermFactsProps) {
  const lines = TERMS_FIELDS.flatMap(({ name, text }) => {
    const said = text(terms);
    return said === null ? [] : [[name, said] as const];
  });
  return (
    <dl>
      {lines.map(([name, text]) => (
        <>
          <dt>{name}</dt>
          <dd>{withNames(text, names)}</dd>
        </>
      ))}
      <dt>平台</dt>
      <dd>{platform ?? '尚未选择'}</dd>
    </dl>
  );
}

interface DifferencesProps {
  readonly differences: readonly Difference[];
  readonly names: Names;
}

/** Differences as a table: what it was, what it is. */
export function Differences({ differences, names }: DifferencesProps) {
  if (differences.length === 0) return <p>没有改动。</p>;
  const shown = (text: string | null) => (text === null ? UNKNOWN : withNames(text, names));
  return (
    <div class="scroll">
      <table class="stacked changed">
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">原来</th>
            <th scope="col">现在</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ name, before, after }) => (
            <tr>
              <th scope="row">{name}</th>
              <td data-label="原来" class="words">
                <del>{shown(before)}</del>
              </td>
              <td data-label="现在" class="words">
                <ins>{shown(after)}</ins>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
