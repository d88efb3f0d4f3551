import { DESK_PAGES } from './topology-desk-pages.ts';
import { DOCUMENTS, READS_SNAPSHOTS, RECORDS } from './topology-names.ts';
import { PRIVATE_HOSTS } from './topology-placing.ts';
import type { FunctionSpec, Route } from './topology-shape.ts';

/** The key that parties of contracts and winners are sealed with. */
const PERSONAL_DATA_KEY = { secrets: 'personal-data', may: ['read'] } as const;

/** Pages for people who are signed in: one that begins with the path, and all below it. */
function pages(...paths: readonly string[]): readonly Route[] {
  return paths.flatMap((path): readonly Route[] => [
    { method: 'GET', path, access: 'session' },
    { method: 'GET', path: `${path}/{proxy+}`, access: 'session' },
    { method: 'POST', path: `${path}/{proxy+}`, access: 'session' },
  ]);
}

/** Addresses of robots and keys of messages. */
const NOTICE_SECRETS = { secrets: 'notices', may: ['read'] } as const;

/** What follows a sale: milestones, contracts, deposits, whether the platforms' figures are ours, and who is told. */
export const settlingFunctions: Readonly<Record<string, FunctionSpec>> = {
  settlement: {
    entry: 'functions/settlement.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: DESK_PAGES.environment,
    grants: [...DESK_PAGES.grants, PERSONAL_DATA_KEY],
    triggers: [{ on: 'http', routes: pages('/desk/settlement', '/desk/contracts') }],
  },
  deposits: {
    entry: 'functions/deposits.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    ...DESK_PAGES,
    triggers: [{ on: 'http', routes: pages('/desk/deposits') }],
  },
  reconciliation: {
    entry: 'functions/reconciliation.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    environment: DESK_PAGES.environment,
    grants: [...DESK_PAGES.grants, { ...DOCUMENTS, may: ['get'], prefix: 'documents/' }],
    triggers: [{ on: 'http', routes: pages('/desk/reconciliation') }],
  },
  'same-asset': {
    entry: 'functions/same-asset.ts',
    memoryMb: 1024,
    timeoutSeconds: 29,
    ...DESK_PAGES,
    triggers: [{ on: 'http', routes: pages('/desk/same-asset') }],
  },
  notices: {
    entry: 'functions/notices.ts',
    memoryMb: 512,
    timeoutSeconds: 55,
    environment: {
      ...READS_SNAPSHOTS.environment,
      PRIVATE_HOSTS,
      SMTP_URL: {
        setting: 'SmtpUrl',
        about: 'Mail server, as smtps://user:password@host; empty where no mail is sent.',
        optional: true,
      },
      MAIL_FROM: {
        setting: 'MailFrom',
        about: 'Address mails come from; empty where no mail is sent.',
        optional: true,
      },
      PUBLIC_URL: { setting: 'PublicUrl', about: 'Address of this system as people open it, for links in messages.' },
    },
    grants: [
      { ...RECORDS, may: ['get', 'query', 'put'] },
      ...READS_SNAPSHOTS.grants.filter((grant) => !('table' in grant)),
      NOTICE_SECRETS,
    ],
    triggers: [{ on: 'schedule', everyMinutes: 1 }],
  },
  'notices-desk': {
    entry: 'functions/notices-desk.ts',
    memoryMb: 512,
    timeoutSeconds: 29,
    ...DESK_PAGES,
    triggers: [{ on: 'http', routes: pages('/desk/notices') }],
  },
};
