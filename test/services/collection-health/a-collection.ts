import type { Fetching } from '#shared/domain/collection/fetching.ts';
import { type CollectionTask, newTask, type TaskSubject } from '#shared/domain/collection/task.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import type { SettingName } from '#shared/domain/settings/values.ts';
import { addMs } from '#shared/domain/time.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import { putTask } from '#shared/services/collection/all-tasks.ts';
import { settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { memoryEventPorts } from '#test/support/event-ports.ts';
import { countingIds } from '#test/support/fixed-ambient.ts';

export const OPEN = 'open-platform';
export const CLOSED = 'closed-platform';

export const LIST: TaskSubject = { what: 'list', list: 'sale', page: null };

const ACTOR = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false } as const;

/** What can be read of the platform of these tests. */
export function aFetching(of: Partial<Fetching> = {}): Fetching {
  return {
    platform: OPEN,
    way: 'public',
    base: 'https://open-platform.example.invalid',
    requestsPerMinute: 6,
    rateSource: '测试约定',
    lists: [{ id: 'sale', title: '正在进行', shows: 'page' }],
    listed: ['status', 'price', 'outcome'],
    showsBids: true,
    showsSettlement: false,
    untried: '从未与平台实测',
    ...of,
  };
}

function aManifest(id: string, name: string): PlatformManifest {
  const no = { no: 'it does not exist' };
  const capabilities = {
    publish: no,
    amend: no,
    withdraw: no,
    list: no,
    lot: no,
    bids: no,
    result: no,
    settlement: no,
  };
  const hosts = [`${id}.example.invalid`];
  const homepage = `https://${id}.example.invalid/`;
  const documentKinds = { list: { title: '列表页', contentType: 'text/html', rank: 1 } };
  return {
    id,
    name,
    kind: 'marketplace',
    homepage,
    capabilities,
    documentKinds,
    hosts,
    mappingVersion: 1,
    confidence: 'assumed',
  };
}

const PLATFORMS = [aManifest(OPEN, '开放平台'), aManifest(CLOSED, '封闭平台')];

/** Collection over memory: one platform that can be read, and one that cannot. */
export function aCollection(facts: Partial<Fetching> = {}) {
  const ports = memoryEventPorts();
  const lots = new Map<string, LotCard>();
  const ids = countingIds('command-key-');
  const given = { ...ports, fetching: [aFetching(facts)], platforms: PLATFORMS, lots: async () => lots };
  const caller = { caller: { id: 'system:setup', roles: ['system'] }, actor: ACTOR } as const;
  return {
    ports: given,
    clock: ports.clock,
    later: (ms: number) => addMs(ports.clock.now(), ms),
    /** Saves a setting as it is given. */
    async save(name: SettingName, value: JsonValue) {
      const command = { id: ids.next(), body: null };
      await commit(ports, settingsAggregate, name, caller, command, () => ({
        type: 'saved' as const,
        data: { value, reason: '测试' },
      }));
    },
    /** Switches the public platform on. */
    async switchOn(of: Readonly<Record<string, JsonValue>> = {}) {
      const source = { platform: OPEN, enabled: true, base: null, requestsPerMinute: null, lists: null, retired: null };
      await this.save('sources', [{ ...source, ...of }]);
    },
    async putTask(subject: TaskSubject, of: Partial<CollectionTask> = {}) {
      const now = ports.clock.now();
      await putTask(ports.records, OPEN, { ...newTask(subject), dueAt: now, lastAt: now, ...of }, now);
    },
    addLot(externalId: string, of: Partial<LotCard> = {}) {
      const platform = of.platform ?? OPEN;
      const lotId = toLotId(platform, externalId);
      lots.set(lotId, { ...NOTHING_KNOWN, platform, externalId, lotId, title: `标的${externalId}`, ...of });
      return lotId;
    },
  };
}
