import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** The first moment a zip can name. The writer reads it in the machine's zone, so it is given in that. */
const NO_TIME = new Date(1980, 0, 1);

/** Names of relationships that a writer drew at random: 21 signs. Others are numbers. */
const RANDOM_ID = /"(rId[\w-]{21})"/g;

type Parts = readonly (readonly [path: string, content: Uint8Array])[];

/** Numbers relationships with random names in the order they are declared in, wherever they are spoken of. */
function withSteadyIds(parts: Parts): Parts {
  const declared = parts
    .filter(([path]) => path.endsWith('.rels'))
    .flatMap(([, content]) => [...strFromU8(content).matchAll(RANDOM_ID)].map(([, id = '']) => id));
  if (declared.length === 0) return parts;
  const numbers = new Map([...new Set(declared)].map((id, index) => [id, `rIdSteady${index + 1}`]));
  return parts.map(([path, content]) => {
    if (!/\.(?:xml|rels)$/.test(path)) return [path, content];
    return [
      path,
      strToU8(
        strFromU8(content).replace(RANDOM_ID, (text, id: string) => {
          const number = numbers.get(id);
          return number === undefined ? text : `"${number}"`;
        }),
      ),
    ];
  });
}

/**
 * An Office file without the time of its making and without random names, workbooks inside it included: equal contents
 * give equal bytes, so that a report printed again can be held against the first.
 */
export function steadyZip(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const parts = withSteadyIds(Object.entries(unzipSync(bytes))).map(
    ([path, content]) => [path, path.endsWith('.xlsx') ? steadyZip(content) : content] as const,
  );
  return new Uint8Array(zipSync(Object.fromEntries(parts), { mtime: NO_TIME }));
}
