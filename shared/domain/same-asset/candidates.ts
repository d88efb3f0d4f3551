import type { Sighting } from './evidence.ts';
import { areAlike, bigramsOf, sharedForAlike, type TitleCore, titleCore } from './title-core.ts';

/** Pairs whose titles are alike, and what was not looked at. */
export interface Candidates {
  readonly pairs: readonly (readonly [Sighting, Sighting])[];
  /** Lots whose title so many others of the same seller and place share that nobody could look through the pairs. */
  readonly crowded: number;
}

interface Entry {
  readonly at: number;
  readonly sighting: Sighting;
  readonly core: TitleCore;
  readonly bigrams: readonly string[];
}

/** A block of more lots is split by seller and place. */
const LARGEST_BLOCK = 40;
/** A shorter title names a kind of thing, not a thing. */
const SHORTEST_CORE = 4;

function entriesOf(sightings: Iterable<Sighting>): readonly Entry[] {
  const entries: Entry[] = [];
  for (const sighting of sightings) {
    const core = titleCore(sighting.title ?? '');
    if (core.text.length < SHORTEST_CORE) continue;
    entries.push({ at: entries.length, sighting, core, bigrams: bigramsOf(core) });
  }
  return entries;
}

/**
 * Like titles share four in five of their pairs of characters, so at least one of the few rarest: only by those are lots
 * brought together, and only where their numbers agree.
 */
function blocksOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const frequency = new Map<string, number>();
  for (const { bigrams } of entries) for (const pair of bigrams) frequency.set(pair, (frequency.get(pair) ?? 0) + 1);
  const rank = (pair: string) => frequency.get(pair) ?? 0;
  const blocks = new Map<string, Entry[]>();
  for (const entry of entries) {
    const rarest = entry.bigrams.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
    const probes = rarest.length - sharedForAlike(rarest.length) + 1;
    for (const pair of rarest.slice(0, probes)) {
      const key = `${entry.core.numbers}|${pair}`;
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [entry]);
      else block.push(entry);
    }
  }
  return [...blocks.values()].filter(({ length }) => length > 1);
}

/** A crowded block in parts by seller and place. */
function partsOf(block: readonly Entry[]): readonly (readonly Entry[])[] {
  if (block.length <= LARGEST_BLOCK) return [block];
  return [...Map.groupBy(block, ({ sighting }) => `${sighting.seller}|${sighting.township}`).values()];
}

/** Finds the pairs whose titles are alike without comparing every lot with every other. */
export function candidatePairs(sightings: Iterable<Sighting>): Candidates {
  const entries = entriesOf(sightings);
  const pairs: (readonly [Sighting, Sighting])[] = [];
  const crowded = new Set<number>();
  const compared = new Set<number>();
  const compare = (a: Entry, b: Entry) => {
    const key = a.at * entries.length + b.at;
    if (compared.has(key)) return;
    compared.add(key);
    if (areAlike(a.core, b.core)) pairs.push([a.sighting, b.sighting]);
  };
  for (const part of blocksOf(entries).flatMap(partsOf)) {
    if (part.length > LARGEST_BLOCK) for (const { at } of part) crowded.add(at);
    else
      part.forEach((entry, index) => {
        for (const other of part.slice(index + 1)) compare(entry, other);
      });
  }
  return { pairs, crowded: crowded.size };
}
