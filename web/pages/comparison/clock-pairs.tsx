import { clockById } from '#shared/domain/timeliness/clocks.ts';
import { PairSentences, toldOfClocks } from './headlines.tsx';
import type { PartProps } from './view.ts';

/** Every two platforms on each of the platforms' own clocks, in words. */
export function ClockPairs({ view }: PartProps) {
  const { pairs } = view.comparison.headlines.timeliness;
  return (
    <>
      {[...Map.groupBy(pairs, ({ clock }) => clock)].map(([clock, of]) => (
        <details>
          <summary>
            {clockById(clock).name}:{of.length} 组
          </summary>
          <PairSentences view={view} pairs={toldOfClocks(of)} />
        </details>
      ))}
    </>
  );
}
