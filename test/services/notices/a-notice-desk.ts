import { systemCaller } from '#shared/domain/caller.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import { type LotCard, NOTHING_KNOWN } from '#shared/domain/lot-card.ts';
import { toLotId } from '#shared/domain/lot-id.ts';
import { stateOf } from '#shared/domain/notices/delivery.ts';
import { NOTICE_KINDS } from '#shared/domain/notices/notice.ts';
import type { ItemStore } from '#shared/ports/item-store.ts';
import type { OutgoingMessage } from '#shared/ports/messenger.ts';
import { toChangeItem } from '#shared/services/feed/change-log.ts';
import type { NoticePorts } from '#shared/services/notices/notice-ports.ts';
import { latestNotices } from '#shared/services/notices/notice-store.ts';
import { runNotices } from '#shared/services/notices/run-notices.ts';
import { compression } from '#test/support/compression.ts';
import { aListingDesk, PUBLIC } from '#test/support/desk.ts';
import { START } from '#test/support/fixed-ambient.ts';
import { memoryObjectStore } from '#test/support/memory-object-store.ts';

const CALLER = systemCaller('notices');

/** Mail about everything to one fixed address. */
export const TO_OFFICE = {
  kinds: [...NOTICE_KINDS],
  to: { by: 'address', address: 'office@example.com' },
  channel: 'mail',
};

/** One message that went out. */
export interface Sent extends OutgoingMessage {
  readonly to: string;
}

/** What a run does its work with, so that a test may break one of them. */
export type Handed = Pick<NoticePorts, 'records' | 'due' | 'messengers'>;

/** A desk whose office is told of everything by mail; the mail is kept. */
export async function aNoticeDesk(rules: readonly JsonValue[] = [TO_OFFICE]) {
  const desk = await aListingDesk();
  const { records, clock } = desk;
  const sent: Sent[] = [];
  const lots = new Map<string, LotCard>();
  await desk.saveSetting('notices', { rules, addresses: [], robots: [], sms: null });
  const messenger = {
    send: async (to: string, message: OutgoingMessage) => {
      sent.push({ to, ...message });
      return '250';
    },
  };
  const messengers = () => ({ mail: messenger, sms: messenger, dingtalk: messenger, wecom: messenger });
  const quiet = () => undefined;
  const ports: NoticePorts = {
    ...desk.ports,
    due: records,
    snapshots: memoryObjectStore(),
    compression,
    fetching: [],
    lots: async () => lots,
    messengers,
    publicUrl: 'https://hub.example.gov.cn',
    log: { info: quiet, warn: quiet, error: quiet },
  };
  let sequence = -1;
  return {
    ...desk,
    ports,
    lots,
    sent,
    run: (handed: Partial<Handed> = {}) => runNotices(CALLER, { ...ports, ...handed }),
    /** A lot of the district's own register, as the feed tells of it. */
    async tell(externalId: string, of: Partial<LotCard>, store: ItemStore = records) {
      const lotId = toLotId(PUBLIC, externalId);
      const card: LotCard = {
        ...NOTHING_KNOWN,
        ...{ lotId, externalId, platform: PUBLIC, title: `${externalId}鱼塘`, tradeCategory: 'collective' },
        ...{ jurisdiction: '330502', township: '330502100', outcomeSeenAt: clock.now(), version: 1 },
        ...of,
      };
      lots.set(lotId, card);
      sequence += 1;
      await store.put(toChangeItem({ sequence, at: START, causedBy: 'document', card }), 'absent');
    },
    /** How each notice stands, the newest first. */
    states: async () =>
      (await latestNotices(records, 1000)).map(({ id, deliveries }) => ({ id, state: stateOf(deliveries) })),
    /** Five minutes later, which is when whoever died is given up. */
    later: (minutes = 5) => clock.advance(minutes * 60_000),
  };
}
