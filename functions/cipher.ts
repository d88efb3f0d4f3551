import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { AppError } from '#shared/errors/app-error.ts';
import type { Cipher, Sealed } from '#shared/ports/cipher.ts';
import type { Secrets } from '#shared/ports/secrets.ts';

/** Name of the secret that holds the newest key; an older one lies under this name, a slash and its id. */
export const PERSONAL_DATA_KEY = '/personal-data/key';

const ALGORITHM = 'aes-256-gcm';
const KEY_BYTES = 32;
/** The length GCM is made for (NIST SP 800-38D, 5.2.1.1). */
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_LENGTH = 12;

interface Key {
  readonly id: string;
  readonly bytes: Buffer;
}

/** A key as it is kept, 32 bytes in base64. @throws AppError `SECRET.MISSING` for anything else: it is as good as none */
function toKey(text: string, name: string): Key {
  const bytes = Buffer.from(text.trim(), 'base64');
  if (bytes.length !== KEY_BYTES) {
    throw new AppError('SECRET.MISSING', 'the secret is no key of 32 bytes in base64', { details: { name } });
  }
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, ID_LENGTH), bytes };
}

function keyring(secrets: Secrets) {
  const read = async (name: string) => toKey(await secrets.read(name), name);
  return {
    newest: () => read(PERSONAL_DATA_KEY),
    byId: async (id: string): Promise<Key> => {
      const newest = await read(PERSONAL_DATA_KEY);
      return newest.id === id ? newest : read(`${PERSONAL_DATA_KEY}/${id}`);
    },
  };
}

function unsealed({ bytes }: Key, { nonce, text }: Sealed, context: string): string {
  const all = Buffer.from(text, 'base64');
  const decipher = createDecipheriv(ALGORITHM, bytes, Buffer.from(nonce, 'base64'), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(context, 'utf8'));
  decipher.setAuthTag(all.subarray(all.length - TAG_BYTES));
  const opened = [decipher.update(all.subarray(0, all.length - TAG_BYTES)), decipher.final()];
  return Buffer.concat(opened).toString('utf8');
}

/** Seals with keys kept as secrets. What goes wrong while opening is told without what was sealed. */
export function secretCipher(secrets: Secrets): Cipher {
  const keys = keyring(secrets);
  return {
    async seal(text, context) {
      const key = await keys.newest();
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(context, 'utf8'));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return { key: key.id, nonce: nonce.toString('base64'), text: sealed.toString('base64') };
    },
    async open(sealed, context) {
      const key = await keys.byId(sealed.key);
      try {
        return unsealed(key, sealed, context);
      } catch {
        throw new AppError('PERSONAL.UNREADABLE', 'the sealed text does not open', { details: { key: sealed.key } });
      }
    },
  };
}
