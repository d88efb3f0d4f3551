import { escapeXml, S3Error } from './errors.ts';
import type { ObjectCreated, ObjectDatabase } from './store.ts';

const MAX_KEYS = 1000;

function element(name: string, content: string | number | boolean | undefined): string {
  return content === undefined ? '' : `<${name}>${escapeXml(String(content))}</${name}>`;
}

function entry(object: ObjectCreated): string {
  const modified = new Date(object.time).toISOString();
  const facts = [
    ['Key', object.key],
    ['LastModified', modified],
    ['ETag', `"${object.etag}"`],
    ['Size', object.size],
  ];
  return `<Contents>${facts.map(([name, value]) => element(String(name), value)).join('')}</Contents>`;
}

/** ListObjectsV2 without delimiter; the continuation token is the last key given. */
export function listObjects(
  database: ObjectDatabase,
  { bucket, query }: { readonly bucket: string; readonly query: URLSearchParams },
): string {
  if (query.get('list-type') !== '2') throw new S3Error('NotImplemented', 'only ListObjectsV2 is implemented');
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token') ?? undefined;
  const startAfter = query.get('start-after') ?? undefined;
  const after = token === undefined ? (startAfter ?? '') : Buffer.from(token, 'base64url').toString();
  const size = Math.min(Number(query.get('max-keys') ?? MAX_KEYS), MAX_KEYS);
  const found = database.list(bucket, prefix, after, size + 1);
  const page = found.slice(0, size);
  const more = found.length > size && size > 0;
  const last = page.at(-1)?.key ?? '';
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">',
    element('Name', bucket),
    element('Prefix', prefix),
    element('StartAfter', startAfter),
    element('ContinuationToken', token),
    element('NextContinuationToken', more ? Buffer.from(last).toString('base64url') : undefined),
    element('KeyCount', page.length),
    element('MaxKeys', size),
    element('IsTruncated', more),
    ...page.map(entry),
    '</ListBucketResult>',
  ].join('');
}
