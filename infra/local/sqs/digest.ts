import { createHash } from 'node:crypto';
import type { MessageAttributes } from './requests.ts';

type Attribute = MessageAttributes[string];

function valueBytes(attribute: Attribute): Buffer {
  return attribute.DataType.startsWith('Binary')
    ? Buffer.from(attribute.BinaryValue ?? '', 'base64')
    : Buffer.from(attribute.StringValue ?? '');
}

/** Bytes that count against the message limit: body and attributes' names, types and values. */
export function messageSize(body: string, attributes: MessageAttributes): number {
  return Object.entries(attributes).reduce(
    (sum, [name, attribute]) => sum + Buffer.byteLength(name + attribute.DataType) + valueBytes(attribute).length,
    Buffer.byteLength(body),
  );
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** AWS's digest of attributes: sorted by name, each part behind its length in 4 bytes, the kind of value in one. */
export function attributesDigest(attributes: MessageAttributes): string {
  const hash = createHash('md5');
  const add = (part: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    hash.update(length).update(part);
  };
  for (const [name, attribute] of Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1))) {
    add(Buffer.from(name));
    add(Buffer.from(attribute.DataType));
    hash.update(Buffer.of(attribute.DataType.startsWith('Binary') ? 2 : 1));
    add(valueBytes(attribute));
  }
  return hash.digest('hex');
}
