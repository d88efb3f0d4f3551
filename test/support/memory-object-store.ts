import type { ObjectMetadata, ObjectPut, ObjectStore, PresignedPut, StoredObject } from '#shared/ports/object-store.ts';
import { sha256 } from './fixed-ambient.ts';
import { compareUtf8 } from './memory-item-store.ts';

/** The object store in memory, with the far end of its presigned puts. */
export interface MemoryObjectStore extends ObjectStore {
  /**
   * What an uploader does with an invitation: `exists` as S3's 412.
   * @throws RangeError when the bytes are not those that were announced
   */
  upload(invitation: PresignedPut, bytes: Uint8Array): Promise<'written' | 'exists'>;
}

const LIST_PAGE = 1000;
const META = 'x-amz-meta-';

function metadataOf(headers: Readonly<Record<string, string>>): ObjectMetadata {
  const named = Object.entries(headers).filter(([name]) => name.startsWith(META));
  return Object.fromEntries(named.map(([name, value]) => [name.slice(META.length), value]));
}

/** An object store that keeps nothing longer than the process. Each call takes effect before its promise settles. */
export function memoryObjectStore(): MemoryObjectStore {
  const objects = new Map<string, StoredObject>();
  const put = ({ key, bytes, contentType, metadata = {} }: ObjectPut) => {
    if (objects.has(key)) return 'exists';
    objects.set(key, { bytes: bytes.slice(), contentType, metadata: { ...metadata } });
    return 'written';
  };
  return {
    async putIfAbsent(object) {
      return put(object);
    },
    async get(key) {
      const stored = objects.get(key);
      return stored && { ...stored, bytes: stored.bytes.slice(), metadata: { ...stored.metadata } };
    },
    async list(prefix, after) {
      const keys = [...objects.keys()].filter((key) => key.startsWith(prefix)).sort(compareUtf8);
      const rest = after === undefined ? keys : keys.filter((key) => compareUtf8(key, after) > 0);
      return rest.slice(0, LIST_PAGE);
    },
    async presignPut({ key, contentType, metadata, sha256: expected, expiresSeconds }) {
      const named = Object.entries(metadata).map(([name, value]) => [`${META}${name}`, value]);
      const headers = { 'content-type': contentType, 'x-sha256': expected, ...Object.fromEntries(named) };
      return { url: `memory:${encodeURIComponent(key)}?expires=${expiresSeconds}`, headers };
    },
    async presignGet({ key, contentType, disposition, expiresSeconds }) {
      const query = new URLSearchParams({ contentType, disposition, expires: String(expiresSeconds) });
      return `memory:${encodeURIComponent(key)}?${query}`;
    },
    async remove(key) {
      objects.delete(key);
    },
    async upload({ url, headers }, bytes) {
      if (sha256.sha256(bytes) !== headers['x-sha256']) throw new RangeError('the bytes are not those announced');
      const key = decodeURIComponent(url.slice('memory:'.length, url.lastIndexOf('?')));
      return put({ key, bytes, contentType: headers['content-type'] ?? '', metadata: metadataOf(headers) });
    },
  };
}
