import type { Asset } from '#shared/domain/asset/asset.ts';
import type { Owner } from '#shared/domain/asset/owner.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { PAPER_KINDS } from '#shared/domain/listing/terms.ts';
import type { Actor, Assignment } from '#shared/domain/people/role.ts';
import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import { type AssetEvent, assetAggregate } from '#shared/services/desk/asset/asset-aggregate.ts';
import { putFile } from '#shared/services/desk/files/file-record.ts';
import { listingEffects } from '#shared/services/desk/listing/listing-effects.ts';
import type { ListingPorts } from '#shared/services/desk/listing/listing-ports.ts';
import { type OwnerEvent, ownerAggregate } from '#shared/services/desk/owner/owner-aggregate.ts';
import { type SettingsEvent, settingsAggregate } from '#shared/services/desk/settings/settings-aggregate.ts';
import type { Command } from '#shared/services/events/aggregate.ts';
import { commit } from '#shared/services/events/commit.ts';
import { day, fileOf } from './desk-terms.ts';
import { seededRandom, sha256, steppedClock } from './fixed-ambient.ts';
import { type MemoryItemStore, memoryItemStore } from './memory-item-store.ts';
import { type MemoryObjectStore, memoryObjectStore } from './memory-object-store.ts';

/** A village of 织里镇, one of 八里店镇, and a unit of the district. */
export const VILLAGE: Owner = anOwner('village00000001a', 'collective', '云村股份经济合作社', '330502100214');
export const OTHER_VILLAGE: Owner = anOwner('village00000002b', 'collective', '移沿山村股份经济合作社', '330502101200');
export const UNIT: Owner = anOwner('unit00000000001c', 'state', '吴兴区某国有公司', '330502');

export const POND = 'pond00000000001a';
export const HALL = 'hall00000000001a';
export const OTHER_POND = 'pond00000000002b';
export const CAR = 'car000000000001c';

/** Platforms of this desk: a public one, an auction house, and one nobody admitted. */
export const PUBLIC = 'public-desk';
export const HOUSE = 'auction-house-desk';
export const UNADMITTED = 'unadmitted-desk';

/** Everybody who takes part. */
export const PEOPLE = {
  clerk: aPerson('clerk-1', '沈会计', { role: 'village-clerk', scope: '330502100214' }),
  accountant: aPerson('clerk-2', '镇农经站', { role: 'village-clerk', scope: '330502100', onBehalf: true }),
  foreignClerk: aPerson('clerk-3', '外村会计', { role: 'village-clerk', scope: '330502101200' }),
  unitClerk: aPerson('clerk-4', '国资经办', { role: 'owner-clerk', scope: UNIT.id }),
  township: aPerson('reviewer-1', '三资办', { role: 'township-reviewer', scope: '330502100' }),
  foreignTownship: aPerson('reviewer-2', '八里店三资办', { role: 'township-reviewer', scope: '330502101' }),
  bureau: aPerson('reviewer-3', '农业农村局', { role: 'bureau-reviewer', scope: '330502', bureau: 'agriculture' }),
  stateBureau: aPerson('reviewer-4', '国资办', { role: 'bureau-reviewer', scope: '330502', bureau: 'state-assets' }),
  office: aPerson('office-1', '交易中心', { role: 'office', scope: '330502' }),
  operator: aPerson('operator-1', '平台经办', { role: 'platform-operator', scope: PUBLIC }),
  foreignOperator: aPerson('operator-2', '拍卖行经办', { role: 'platform-operator', scope: HOUSE }),
  auditor: aPerson('auditor-1', '审计', { role: 'auditor', scope: '330502' }),
} as const;

function anOwner(id: string, kind: Owner['kind'], name: string, division: string): Owner {
  return { id, kind, name, uscc: null, division, contact: null };
}

/** A person with one assignment. */
export function aPerson(
  id: string,
  name: string,
  of: Pick<Assignment, 'role' | 'scope'> & Partial<Assignment>,
): Caller {
  const assignment = { id: `${id}-a`, onBehalf: false, bureau: null, from: day('2020-01-01'), until: null, ...of };
  return { id, name, roles: [of.role], assignments: [assignment] };
}

/** One person with the assignments of several. */
export function inOnePerson(...people: readonly Caller[]): Caller {
  const [first] = people;
  if (first === undefined) throw new RangeError('nobody');
  return {
    ...first,
    roles: people.flatMap(({ roles }) => roles),
    assignments: people.flatMap(({ assignments }) => assignments ?? []),
  };
}

