/** Says whether a tag is among those the asker already has; weak and strong tags of one answer are the same to it. */
export function hasTag(ifNoneMatch: string | null | undefined, etag: string): boolean {
  const known = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return known.includes(etag) || known.includes('*');
}
