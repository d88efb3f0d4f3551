import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openPlatformSamples, readOpenPlatformDocument } from '#adapters/open-platform.ts';
import { openPlatformDocument, SCHEMAS, toYaml } from '#infra/opi/document.ts';
import { EXAMPLES } from '#infra/opi/examples.ts';
import { Listing } from '#infra/opi/schemas.ts';
import { PLATFORM_OWNED } from '#infra/opi/wire.ts';

describe('the description of the Open Platform Interface', () => {
  it('is committed as it is generated', () => {
    const committed = readFileSync(new URL('../../docs/open-platform-interface.yaml', import.meta.url), 'utf8');

    expect(committed).toBe(toYaml(openPlatformDocument()).trimStart());
  });

  it('refers to schemas it holds, and holds none in vain', () => {
    const document = openPlatformDocument();
    const text = JSON.stringify(document);
    const referred = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name));

    expect([...referred].sort()).toEqual(Object.keys(document.components.schemas).sort());
  });

  it.each(Object.entries(openPlatformSamples))('shows a sample of %s that the system reads in full', (schema, file) => {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));

    expect(readOpenPlatformDocument(value, schema as keyof typeof openPlatformSamples).quarantined).toEqual([]);
  });

  it.each(Object.entries(EXAMPLES))('shows an example of %s that fits its schema', (name, example) => {
    expect(SCHEMAS[name as keyof typeof EXAMPLES].safeParse(example).error).toBeUndefined();
  });

  it('has no field in a listing that only the platform fills in', () => {
    expect(PLATFORM_OWNED.filter((name) => name in Listing.shape)).toEqual([]);
  });
});
