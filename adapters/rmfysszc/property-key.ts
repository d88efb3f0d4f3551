import type { LotObservation } from '#shared/domain/observation.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { beijingDate } from '#shared/domain/time.ts';
import type { LotSighting } from '../kit/unique-lots.ts';

/** Whole hundreds of yuan: an appraisal that unlike things may share. */
const ROUND_APPRAISAL_FEN = 10_000;

/**
 * Gives every lot the key (propertyKey) its earlier and later rounds carry as well: title and appraisal, the two things
 * that stay when a property is listed again at a lower start price. Left out where they do not tell one thing from
 * another: a title without any number (房地产, 车辆) with a round appraisal, and lots that cannot be rounds of one
 * property because they are open at once or over on the same day.
 */
export function withPropertyKeys(sightings: readonly LotSighting[]): readonly LotSighting[] {
  const keyed = sightings.map((sighting) => ({ ...sighting, key: keyOf(sighting.row) }));
  const groups = Map.groupBy(keyed, ({ key }) => key);
  return keyed.map(({ path, row, key }) => {
    const isTelling = key !== undefined && areRounds((groups.get(key) ?? []).map((sighting) => sighting.row));
    return { path, row: isTelling ? { ...row, facts: { ...row.facts, propertyKey: key } } : row };
  });
}

function keyOf({ facts }: LotObservation): string | undefined {
  const { title = '', appraisal } = facts;
  const words = toPlainText(title)
    .toUpperCase()
    .replaceAll(' ', '')
    // Signs may differ from round to round, but 3-12号 is not 31-2号.
    .replace(/[\p{P}\p{S}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (words === '' || appraisal === undefined) return undefined;
  if (!/\d/.test(words) && appraisal % ROUND_APPRAISAL_FEN === 0) return undefined;
  return `${words}|${appraisal}`;
}

/** Rounds follow one another: one is open at most, and no two end on one day. The same lot seen twice counts once. */
function areRounds(rows: readonly LotObservation[]): boolean {
  const lots = [...new Map(rows.map((row) => [row.externalId, row])).values()];
  const open = lots.filter(({ status }) => status === 'announced' || status === 'bidding');
  const days = lots.flatMap(({ facts }) => (facts.endsAt === undefined ? [] : beijingDate(facts.endsAt)));
  return open.length <= 1 && new Set(days).size === days.length;
}
