import { randomUUID } from 'node:crypto';
import { createClient } from '../../opi/certify/client.ts';
import { createReceiver } from '../../opi/certify/receiver.ts';
import { reportLines } from '../../opi/certify/report-lines.ts';
import { certify } from '../../opi/certify/run.ts';
import type { Command } from '../command.ts';
import { print, printError } from '../output.ts';

/** A platform may push at intervals; a minute is the longest a bidder would not notice. */
const EVENT_PATIENCE_MS = 60_000;

export const certifyCommand: Command = {
  name: 'certify',
  usage: '<url> --key <key> [--listen <port> --secret <whsec_…>] [--json]',
  chinese: '检验一个平台是否符合开放平台接口,逐项给出依据和改法;只会发布检验标的,并随即撤回',
  english:
    'check a server against the Open Platform Interface, with what to do about each finding; publishes test listings only, and withdraws them',
  flags: ['json'],
  options: ['key', 'listen', 'secret'],
  arity: [1, 1],
  async run(args) {
    const [url = ''] = args.positionals;
    const key = args.option('key');
    if (key === undefined || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      printError('用法 / usage: hub certify <url> --key <key> [--listen <port> --secret <whsec_…>] [--json]');
      return 2;
    }
    const [port, secret] = [Number(args.option('listen')), args.option('secret')];
    const hasReceiver = Number.isInteger(port) && secret !== undefined;
    const receiver = hasReceiver ? await createReceiver(port, secret, EVENT_PATIENCE_MS) : undefined;
    const certificate = await certify(createClient(url, key), randomUUID().slice(0, 8), receiver);
    await receiver?.close();
    for (const line of args.has('json') ? [JSON.stringify(certificate)] : reportLines(certificate)) print(line);
    return certificate.passed ? 0 : 1;
  },
};
