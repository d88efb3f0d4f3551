import type { Justification } from '#shared/domain/listing/events.ts';
import type { ListingTerms } from '#shared/domain/listing/terms.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { aListingDesk, HALL, type ListingDesk, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, submit } from '#test/support/desk-journey.ts';
import { aLease, day } from '#test/support/desk-terms.ts';
import { type SeededRandom, seededRandom } from '#test/support/fixed-ambient.ts';
import { checkLogs } from './desk-checks.ts';
import { actReally, type RealCommand } from './desk-real-acts.ts';
import { realListings, realModel } from './desk-real-model.ts';
import { sealerOf, sweeperOf } from './desk-schedules.ts';
import { checkStatements } from './desk-statements.ts';
import { clerkOf, createDesk, type DeskSystem, plain } from './desk-system.ts';
import { randomFaults } from './faults.ts';
import { scheduler } from './scheduler.ts';
import type { SimulationReport } from './simulate.ts';

/** What happened to listings in a run besides the complaints. */
export interface RealReport extends SimulationReport {
  readonly states: readonly string[];
  readonly refused: number;
}

const MAX_CALLS = 60_000;
const PATH = ['submit', 'township', 'office', 'hand-over', 'place'] as const;
const ENDS = ['failed', 'failed', 'sold', 'defaulted', 'take-down'] as const;
const ASIDES = ['submit', 'edit', 'return', 'withdraw'] as const;

function someTerms(random: SeededRandom): ListingTerms {
  const parts = random.pick([null, null, ['east'], ['west']]);
  const items = random.chance(0.3)
    ? [HALL, POND].map((assetId) => ({ assetId, parts: null }))
    : [{ assetId: POND, parts }];
  const { lease } = aLease(POND);
  return aLease(POND, {
    items,
    lease: { ...lease, startsOn: day(random.pick(['2025-01-01', '2026-07-01', '2028-01-01'])) },
  });
}

/** The way a listing goes when all is well, with things that come between. */
function wayOf(random: SeededRandom, own: ListingTerms): readonly Omit<RealCommand, 'justifications'>[] {
  const round = () => [...PATH, random.pick(ENDS)];
  const way: readonly RealCommand['does'][] = [...round(), 'again', ...round()];
  return way.flatMap((does) => {
    // Saving what already stands writes nothing; so every edit says something of its own.
    const aside = { does: random.pick(ASIDES), terms: { ...someTerms(random), remarks: `备注 ${random.next()}` } };
    return random.chance(0.15) ? [aside, { does, terms: own }] : [{ does, terms: own }];
  });
}

async function warningsOf(desk: ListingDesk, id: string): Promise<readonly Justification[]> {
  const asked = submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), { justifications: [] });
  const { details } = await asked.then(() => toAppError(undefined), toAppError);
  const verdicts = (details['verdicts'] ?? []) as unknown as readonly { rule: string; kind: string }[];
  return verdicts.filter(({ kind }) => kind === 'warning').map(({ rule }) => ({ rule, reason: '已核对' }));
}

/** Sends what people want of every listing, the listings mixed. */
async function sendRequests(system: DeskSystem, ids: readonly string[], terms: readonly ListingTerms[]) {
  const { random } = system;
  const ways = ids.map((listing, index) => ({ listing, left: [...wayOf(random, terms[index] ?? aLease(POND))] }));
  for (let sent = 1; ways.some(({ left }) => left.length > 0); sent++) {
    const { listing, left } = random.pick(ways.filter((way) => way.left.length > 0));
    const asked = left.shift();
    if (asked !== undefined) await system.queue.send({ listing, key: `request-${sent}`, asked: plain(asked) });
  }
}

/** Everything unsold is withdrawn; then a newcomer may have whatever was not sold. */
async function checkNothingStaysLocked(desk: ListingDesk, complain: (complaint: string) => void): Promise<void> {
  for (const [id, { state, terms }] of realListings(desk.records)) {
    if (['sold', 'agreed', 'withdrawn'].includes(state)) continue;
    const take = (does: RealCommand['does']) =>
      actReally(desk.ports, id, desk.command(), { does, terms, justifications: [] });
    await take('withdraw').catch(() => take('take-down'));
  }
  for (const assetId of [POND, HALL]) {
    const { id } = await aDraft(desk, aLease(assetId));
    const refusal = await submit(desk, id).then(() => undefined, toAppError);
    const holder = realListings(desk.records).get(String(refusal?.details['listing']));
    if (refusal !== undefined && holder?.state !== 'sold') complain(`locked for ever: ${assetId} (${refusal.code})`);
  }
}

/** Runs the desk's own listing services over a few listings of the same assets on one seed, and checks every rule. */
export async function simulateListings(seed: number): Promise<RealReport> {
  const random = seededRandom(seed);
  const desk = await aListingDesk();
  const terms = [someTerms(random), someTerms(random), someTerms(random)];
  const ids: string[] = [];
  for (const one of terms) ids.push((await aDraft(desk, one)).id);
  const warnings = await warningsOf(desk, ids[0] ?? '');
  const { records: stored, clock } = desk;
  const system = createDesk(random, 'badly', { model: realModel(desk, warnings), stored, clock });
  const schedule = scheduler(random, randomFaults(random), MAX_CALLS);
  await sendRequests(system, ids, terms);
  for (let index = 1; index <= 1 + random.below(3); index++) schedule.start(clerkOf(system, `desk-${index}`));
  schedule.start(sweeperOf(system));
  schedule.start(sealerOf(system, 'sealer'));
  const complain = (complaint: string) => void system.complaints.push(complaint);
  let states: readonly string[] = [];
  try {
    await schedule.run();
    states = [...realListings(stored).values()].map(({ state }) => state);
    await checkLogs(system, desk.ports, complain);
    await checkStatements(desk, complain);
    await checkNothingStaysLocked(desk, complain);
  } catch (error) {
    complain(`the run broke off: ${error instanceof Error ? error.stack : String(error)}`);
  }
  const { complaints, queue, refused } = system;
  const { trace } = schedule;
  return {
    seed,
    deliveries: queue.deliveries(),
    calls: trace.length,
    complaints,
    trace,
    states,
    refused: refused.locked,
  };
}
