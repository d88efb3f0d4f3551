import type { Caller } from '../../domain/caller.ts';
import { HOME_DISTRICT } from '../../domain/divisions.ts';
import type { Notice } from '../../domain/notices/notice.ts';
import { beijingDate, formatBeijingText } from '../../domain/time.ts';
import { type PlatformHealth, readHealth } from '../collection/health.ts';
import type { NoticePorts } from './notice-ports.ts';

function kindOf({ state, pausedUntil }: PlatformHealth): 'drift' | 'blocked' | undefined {
  if (state === 'blocked' || pausedUntil !== null) return 'blocked';
  return state === 'drifting' ? 'drift' : undefined;
}

/** Platforms somebody has to look at: each is told once a Beijing day, as long as it lasts. */
export async function findUnhealthy(caller: Caller, ports: NoticePorts): Promise<readonly Notice[]> {
  const today = beijingDate(ports.clock.now());
  return (await readHealth(caller, ports)).flatMap((health): readonly Notice[] => {
    const kind = kindOf(health);
    if (kind === undefined) return [];
    const { platform, name, reasons, pausedUntil } = health;
    const [first] = reasons;
    const pause = pausedUntil === null ? '' : `系统在 ${formatBeijingText(pausedUntil)} 前不再访问。`;
    return [
      {
        kind,
        id: `${platform}.${today}`,
        subject: kind === 'blocked' ? `${name}:访问受阻` : `${name}:格式有变化`,
        body: `${name}:${first === undefined ? '暂停访问' : `${first.text}。${first.todo}`}${pause}已有数据没有改动。`,
        path: `/desk/collection/${platform}`,
        reached: { id: '', kind: 'collective', division: HOME_DISTRICT.code },
        platform,
      },
    ];
  });
}
