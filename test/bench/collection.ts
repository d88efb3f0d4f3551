import { clairvoyant, everyTenMinutes, uniform } from '#test/simulation/collection-baselines.ts';
import { collectMarket, type Market, type MarketReport } from '#test/simulation/collection-market.ts';
import { quantile } from './measure.ts';

const SEEDS = [1, 2, 3];

/** A load of a platform, and what is to be reached there. */
interface Scenario extends Omit<Market, 'seed'> {
  readonly goal: string;
}

const SCENARIOS: readonly Scenario[] = [
  { lots: 40, requestsPerMinute: 6, way: 'lots', goal: 'result mean <= 15 s, p99 <= 45 s, <= 100 requests a lot' },
  { lots: 200, requestsPerMinute: 30, way: 'lots', goal: 'none' },
  { lots: 1000, requestsPerMinute: 6, way: 'lists', goal: 'result mean <= 6 s' },
];

/** The most requests of any 60 seconds. */
function mostInAMinute(sentMs: readonly number[]): number {
  let [first, most] = [0, 0];
  for (const [index, at] of sentMs.entries()) {
    while ((sentMs[first] ?? at) <= at - 60_000) first += 1;
    most = Math.max(most, index - first + 1);
  }
  return most;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function row(
  name: string,
  { lots }: Scenario,
  { requests, resultLagsMs, bidLagsMs, sentMs, usage }: MarketReport,
): string {
  const results = [meanOf(resultLagsMs), quantile(resultLagsMs, 0.5), quantile(resultLagsMs, 0.99)].map(inSeconds);
  const missing = resultLagsMs.length === lots ? '' : `   ${lots - resultLagsMs.length} results missing`;
  const cells = [
    (requests / lots).toFixed(1),
    ...results,
    inSeconds(quantile(bidLagsMs, 0.5)),
    usage === undefined ? '-' : (usage.writeUnits / requests).toFixed(2),
    String(mostInAMinute(sentMs)),
  ];
  return `${name.padEnd(24)}${cells.map((cell) => cell.padStart(11)).join('')}${missing}`;
}

/** The policy of asking platforms beside others, over a week of auctions each: planner and collector as they run, over memory. */
export async function benchCollection(): Promise<void> {
  for (const scenario of SCENARIOS) {
    const { lots, requestsPerMinute, way, goal } = scenario;
    console.log(`\ncollection: ${lots} lots a week, ${requestsPerMinute} requests/min, ${way}   goal ${goal}`);
    const heads = ['req/lot', 'result s', 'p50', 'p99', 'bids p50', 'WRU/req', 'most/60 s'];
    console.log(`${' '.repeat(24)}${heads.map((head) => head.padStart(11)).join('')}`);
    for (const seed of SEEDS)
      console.log(row(`ours, seed ${seed}`, scenario, await collectMarket({ ...scenario, seed })));
    console.log(row('clairvoyant, seed 1', scenario, clairvoyant({ ...scenario, seed: 1 })));
    console.log(row('uniform, seed 1', scenario, uniform({ ...scenario, seed: 1 })));
    console.log(row('every 10 min, seed 1', scenario, everyTenMinutes({ ...scenario, seed: 1 })));
  }
}
