import * as z from 'zod/mini';
import type { Offer, OfferFile } from '#shared/domain/placement/offer.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { ASSUMED } from './assumed-fields.ts';
import type { SentFiles } from './auction-fields.ts';
import type { TopClient } from './top-call.ts';

/**
 * Sends the files of an offer, one call each: pictures give addresses, everything else keys. Sent twice they are there
 * twice, which nobody sees.
 *
 * @throws AppError as `TopClient.call`; `PLATFORM.REFUSED` when the answer is not as assumed
 */
export async function sendFiles(
  client: TopClient,
  { files }: Offer,
  readFile: (file: OfferFile) => Promise<Uint8Array>,
): Promise<SentFiles> {
  const pictures: string[] = [];
  const attachments: { readonly name: string; readonly key: string }[] = [];
  for (const file of files) {
    const isPicture = file.role === 'picture';
    const sent = await sendFile(client, isPicture ? ASSUMED.picture : ASSUMED.attachment, file, await readFile(file));
    if (isPicture) pictures.push(sent);
    else attachments.push({ name: file.name, key: sent });
  }
  return { pictures, attachments };
}

const Answer = z.record(z.string(), z.unknown());

async function sendFile(
  client: TopClient,
  { method, file: field, answer }: (typeof ASSUMED)['picture' | 'attachment'],
  { name, contentType, sha256 }: OfferFile,
  bytes: Uint8Array,
): Promise<string> {
  const { body } = await client.call(method, {}, { file: { field, name, contentType, sha256, bytes } });
  const read = Answer.safeParse(body);
  const value = read.success ? read.data[answer] : undefined;
  if (typeof value === 'string' && value !== '') return value;
  const details = { reason: 'the answer to a sent file is not as assumed', call: method };
  throw new AppError('PLATFORM.REFUSED', 'a call of the platform answers otherwise than assumed', { details });
}
