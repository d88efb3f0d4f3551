import type { Caller } from '#shared/domain/caller.ts';
import type { ConnectionField, Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import type { ConnectionTest } from '#shared/services/placement/connection-test.ts';
import type { RefusedForm } from '../settings/view.ts';

/** A platform that can be published to, and how it is connected. */
export interface ConnectionView {
  readonly publishing: Publishing;
  /** Name of the platform. */
  readonly name: string;
  /** Undefined while nothing is saved. */
  readonly connection: PlatformConnection | undefined;
  /** Undefined before the first test. */
  readonly test: ConnectionTest | undefined;
}

/** A connection as its page shows it. */
export interface ConnectionPageView extends ConnectionView {
  readonly caller: Caller;
  readonly assets: string;
  /** Version of the setting the form is made of. */
  readonly version: number;
  readonly formKey: string;
  /** The office edits and tests, auditors read. */
  readonly mayEdit: boolean;
  /** Address the platform is to push events to; `null` where it pushes none. */
  readonly eventsAddress: string | null;
  readonly refused?: RefusedForm | undefined;
}

/** Address of a connection's page. */
export function connectionAddress(platform: string, part = ''): string {
  return `/desk/connections/${platform}${part}`;
}

/** Under which name a secret is best kept. */
export function suggestedName({ platform }: Pick<Publishing, 'platform'>, { name }: Pick<ConnectionField, 'name'>) {
  return `/platforms/${platform}/${name}`;
}

/** Whether listings go there by themselves, in words. */
export function connectionText(connection: PlatformConnection | undefined): string {
  if (connection === undefined) return '未对接,按人工移交办理';
  return connection.enabled ? '已启用,审批通过后自动上架' : '已停用,按人工移交办理';
}
