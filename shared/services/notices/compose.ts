import { NOTICE_KIND_NAMES, NOTICE_KIND_PAGES } from '../../domain/notices/notice.ts';
import type { Recipient } from '../../domain/notices/recipients.ts';
import type { Hash } from '../../ports/ambient.ts';
import type { OutgoingMessage } from '../../ports/messenger.ts';
import type { StoredNotice } from './notice-store.ts';

/** More of one kind for one recipient than this become one message. */
export const MOST_SINGLE = 10;
/** Lines of a message that tells of many; robots cut longer texts off. */
const MOST_LINES = 30;

function textOf(notices: readonly StoredNotice[], publicUrl: string): Pick<OutgoingMessage, 'subject' | 'text'> {
  const [first] = notices;
  if (first === undefined) throw new RangeError('a message about nothing');
  if (notices.length === 1) {
    return { subject: first.subject, text: `${first.body}\n${publicUrl}${first.path}` };
  }
  const lines = notices.slice(0, MOST_LINES).map(({ subject }, index) => `${index + 1}. ${subject}`);
  const rest = notices.length > MOST_LINES ? [`其余 ${notices.length - MOST_LINES} 项请打开页面查看。`] : [];
  return {
    subject: `${NOTICE_KIND_NAMES[first.kind]}:共 ${notices.length} 项`,
    text: [...lines, ...rest, `${publicUrl}${NOTICE_KIND_PAGES[first.kind]}`].join('\n'),
  };
}

/** What one recipient is sent about one notice, or about many of one kind. */
export function messageOf(
  notices: readonly StoredNotice[],
  { channel, to }: Recipient,
  { publicUrl, hash }: { readonly publicUrl: string; readonly hash: Hash },
): OutgoingMessage {
  const named = [channel, to, ...notices.map(({ kind, id, at }) => `${kind}/${id}/${at}`)].join('\n');
  return { id: hash.sha256(named).slice(0, 32), ...textOf(notices, publicUrl) };
}
