import type { Caller } from '#shared/domain/caller.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import type { AccessPorts } from '#shared/services/access/authenticate.ts';
import { compare } from '#shared/services/comparison/compare.ts';
import type { Comparison } from '#shared/services/comparison/model.ts';
import type { FactsReader, FactsView } from '#shared/services/comparison/read-facts.ts';
import type { ComparisonRequest } from '#shared/services/comparison/request.ts';
import type { PlatformLedger } from '#shared/services/quarantine/read-ledger.ts';
import type { LedgerLine } from '#web/pages/comparison/ledger.tsx';
import { type COMPARISON_PARAMETERS, toComparisonRequest } from '#web/pages/comparison/parameters.ts';
import type { ParameterValues } from '#web/query-parameters.ts';

/** What the comparison stands on. */
export interface ComparisonPorts extends AccessPorts {
  readonly readFacts: FactsReader;
  readonly readLedger: (caller: Caller) => Promise<readonly PlatformLedger[]>;
  readonly manifests: readonly PlatformManifest[];
  readonly schedules: readonly FeeSchedule[];
}

/** What an address asks. Presets end on the day of the newest fact, so that facts and address alone say what comes out. */
export function requestOf(
  { clock }: ComparisonPorts,
  values: ParameterValues<typeof COMPARISON_PARAMETERS>,
  view: FactsView,
): ComparisonRequest {
  return toComparisonRequest(values, view.at ?? clock.now());
}

/**
 * Makes the comparison. Open cases are followed up to the newest fact and not to the clock's time, so that facts and
 * request alone say what comes out.
 */
export function comparisonOf(ports: ComparisonPorts, request: ComparisonRequest, view: FactsView): Comparison {
  return compare({
    facts: view.facts,
    request,
    asOf: view.at ?? ports.clock.now(),
    factsHash: view.hash,
    schedules: ports.schedules,
    names: Object.fromEntries(ports.manifests.map(({ id, name }) => [id, name])),
  });
}

/** How the record stands now, whatever facts are compared: documents repaired, and lots received beside each platform's own total. */
export async function ledgerOf(ports: ComparisonPorts, caller: Caller): Promise<readonly LedgerLine[]> {
  const [lines, { facts }] = await Promise.all([ports.readLedger(caller), ports.readFacts(caller)]);
  const received = Map.groupBy(facts, ({ platform }) => platform);
  const names = new Map(ports.manifests.map(({ id, name }) => [id, name]));
  return lines.map((line) => ({
    ...line,
    name: names.get(line.platform) ?? line.platform,
    received: received.get(line.platform)?.length ?? 0,
  }));
}
