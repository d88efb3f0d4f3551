import { createTransport } from 'nodemailer';
import { AppError } from '#shared/errors/app-error.ts';
import type { Messenger } from '#shared/ports/messenger.ts';
import type { PrivateHosts } from './notices-http.ts';

/** Where mail goes out. */
export interface MailSettings {
  /** `smtps://user:password@host:465` or `smtp://…:587`; empty: no mail. */
  readonly smtpUrl: string;
  /** Whom mails are from: one plain address. */
  readonly from: string;
  /** May be spoken to without TLS. */
  readonly privateHosts: PrivateHosts;
}

const WAIT_MS = 10_000;
const LOOPBACK = /^(?:127\.0\.0\.1|localhost|\[::1\])$/;
const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/** How the server is reached. In the open only where its owner named it: a password and addresses of people go there. */
function transportOf({ smtpUrl, privateHosts }: MailSettings) {
  const url = URL.parse(smtpUrl);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) {
    throw new AppError('NOTICE.UNSET', 'no mail server is set');
  }
  const isSecure = url.protocol === 'smtps:';
  const { hostname, username, password } = url;
  return createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: isSecure,
    requireTLS: !isSecure && !LOOPBACK.test(hostname) && !privateHosts.includes(url.host),
    ...(username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

/** What went wrong, without the server's words: they may quote the address. */
function failureOf(thrown: unknown): AppError {
  const { code, responseCode } = (thrown ?? {}) as { readonly code?: unknown; readonly responseCode?: unknown };
  const status = typeof responseCode === 'number' ? responseCode : null;
  const isFinal = code === 'EAUTH' || (status !== null && status >= 500);
  return new AppError(isFinal ? 'NOTICE.REFUSED' : 'NOTICE.UNREACHABLE', 'the mail was not taken', {
    details: { status, failure: typeof code === 'string' ? code : null },
  });
}

/** Mail by SMTP. */
export function mailMessenger(settings: MailSettings): Messenger {
  return {
    async send(to, { id, subject, text }) {
      const { from } = settings;
      if (settings.smtpUrl === '' || from === '') throw new AppError('NOTICE.UNSET', 'no mail server is set');
      const transport = transportOf(settings);
      try {
        const messageId = `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`;
        const { response } = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId,
          textEncoding: 'base64',
        });
        // Only the code: the rest may name the queue, or the address.
        return response.slice(0, 3);
      } catch (thrown) {
        throw failureOf(thrown);
      } finally {
        transport.close();
      }
    },
  };
}
