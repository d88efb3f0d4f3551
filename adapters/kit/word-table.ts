/** One word of a platform and what we take it for, for people who know the trade to review. */
interface WordPair {
  /** What the word speaks of, in Chinese: 状态, 轮次, 金额单位. */
  readonly field: string;
  /** The platform's word, verbatim. */
  readonly theirs: string;
  /** Our word, as the domain spells it. */
  readonly ours: string;
  /** Where it was seen, or what is doubtful about it. */
  readonly note?: string;
}

/** Every word an adapter understands (词汇对照). An adapter exports it as `describeWords(): WordTable` from its words.ts. */
export type WordTable = readonly WordPair[];

/** Turns the maps an adapter reads by into rows of its word table, so that the table cannot differ from what is read. */
export function tableOf(
  field: string,
  words: Iterable<readonly [theirs: string, ours: string | number]>,
  notes: Readonly<Record<string, string>> = {},
): WordTable {
  return [...words].map(([theirs, ours]) => {
    const note = Object.hasOwn(notes, theirs) ? notes[theirs] : undefined;
    return { field, theirs, ours: String(ours), ...(note !== undefined && { note }) };
  });
}
