import type { Caller } from '../../domain/caller.ts';
import type { Publishing } from '../../domain/placement/publishing.ts';
import type { PlatformConnection } from '../../domain/settings/connection.ts';
import type { Instant } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import { ERROR_CODES, type ErrorCode } from '../../errors/codes.ts';
import type { Clock } from '../../ports/ambient.ts';
import type { Item, ItemStore } from '../../ports/item-store.ts';
import type { ConnectionReport, PlatformPublisher, PublisherSettings } from '../../ports/platform-publisher.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { readSettings } from '../desk/settings/read-settings.ts';
import { keys } from '../records/keys.ts';

/** What the last test of a connection found (对接测试), kept until the next. */
export interface ConnectionTest {
  readonly at: Instant;
  /** Name of who tested. */
  readonly by: string;
  readonly ok: boolean;
  /** Chinese, one line each: what was found, and what to do about it. */
  readonly lines: readonly string[];
}

/** What a test of a connection needs. */
export interface ConnectionTestPorts {
  readonly records: ItemStore;
  readonly clock: Clock;
  readonly secrets: Secrets;
  readonly publishers: readonly PlatformPublisher[];
}

interface StoredTest extends Item {
  readonly at: Instant;
  readonly by: string;
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** A clock further off makes end times doubtful. */
const TOLERATED_MS = 60_000;
/** A clock this far from ours fails signatures that carry the time: the window of our own door for pushed events. */
const MOST_CLOCK_APART_MS = 5 * 60_000;

/** The saved connection of a platform, whether enabled or not; undefined where the office saved none. */
async function connectionOf(
  ports: Pick<ConnectionTestPorts, 'records'>,
  platform: string,
): Promise<PlatformConnection | undefined> {
  const { value } = await readSettings(ports, 'connections');
  return value.find((each) => each.platform === platform);
}

/** The last test of a platform's connection; undefined before the first. */
export async function lastConnectionTest(
  { records }: Pick<ConnectionTestPorts, 'records'>,
  platform: string,
): Promise<ConnectionTest | undefined> {
  const stored = (await records.get(keys.connectionTest(platform))) as StoredTest | undefined;
  if (stored === undefined) return undefined;
  const { at, by, ok, lines } = stored;
  return { at, by, ok, lines };
}

/**
 * Tests a saved connection (对接测试), enabled or not: reads its secrets, asks the platform, and keeps what was found. What
 * fails is a finding, not an error.
 *
 * @throws AppError `RESOURCE.NOT_FOUND` for a platform that cannot publish, `CONNECTION.MISSING` while nothing is saved
 */
export async function testConnection(
  caller: Caller,
  ports: ConnectionTestPorts,
  platform: string,
): Promise<ConnectionTest> {
  const publisher = ports.publishers.find(({ publishing }) => publishing.platform === platform);
  if (publisher === undefined) throw new AppError('RESOURCE.NOT_FOUND', 'the platform has no interface to publish by');
  const connection = await connectionOf(ports, platform);
  if (connection === undefined) throw new AppError('CONNECTION.MISSING', 'the platform is not connected');
  const found = await findingsOf(ports, publisher, connection);
  const test = { at: ports.clock.now(), by: caller.name ?? caller.id, ...found };
  const item: StoredTest = { ...keys.connectionTest(platform), ...test };
  await ports.records.put(item, 'any');
  return test;
}

type Findings = Pick<ConnectionTest, 'ok' | 'lines'>;

async function findingsOf(
  ports: ConnectionTestPorts,
  { publishing, connect }: PlatformPublisher,
  connection: PlatformConnection,
): Promise<Findings> {
  const { secrets, lines } = await secretsOf(ports.secrets, publishing, connection);
  if (lines.length > 0) return { ok: false, lines };
  const settings: PublisherSettings = { connection, secrets, readFile: refuseFiles };
  try {
    return reportFindings(await connect(settings).test(ports.clock.now()));
  } catch (error) {
    return { ok: false, lines: [lineOf(error)] };
  }
}

/** A test sends no offer, so whoever asks for a file of one is wrong. */
function refuseFiles(): Promise<Uint8Array> {
  return Promise.reject(new AppError('INTERNAL.UNEXPECTED', 'a test of a connection has no files'));
}

/** The values of a connection's secrets, and a line for each that cannot be had; never a value among the lines. */
async function secretsOf(port: Secrets, { fields }: Publishing, { secrets: names }: PlatformConnection) {
  const secrets: Record<string, string> = {};
  const lines: string[] = [];
  for (const { name, label } of fields.filter(({ kind, name }) => kind === 'secret' && names[name] !== undefined)) {
    try {
      secrets[name] = await port.read(names[name] ?? '');
    } catch (error) {
      lines.push(`${label}:${lineOf(error)}`);
    }
  }
  return { secrets, lines };
}

function reportFindings({ ok, name, isDemo, clockAheadMs, lines }: ConnectionReport): Findings {
  return {
    ok,
    lines: [
      ...(name === null ? [] : [`对方自称:${name}。`]),
      ...(isDemo ? ['对方声明是演示环境,其中的标的不是真实交易。'] : []),
      ...lines,
      ...(clockAheadMs === null ? [] : clockLines(clockAheadMs)),
    ],
  };
}

function clockLines(aheadMs: number): readonly string[] {
  const apart = Math.abs(aheadMs);
  if (apart > MOST_CLOCK_APART_MS) return ['双方时钟相差超过 5 分钟,签名会被拒绝;请维护人员校准时间。'];
  if (apart <= TOLERATED_MS) return [];
  return [`对方时钟比本系统${aheadMs > 0 ? '快' : '慢'} ${Math.round(apart / 1_000)} 秒,请双方校时。`];
}

/** What to do where the words of a code are about something else than a connection. */
const WAYS_OUT: { readonly [C in ErrorCode]?: string } = {
  'PLATFORM.REFUSED': '平台不认可密钥或签名。请核对密钥名称和存入的密钥,并请平台确认已为本系统开通接口。',
  'PLATFORM.UNAVAILABLE': '接口地址没有应答。请核对接口地址,并请平台确认接口正在运行、允许本系统访问。',
  'PLATFORM.RATE_LIMITED': '平台要求降低访问频率。请稍后再测试,并按与平台的约定调低每分钟请求次数。',
  'PLATFORM.ANSWER_LOST': '接口地址没有给出答复,或者答复读不懂。请核对接口地址是不是平台给出的接口,再测试一次。',
  'PLATFORM.FORBIDDEN_ADDRESS': '接口地址不允许访问。请核对地址;确实是内部网络的地址,请维护人员把它列入允许的地址。',
};

/** What went wrong, and what to do. */
function lineOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  const { title, wayOut } = ERROR_CODES[error.code];
  const { status } = error.details;
  const answered = typeof status === 'number' ? `(HTTP ${status})` : '';
  return `${WAYS_OUT[error.code] ?? `${title}。${wayOut}`}${answered}`;
}
