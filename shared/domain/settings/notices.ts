import type { Channel, NoticeKind } from '../notices/notice.ts';
import type { PersonRole } from '../people/role.ts';

/** Who is told: everybody in a role whose reach covers the matter, one person, or a fixed address (of a robot: its name). */
export type NoticeTarget =
  | { readonly by: 'role'; readonly role: PersonRole }
  | { readonly by: 'person'; readonly person: string }
  | { readonly by: 'address'; readonly address: string };

/** Who is told of what, and by which way. */
export interface NoticeRule {
  readonly kinds: readonly NoticeKind[];
  readonly to: NoticeTarget;
  readonly channel: Channel;
}

/** Where a person of the desk is written to; the issuer of sign-ins does not tell us. */
export interface PersonAddresses {
  readonly person: string;
  readonly mail: string | null;
  /** A mobile number of the mainland, 11 digits. */
  readonly phone: string | null;
}

/** A robot of a group. Its address holds its key, so the address too is a secret, known here by name. */
export interface NoticeRobot {
  /** What the office calls it. */
  readonly name: string;
  readonly channel: 'dingtalk' | 'wecom';
  readonly webhookSecret: string;
  /** Name of the secret it signs with (加签); `null` where it checks words or addresses instead, and for 企业微信. */
  readonly signSecret: string | null;
}

/** The SMS service (阿里云短信) and what was approved there. */
export interface SmsSettings {
  readonly signName: string;
  /** Its one variable is `subject`. */
  readonly templateCode: string;
  readonly keyIdSecret: string;
  readonly keySecret: string;
}

/** Who is told of what, and how (通知). */
export interface NoticeSettings {
  readonly rules: readonly NoticeRule[];
  readonly addresses: readonly PersonAddresses[];
  readonly robots: readonly NoticeRobot[];
  readonly sms: SmsSettings | null;
}
