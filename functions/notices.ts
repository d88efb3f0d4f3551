import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { fetching } from '#adapters/fetching.ts';
import { manifests } from '#adapters/manifests.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { lotsReader } from '#shared/services/feed/lots-reader.ts';
import { timeOrderedIds } from '#shared/services/ids.ts';
import type { NoticePorts } from '#shared/services/notices/notice-ports.ts';
import { runNotices } from '#shared/services/notices/run-notices.ts';
import { metrics, publishMetrics } from './metrics.ts';
import { base, log } from './middleware.ts';
import { mailMessenger } from './notices-mail.ts';
import { robotMessenger } from './notices-robots.ts';
import { SMS_SERVICE, smsMessenger } from './notices-sms.ts';
import { publisherHttp } from './publisher-http.ts';
import { once, recordsStore, secrets, setting, snapshotPorts, systemClock, systemRandom } from './wiring.ts';

const caller = systemCaller('notices');

/** What may stay empty: then that way is not set up. */
function optional(name: string): string {
  return process.env[name] ?? '';
}

function messengers(): NoticePorts['messengers'] {
  const { privateHosts = [] } = publisherHttp();
  const clock = systemClock;
  const known = { secrets: secrets(), clock, privateHosts };
  const mail = mailMessenger({ smtpUrl: optional('SMTP_URL'), from: optional('MAIL_FROM'), privateHosts });
  const sms = { ...known, ids: timeOrderedIds(clock, systemRandom), service: SMS_SERVICE };
  return (settings) => ({
    mail,
    sms: smsMessenger(settings, sms),
    dingtalk: robotMessenger('dingtalk', settings, known),
    wecom: robotMessenger('wecom', settings, known),
  });
}

const ports = once((): NoticePorts => {
  const stores = snapshotPorts();
  return {
    ...stores,
    due: recordsStore(),
    effects: {},
    platforms: manifests,
    fetching,
    lots: lotsReader(stores),
    messengers: messengers(),
    publicUrl: setting('PUBLIC_URL').replace(/\/+$/, ''),
    log,
  };
});

/** Every minute: what people are to be told. */
export const handler = base(async () => {
  const { found, sent, notSent } = await runNotices(caller, ports());
  if (found + sent + notSent > 0) log.info('notices sent', { found, sent, notSent });
  metrics.addMetric('NoticesSent', MetricUnit.Count, sent);
  metrics.addMetric('NoticesNotSent', MetricUnit.Count, notSent);
}, publishMetrics());
