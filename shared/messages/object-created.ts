import * as z from 'zod/mini';

/** The object store's own notification (Amazon S3 event message, version 2.x): the put is the commit, this is its echo. */
const ObjectCreated = z.object({
  Records: z.optional(z.array(z.object({ s3: z.object({ object: z.object({ key: z.string() }) }) }))),
  Event: z.optional(z.string()),
});

/** Keys of the objects a notification speaks of, none for S3's test event; undefined when it is no notification. */
export function createdKeys(body: unknown): readonly string[] | undefined {
  const created = z.safeParse(ObjectCreated, body);
  if (!created.success) return undefined;
  return (created.data.Records ?? []).map(({ s3 }) => decodeURIComponent(s3.object.key.replaceAll('+', ' ')));
}