/** An asset of an owner, with nothing special about it. */
export function anAsset(owner: Owner, of: Partial<Asset> = {}): Asset {
  return {
    ownerId: owner.id,
    name: '12亩鱼塘',
    assetClass: 'fish_pond',
    nature: 'resource',
    division: owner.division,
    address: '云村南片',
    area: { thousandths: 12_000, unit: 'mu' },
    parts: [],
    certificates: [],
    pictures: [],
    lease: { state: 'vacant', incumbent: null, until: null, yearlyRentFen: null },
    priorityHolders: [],
    ledgerNumber: null,
    permittedUse: null,
    note: null,
    ...of,
  };
}

function aPlatform(id: string, name: string, kind: PlatformManifest['kind']): PlatformManifest {
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
  return { id, name, kind, homepage, capabilities, documentKinds: {}, hosts, mappingVersion: 1, confidence: 'assumed' };
}

const ACTOR: Actor = { id: 'setup', name: '初始录入', role: 'system', scope: '', onBehalf: false };
const PARTS = [
  { id: 'east', name: '东塘', area: null },
  { id: 'west', name: '西塘', area: null },
];

/** A desk in memory: owners, assets, people, two platforms admitted, a file for each kind of paper of each owner's. */
export interface ListingDesk {
  readonly ports: ListingPorts;
  readonly records: MemoryItemStore;
  /** Where effects put what the desk states of lots. */
  readonly documents: MemoryObjectStore;
  readonly clock: ReturnType<typeof steppedClock>;
  /** A command of its own id; `expected` is the version seen. */
  readonly command: (body?: JsonValue, expected?: number) => Command;
  readonly saveSetting: (name: string, value: JsonValue) => Promise<void>;
  /** The same ports over another view of the same records. */
  readonly over: (records: ItemStore) => ListingPorts;
}

export async function aListingDesk(): Promise<ListingDesk> {
  const records = memoryItemStore();
  const documents = memoryObjectStore();
  const clock = steppedClock();
  const platforms = [
    aPlatform(PUBLIC, '区公共平台', 'public-platform'),
    aPlatform(HOUSE, '某拍卖行', 'auction-house'),
    aPlatform(UNADMITTED, '别处平台', 'marketplace'),
  ];
  const ports = {
    records,
    clock,
    hash: sha256,
    random: seededRandom(7),
    platforms,
    publishing: [],
    effects: { listing: listingEffects({ documents: () => documents, publishing: [] }) },
  };
  let commands = 0;
  const command = (body: JsonValue = null, expected?: number): Command => {
    commands += 1;
    return { id: `command-${commands}`, body, ...(expected === undefined ? {} : { expected }) };
  };
  const commander = { caller: { id: ACTOR.id, roles: ['system' as const] }, actor: ACTOR };
  const saveSetting = async (name: string, value: JsonValue) => {
    const event: SettingsEvent = { type: 'saved', data: { value, reason: '测试' } };
    await commit(ports, settingsAggregate, name, commander, command(), () => event);
  };
  for (const { id, ...owner } of [VILLAGE, OTHER_VILLAGE, UNIT]) {
    const event: OwnerEvent = { type: 'registered', data: { owner } };
    await commit(ports, ownerAggregate, id, commander, command(), () => event);
  }
  const register = (id: string, asset: Asset) => {
    const event: AssetEvent = { type: 'registered', data: { asset, importedFrom: null } };
    return commit(ports, assetAggregate, id, commander, command(), () => event);
  };
  await register(POND, anAsset(VILLAGE, { parts: PARTS }));
  await register(HALL, anAsset(VILLAGE, { name: '仓库', assetClass: 'warehouse', nature: 'operating' }));
  await register(OTHER_POND, anAsset(OTHER_VILLAGE));
  await register(CAR, anAsset(UNIT, { name: '旧公务车', assetClass: 'vehicle', nature: null, area: null }));
  await addFile(records, fileOf('application'), UNIT.id);
  for (const kind of PAPER_KINDS) await addFile(records, fileOf(kind), VILLAGE.id);
  await addFile(records, 'foreignfile00001', OTHER_VILLAGE.id);
  const admitted = { assetClasses: [], categories: [], from: '2024-01-01', until: null, basis: '准入名单〔2024〕1号' };
  await saveSetting('admissions', [
    { platform: PUBLIC, ...admitted },
    { platform: HOUSE, ...admitted },
  ]);
  return { ports, records, documents, clock, command, saveSetting, over: (view) => ({ ...ports, records: view }) };
}

async function addFile(records: ItemStore, id: string, ownerId: string): Promise<void> {
  const known = { name: '材料.pdf', status: 'ready', refusal: null, contentType: 'application/pdf', size: 10 } as const;
  const uploaded = { uploadedBy: 'setup', uploadedAt: steppedClock().now() };
  const file = { id, ...known, sha256: sha256.sha256(id), picture: null, ownerId, ...uploaded };
  await putFile(records, { version: 1, file, said: { size: 10, sha256: file.sha256 } });
}
