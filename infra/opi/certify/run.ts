import { parseInstant, toEpochMs } from '#shared/domain/time.ts';
import { type JsonObject, LEVELS, type Level } from '../wire.ts';
import { type Bench, type Case, field, rows, saw } from './case.ts';
import { changeCases } from './change-cases.ts';
import type { Client } from './client.ts';
import { eventCases } from './event-cases.ts';
import { limitCase } from './limit-case.ts';
import { pagingCases } from './paging-cases.ts';
import { publishCases } from './publish-cases.ts';
import { readCases } from './read-cases.ts';
import type { Receiver } from './receiver.ts';

/** Every case of the suite, in the order they run. */
export const CASES: readonly Case[] = [
  ...readCases,
  ...pagingCases,
  ...publishCases,
  ...changeCases,
  ...eventCases,
  // Last, for it looks back at every answer of the run.
  limitCase,
];

const MOST_LOTS = 10;
const DAY_MS = 86_400_000;

/** What came of one case. */
export interface Finding extends Omit<Case, 'run'> {
  readonly outcome: 'kept' | 'broken' | 'skipped';
  /** What was found, or why it was skipped; Chinese. */
  readonly found: string;
}

/** What was found out about a server. */
export interface Certificate {
  readonly platform: string;
  readonly claimed: readonly Level[];
  readonly findings: readonly Finding[];
  /** True when no rule was seen broken and the server said what it claims. */
  readonly passed: boolean;
}

/** A listing every platform should take. */
function testListing(reference: string, now: number): JsonObject {
  const at = (days: number, hours = 0) => new Date(now + days * DAY_MS + hours * 3_600_000).toISOString();
  return {
    schema: 'opi.listing.v1',
    reference,
    round: 1,
    title: '接口检验标的（请勿报名）',
    tradeCategory: 'collective',
    assetClass: 'shop',
    tradeKind: 'lease',
    saleMode: 'ascending',
    venue: 'online',
    priceBasis: 'per-year',
    termMonths: 12,
    startPriceFen: 1_000_000,
    hasReserve: true,
    reserveFen: 1_200_000,
    depositFen: 100_000,
    incrementFen: 10_000,
    extensionMinutes: 5,
    registration: { from: at(10), to: at(29) },
    startsAt: at(30),
    endsAt: at(30, 2),
  };
}

/**
 * Runs the suite on a server. It writes nothing but test listings of its own, and withdraws them.
 * @param run unique to this run; becomes part of the references of test listings
 * @param receiver where the platform was told to push events to; without it that level is not checked
 */
export async function certify(client: Client, run: string, receiver?: Receiver): Promise<Certificate> {
  const said = await client.ask('/conformance');
  const claimed = LEVELS.filter((level) => rows(said.json, 'levels').includes(level));
  const clock = parseInstant(String(field(said.json, 'clock')));
  const bench = await aBench(client, run, clock === undefined ? undefined : toEpochMs(clock), receiver);
  const findings: Finding[] = [];
  for (const one of CASES) findings.push(await finding(one, bench, claimed, said.status === 200));
  const name = field(said.json, 'name');
  return {
    platform: typeof name === 'string' ? name : saw(said),
    claimed,
    findings,
    passed: said.status === 200 && findings.every(({ outcome }) => outcome !== 'broken'),
  };
}

/** Without a platform clock a test listing cannot be dated, so nothing is published. */
async function aBench(client: Client, run: string, now: number | undefined, receiver: Receiver | undefined) {
  const lots = rows((await client.ask('/lots')).json, 'lots').slice(0, MOST_LOTS);
  let made = 0;
  const bench: Bench = {
    client,
    newReference: () => {
      made += 1;
      return `CERTIFY-${run}-${made}`;
    },
    listing: (reference) => testListing(reference, now ?? 0),
    lotIds: lots.map((lot) => String(field(lot, 'lotId'))),
    receiver,
  };
  return { ...bench, hasClock: now !== undefined };
}

async function finding(
  { run, ...one }: Case,
  bench: Bench & { readonly hasClock: boolean },
  claimed: readonly Level[],
  answered: boolean,
): Promise<Finding> {
  const skip = (found: string): Finding => ({ ...one, outcome: 'skipped', found });
  // What a server does not even say about itself is tried as the lowest level.
  if (!claimed.includes(one.level) && (answered || one.level !== 'read')) return skip(`平台未声明等级 ${one.level}`);
  if (one.needsLots && bench.lotIds.length === 0) return skip('平台上没有标的可检');
  if (one.needsReceiver && bench.receiver === undefined)
    return skip('没有给出接收推送的端口与签名密钥（--listen、--secret）');
  if (one.level !== 'read' && one.level !== 'bids' && !bench.hasClock && !one.needsLots)
    return skip('平台没有给出时钟，无法编制检验标的');
  const wrong = await run(bench);
  return wrong === undefined ? { ...one, outcome: 'kept', found: '符合' } : { ...one, outcome: 'broken', found: wrong };
}
