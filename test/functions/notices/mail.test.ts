import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import { mailMessenger } from '#functions/notices-mail.ts';
import { type Mailbox, startMailbox } from '#infra/local/mailbox/mailbox.ts';
import { MESSAGE } from './service.ts';

const FROM = 'notices@hub.example.gov.cn';
const after: (() => void | Promise<void>)[] = [];

afterEach(async () => {
  for (const undo of after.splice(0).toReversed()) await undo();
});

async function aMailbox(): Promise<Mailbox & { readonly mails: () => readonly string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'mailbox-'));
  const mailbox = await startMailbox(folder);
  after.push(
    () => rmSync(folder, { recursive: true }),
    () => mailbox.close(),
  );
  return {
    ...mailbox,
    mails: () => readdirSync(folder).map((name) => `${name}\n${readFileSync(join(folder, name), 'utf8')}`),
  };
}

/** A mail server that refuses what it is told to. */
async function aRefusing(responseCode: number): Promise<string> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, callback) => callback(Object.assign(new Error('no'), { responseCode })),
  });
  const listening = Promise.withResolvers<void>();
  const net = server.listen(0, '127.0.0.1', listening.resolve);
  await listening.promise;
  after.push(() => new Promise<void>((resolve) => server.close(resolve)));
  const address = net.address();
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}

const mailer = (smtpUrl: string, from = FROM) => mailMessenger({ smtpUrl, from, privateHosts: [] });

/** The text of a mail whose body is in Base64. */
function bodyOf(mail: string): string {
  return Buffer.from(
    mail
      .split(/\r?\n\r?\n/)
      .slice(1)
      .join(''),
    'base64',
  ).toString('utf8');
}

describe('a mail', () => {
  it('arrives in the mailbox folder as a file', async () => {
    const mailbox = await aMailbox();

    await expect(mailer(mailbox.url).send('office@example.com', MESSAGE)).resolves.toBe('250');

    const [mail = '', ...others] = mailbox.mails();
    expect(others).toEqual([]);
    expect(mail).toMatch(/^\S+\.eml\n/);
    expect(mail).toContain('To: office@example.com');
    expect(mail).toContain(`From: ${FROM}`);
    expect(mail).toContain('Message-ID: <message-1@hub.example.gov.cn>');
    expect(bodyOf(mail)).toBe(MESSAGE.text);
  });

  it('carries nothing of a subject into another header', async () => {
    const mailbox = await aMailbox();

    await mailer(mailbox.url).send('office@example.com', { ...MESSAGE, subject: 'a\r\nBcc: x@example.com' });

    expect(mailbox.mails()[0]).not.toMatch(/^Bcc:/m);
  });

  it.each([
    [550, 'NOTICE.REFUSED'],
    [451, 'NOTICE.UNREACHABLE'],
  ])('answered with %i is %s, and its address is in no error', async (status, code) => {
    const url = await aRefusing(status);

    const failure = await mailer(url)
      .send('office@example.com', MESSAGE)
      .catch((thrown: unknown) => thrown);

    expect(failure).toMatchObject({ code });
    expect(JSON.stringify(failure)).not.toContain('office@');
  });

  it('that nobody takes is tried again later', async () => {
    const mailbox = await startMailbox(mkdtempSync(join(tmpdir(), 'mailbox-')));
    await mailbox.close();

    await expect(mailer(mailbox.url).send('office@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'NOTICE.UNREACHABLE',
    });
  });

  it.each([
    ['', FROM],
    ['http://mail.example.com', FROM],
    ['smtp://127.0.0.1:1', ''],
  ])('goes nowhere with the server %j and the sender %j', async (smtpUrl, from) => {
    await expect(mailer(smtpUrl, from).send('office@example.com', MESSAGE)).rejects.toMatchObject({
      code: 'NOTICE.UNSET',
    });
  });
});
