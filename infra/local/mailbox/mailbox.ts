import { randomUUID } from 'node:crypto';
import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';

/** A mail server on loopback that delivers nothing: each mail becomes a file. */
export interface Mailbox {
  /** Address mail is sent to: `smtp://127.0.0.1:<port>`. */
  readonly url: string;
  close(): Promise<void>;
}

/** More than any notice has. */
const LARGEST = 1024 * 1024;

/** A name that sorts by time. */
function nameAt(now: Date): string {
  return `${now.toISOString().replaceAll(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
}

/** Writes one mail as it came; its name is there only when all of it is. */
async function keep(directory: string, stream: NodeJS.ReadableStream & { readonly sizeExceeded?: boolean }) {
  const file = `${directory}/${nameAt(new Date())}`;
  const partial = `${file}.partial`;
  await pipeline(stream, createWriteStream(partial, { mode: 0o600 }));
  if (stream.sizeExceeded === true) {
    rmSync(partial);
    throw Object.assign(new Error('the mail is too large'), { responseCode: 552 });
  }
  renameSync(partial, file);
}

/**
 * Starts the mailbox: every mail anybody sends on this machine becomes an `.eml` file in the folder, to be opened with any
 * mail program.
 * @param port 0: any that is free
 */
export async function startMailbox(directory: string, port = 0): Promise<Mailbox> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: LARGEST,
    logger: false,
    onData(stream, _session, callback) {
      keep(directory, stream).then(() => callback(), callback);
    },
  });
  const listening = Promise.withResolvers<void>();
  server.once('error', listening.reject);
  const net = server.listen(port, '127.0.0.1', listening.resolve);
  await listening.promise;
  // A client that goes away is no fault of ours, and nobody else listens for it.
  server.on('error', () => undefined);
  const address = net.address();
  if (address === null || typeof address === 'string') throw new Error('the mailbox has no port');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
