import type { Listing } from '#shared/domain/listing/listing.ts';
import { currentRound } from '#shared/domain/listing/progress.ts';
import { Time } from '../../time.tsx';

/** What was changed in the round that runs after the platform had it, and why. */
export function Amendments({ listing }: { readonly listing: Listing }) {
  const { amendments } = currentRound(listing);
  if (amendments.length === 0) return null;
  return (
    <section class="panel">
      <h2>本轮变更</h2>
      <ol>
        {amendments.map(({ at, by, reason }) => (
          <li>
            <Time at={at} />,{by.name}:{reason}
          </li>
        ))}
      </ol>
    </section>
  );
}
