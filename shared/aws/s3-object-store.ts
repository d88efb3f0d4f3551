import { AppError } from '../errors/app-error.ts';
import type { ObjectPut, ObjectStore, PresignGet, PresignRequest, StoredObject } from '../ports/object-store.ts';
import { awsDomain, type Signer, signedClient } from './signed-client.ts';

/** Where a bucket is and who asks; the SDK's S3 client is 170 kB of cold start, a handful of signed requests is enough. */
export interface BucketSettings extends Signer {
  readonly bucket: string;
  /** `AWS_ENDPOINT_URL_S3` where set; then buckets are addressed by path. */
  readonly endpoint: string | undefined;
}

const META = 'x-amz-meta-';

/** The bucket's address. */
export function bucketUrl({ bucket, region, endpoint }: BucketSettings): string {
  if (endpoint !== undefined) return `${endpoint.replace(/\/$/, '')}/${bucket}`;
  return `https://${bucket}.s3.${region}.${awsDomain(region)}`;
}

function metadataHeaders(metadata: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`${META}${name}`, value]));
}

async function toStoredObject(response: Response): Promise<StoredObject> {
  const metadata: Record<string, string> = {};
  for (const [name, value] of response.headers) {
    if (name.startsWith(META)) metadata[name.slice(META.length)] = value;
  }
  return {
    bytes: new Uint8Array(await response.arrayBuffer()),
    contentType: response.headers.get('content-type') ?? 'application/octet-stream',
    metadata,
  };
}

const XML_NAMES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name = '') => {
    const code = decimal === undefined ? hex && Number.parseInt(hex, 16) : Number(decimal);
    return code === undefined ? (XML_NAMES[name] ?? whole) : String.fromCodePoint(Number(code));
  });
}

function toBase64(hex: string): string {
  return btoa(String.fromCharCode(...(hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))));
}

/** One bucket on S3 or anything that speaks its protocol. */
export function s3ObjectStore(settings: BucketSettings): ObjectStore {
  const client = signedClient(settings, 's3');
  const base = bucketUrl(settings);
  const urlOf = (key: string) => `${base}/${key.split('/').map(encodeURIComponent).join('/')}`;
  const request = async (url: string, init: RequestInit, expected: readonly number[]) => {
    const response = await client.fetch(url, init).catch((cause: unknown) => {
      throw new AppError('STORE.UNAVAILABLE', 'the object store did not answer', { cause });
    });
    if (expected.includes(response.status)) return response;
    throw new AppError('STORE.UNAVAILABLE', 'the object store refused', { details: { status: response.status } });
  };
  return {
    async putIfAbsent(object: ObjectPut) {
      const headers = {
        'content-type': object.contentType,
        'if-none-match': '*',
        ...metadataHeaders(object.metadata),
      };
      const init = { method: 'PUT', headers, body: object.bytes as Uint8Array<ArrayBuffer> };
      const response = await request(urlOf(object.key), init, [200, 412]);
      return response.status === 200 ? 'written' : 'exists';
    },
    async get(key: string) {
      const response = await request(urlOf(key), { method: 'GET' }, [200, 404]);
      return response.status === 404 ? undefined : toStoredObject(response);
    },
    async list(prefix: string, after?: string) {
      const query = new URLSearchParams({ 'list-type': '2', prefix, ...(after ? { 'start-after': after } : {}) });
      const response = await request(`${base}/?${query}`, { method: 'GET' }, [200]);
      return [...(await response.text()).matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => unescapeXml(key ?? ''));
    },
    async presignPut(wanted: PresignRequest) {
      const headers = {
        'content-type': wanted.contentType,
        'if-none-match': '*',
        'x-amz-checksum-sha256': toBase64(wanted.sha256),
        ...metadataHeaders(wanted.metadata),
      };
      const url = `${urlOf(wanted.key)}?X-Amz-Expires=${wanted.expiresSeconds}`;
      const signed = await client.sign(url, { method: 'PUT', headers, aws: { signQuery: true, allHeaders: true } });
      return { url: signed.url, headers };
    },
    async presignGet({ key, contentType, disposition, expiresSeconds }: PresignGet) {
      const query = {
        'response-content-type': contentType,
        'response-content-disposition': disposition,
        'X-Amz-Expires': String(expiresSeconds),
      };
      const url = `${urlOf(key)}?${new URLSearchParams(query)}`;
      const signed = await client.sign(url, { method: 'GET', aws: { signQuery: true } });
      return signed.url;
    },
    async remove(key: string) {
      await request(urlOf(key), { method: 'DELETE' }, [204, 404]);
    },
  };
}
