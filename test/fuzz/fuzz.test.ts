import { afterAll, describe, expect, it } from 'vitest';
import { expectationOf } from '#adapters/kit/fixture.ts';

import type { AuctionPlatform, RawDocument } from '#shared/ports/auction-platform.ts';
import { fixturesOf, platformsRead } from '#test/conformance/fixtures.ts';
import { brokenRules } from '#test/conformance/invariants.ts';
import { below, mutate, seededRandom } from './mutate.ts';

const { FUZZ_DOCUMENTS = '100000', FUZZ_SEED = '20261123', FUZZ_FROM = '0' } = process.env;
const documents = Number(FUZZ_DOCUMENTS);
const first = Number(FUZZ_FROM);
/** The same documents each run, others with `FUZZ_SEED=random`; a failure says how to see it again. */
const seed = FUZZ_SEED === 'random' ? Date.now() % 2 ** 31 : Number(FUZZ_SEED);

const SLOW_MS = 100;
/** Pages beyond this cost more time than they find. */
const LARGEST_FIXTURE = 12_000;
const PROTOTYPES = [Object.prototype, Array.prototype, String.prototype, Number.prototype, Function.prototype];

/** What mutated documents of one platform led to. */
interface Findings {
  accepted: number;
  refused: number;
  readonly failures: string[];
}

const prototypesBefore = PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype));

describe.each(platformsRead.map((platform) => ({ id: platform.manifest.id, platform })))(
  `mutated documents of $id (FUZZ_SEED=${seed})`,
  ({ platform }) => {
    it('are refused by a named error or keep the rules of the trade, each within a tenth of a second', () => {
      const found = fuzz(platform, Math.ceil(documents / platformsRead.length));

      expect(found.failures).toEqual([]);
      // A run that reproduces one document proves nothing of the rest.
      if (documents >= 10_000) expect(Math.min(found.accepted, found.refused)).toBeGreaterThan(100);
    }, 600_000);
  },
);

describe('after all documents', () => {
  it('no prototype has changed', () => {
    expect(PROTOTYPES.map((prototype) => Object.getOwnPropertyNames(prototype))).toEqual(prototypesBefore);
  });
});

afterAll(() => void process.stdout.write(`fuzzed ${documents} documents, FUZZ_SEED=${seed}\n`));

function fuzz(platform: AuctionPlatform, count: number): Findings {
  const all = fixturesOf(platform).map(({ name, document }) => ({
    name,
    document,
    bytes: Buffer.from(document.bytes),
  }));
  const small = all.filter(({ bytes }) => bytes.length <= LARGEST_FIXTURE);
  const found: Findings = { accepted: 0, refused: 0, failures: [] };
  for (let index = first; index < first + count && found.failures.length < 10; index += 1) {
    // Each document follows from the seed and its number, so that one can be looked at alone.
    const random = seededRandom(Math.imul(seed, 0x85ebca6b) ^ Math.imul(index, 0x9e3779b1));
    const fixture = small[below(random, small.length)] ?? expect.unreachable('no small fixtures');
    const other = small[below(random, small.length)] ?? fixture;
    const bytes = mutate(fixture.bytes, other.bytes, random);
    const failure = tryOne(platform, { ...fixture.document, bytes }, found);
    if (failure !== undefined) found.failures.push(`FUZZ_FROM=${index} (${fixture.name}): ${failure}`);
  }
  return found;
}

/** Why the document fails; undefined when all is well. */
function tryOne(platform: AuctionPlatform, document: RawDocument, found: Findings): string | undefined {
  const before = performance.now();
  try {
    const output = expectationOf(platform, document);
    const took = performance.now() - before;
    if (took > SLOW_MS && cpuMs(platform, document) > SLOW_MS) return `slow: ${Math.round(took)} ms`;
    if ('refused' in output) {
      found.refused += 1;
      return output.refused.code.startsWith('DOCUMENT.') ? undefined : `refused with ${output.refused.code}`;
    }
    found.accepted += output.lots.length;
    const [broken] = brokenRules(output, platform.manifest);
    return broken;
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`;
  }
}

/** The least of three measurements: the first may have met the collector or a busy machine. */
function cpuMs(platform: AuctionPlatform, document: RawDocument): number {
  const times = [1, 2, 3].map(() => {
    const before = process.threadCpuUsage();
    expectationOf(platform, document);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}
