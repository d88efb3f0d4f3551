import { createHash, createHmac } from 'node:crypto';
import type { NoticeSettings, SmsSettings } from '#shared/domain/settings/notices.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Clock, Ids } from '#shared/ports/ambient.ts';
import type { Messenger } from '#shared/ports/messenger.ts';
import type { Secrets } from '#shared/ports/secrets.ts';
import { post, type ServiceAnswer } from './notices-http.ts';

/** What text messages are sent with. */
export interface SmsPorts {
  readonly secrets: Secrets;
  readonly clock: Clock;
  /** One-time numbers. */
  readonly ids: Ids;
  /** Address of the service. */
  readonly service: string;
}

/** 阿里云短信服务 SendSms, version 2017-05-25. */
export const SMS_SERVICE = 'https://dysmsapi.aliyuncs.com/';
const VERSION = '2017-05-25';

/** A template's variable takes 35 characters. */
const MOST_CHARACTERS = 35;

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** Parameters in order of name, each encoded. */
function canonicalQuery(query: Readonly<Record<string, string>>): string {
  return Object.entries(query)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .join('&');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * The `Authorization` of a request without a body, by ACS3-HMAC-SHA256.
 * Source: help.aliyun.com, V3版本请求体&签名机制; the test has its example.
 */
export function acs3Authorization(
  query: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>>,
  key: { readonly id: string; readonly secret: string },
): string {
  const names = Object.keys(headers).toSorted();
  const signed = names.join(';');
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('');
  const request = ['POST', '/', canonicalQuery(query), lines, signed, sha256('')].join('\n');
  const signature = createHmac('sha256', key.secret)
    .update(`ACS3-HMAC-SHA256\n${sha256(request)}`)
    .digest('hex');
  return `ACS3-HMAC-SHA256 Credential=${key.id},SignedHeaders=${signed},Signature=${signature}`;
}

function headersFor({ clock, ids, service }: SmsPorts): Readonly<Record<string, string>> {
  return {
    host: new URL(service).host,
    'x-acs-action': 'SendSms',
    'x-acs-version': VERSION,
    'x-acs-date': clock.now().replace(/\.\d{3}Z$/, 'Z'),
    'x-acs-signature-nonce': ids.next(),
    'x-acs-content-sha256': sha256(''),
  };
}

async function keyOf({ keyIdSecret, keySecret }: SmsSettings, { secrets }: SmsPorts) {
  const [id, secret] = await Promise.all([secrets.read(keyIdSecret), secrets.read(keySecret)]);
  return { id: id.trim(), secret: secret.trim() };
}

function answerOf({ status, body }: ServiceAnswer): string {
  const said = typeof body['Code'] === 'string' ? body['Code'] : '';
  if (status === 200 && said === 'OK') return 'OK';
  const isLater = said.startsWith('Throttling') || said === 'isv.BUSINESS_LIMIT_CONTROL';
  const details = { status, said: said.slice(0, 80) };
  throw new AppError(isLater ? 'NOTICE.UNREACHABLE' : 'NOTICE.REFUSED', 'the text message was not taken', { details });
}

/** Text messages by 阿里云短信. Built after its documentation; never tried against the service. */
export function smsMessenger({ sms }: NoticeSettings, ports: SmsPorts): Messenger {
  return {
    async send(to, { subject }) {
      if (sms === null) throw new AppError('NOTICE.UNSET', 'no service for text messages is set');
      const query = {
        PhoneNumbers: to,
        SignName: sms.signName,
        TemplateCode: sms.templateCode,
        TemplateParam: JSON.stringify({ subject: [...subject].slice(0, MOST_CHARACTERS).join('') }),
      };
      const headers = headersFor(ports);
      const authorization = acs3Authorization(query, headers, await keyOf(sms, ports));
      const url = new URL(`?${canonicalQuery(query)}`, ports.service);
      const { host: _, ...sent } = headers;
      return answerOf(await post(url, { headers: { ...sent, authorization } }));
    },
  };
}
