/** What one check of `hub verify` (核对) found. */
export interface Check {
  /** What may be at fault: what is derived from the records follows them by moments. */
  readonly of: 'documents' | 'feed';
  /** What is compared, in Chinese. */
  readonly name: string;
  /** How much was compared. */
  readonly count: number;
  /** One line for each difference; none: all is as it should be. */
  readonly differences: readonly string[];
}

const SHOWN = 50;

/** One line of result, then the first differences. */
export function checkLines({ name, count, differences }: Check): readonly string[] {
  const result = differences.length === 0 ? '一致' : `有差异 ${differences.length} 处`;
  const more = differences.length > SHOWN ? [`  ……另有 ${differences.length - SHOWN} 处`] : [];
  return [`${name}: ${result}(${count})`, ...differences.slice(0, SHOWN).map((line) => `  ${line}`), ...more];
}
