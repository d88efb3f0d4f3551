import type { Instant } from '#shared/domain/time.ts';
import { toEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ConnectionReport } from '#shared/ports/platform-publisher.ts';
import { findLot } from './find-lot.ts';
import type { TopClient } from './top-call.ts';

/** What the gateway's codes ask for. */
const HINTS: ReadonlyMap<number, string> = new Map([
  [11, '应用没有这些接口的权限,请在开放平台申请'],
  [12, '机构账号没有授权'],
  [13, '应用没有这些接口的权限,请在开放平台申请'],
  [22, '平台已没有这个接口,请联系维护人员'],
  [25, '签名不对,请核对应用密钥 App Secret'],
  [26, '平台要求授权令牌 Session,请补填'],
  [27, '授权令牌 Session 无效或已过期,请重新授权'],
  [29, '应用编号 App Key 不对'],
  [31, '时间不对,请校准服务器时间'],
]);

/** Asks for a lot that does not exist: harmless, and refused unless key, signature and account are right. */
export async function testConnection(client: TopClient, proxyNick: string, now: Instant): Promise<ConnectionReport> {
  try {
    const { answer } = await findLot(client, proxyNick, 'connection-test');
    const clock = Date.parse(answer.headers['date'] ?? '');
    return {
      ok: true,
      name: null,
      isDemo: answer.headers['opi-demo'] === 'true',
      clockAheadMs: Number.isNaN(clock) ? null : clock - toEpochMs(now),
      lines: [
        '应用编号和签名已被平台接受,查询接口可用。',
        '发布、公告、上传接口的权限和机构账号的授权无法在测试中验证,以第一次发布的结果为准。',
      ],
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { reason, platformCode } = error.details;
    if (error.code !== 'PLATFORM.REFUSED' && error.code !== 'PLACEMENT.REFUSED') throw error;
    const hint = HINTS.get(Number(platformCode)) ?? '请按平台的错误码说明处理';
    const code = String(platformCode ?? reason ?? error.details['code'] ?? '');
    return {
      ok: false,
      name: null,
      isDemo: false,
      clockAheadMs: null,
      lines: [`平台没有接受:${hint}(错误码 ${code})。`],
    };
  }
}
