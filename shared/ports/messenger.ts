import type { Channel } from '../domain/notices/notice.ts';
import type { NoticeSettings } from '../domain/settings/notices.ts';

/** One message as it goes out. */
export interface OutgoingMessage {
  /** The same for the same message to the same recipient: what the other side may know a double by. */
  readonly id: string;
  /** Chinese, one line. */
  readonly subject: string;
  /** Chinese, several lines, links written out. */
  readonly text: string;
}

/** One way out. */
export interface Messenger {
  /**
   * Hands one message over.
   * @param to what the way calls a recipient: mail address, phone number, name of a robot
   * @returns what the other side answered, without anything secret
   * @throws AppError `NOTICE.UNSET`, `NOTICE.REFUSED`, `NOTICE.UNREACHABLE`, `SECRET.MISSING`, `SECRET.UNAVAILABLE`
   */
  send(to: string, message: OutgoingMessage): Promise<string>;
}

/** Every way out as the office has set it up. */
export type Messengers = (settings: NoticeSettings) => Readonly<Record<Channel, Messenger>>;
