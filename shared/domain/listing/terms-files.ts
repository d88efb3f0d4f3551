import type { ListingTerms } from './terms.ts';

/** Ids of every file the terms name, each once: papers, and what became of rights of priority. */
export function filesOfTerms({ papers, priority }: Pick<ListingTerms, 'papers' | 'priority'>): readonly string[] {
  const answers = priority.flatMap(({ file }) => (file === null ? [] : [file]));
  return [...new Set([...papers.map(({ file }) => file), ...answers])];
}
