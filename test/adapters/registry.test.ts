import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { findPlatform, platforms } from '#adapters/registry.ts';
import { CAPABILITIES, type CapabilityWay } from '#shared/ports/auction-platform.ts';
import { ADAPTERS, refusalOf } from './documents.ts';

const folders = readdirSync(ADAPTERS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'kit')
  .map(({ name }) => name);

/** What a way says of itself in words: why not, or what was never tried. */
function reasonsOf(way: CapabilityWay): readonly string[] {
  if (typeof way === 'string') return [];
  return 'no' in way ? [way.no] : [way.api, ...reasonsOf(way.otherwise)];
}

describe('registry', () => {
  it('lists every platform folder under its own name', () => {
    expect(platforms.map(({ manifest }) => manifest.id).toSorted()).toEqual(folders.toSorted());
  });

  it('agrees with the list of manifests', () => {
    expect(manifests).toEqual(platforms.map(({ manifest }) => manifest));
  });

  it('finds a platform by id', () => {
    const [first] = platforms;

    expect(findPlatform(first?.manifest.id ?? '')).toBe(first);
  });

  it.each(['nowhere', '__proto__', ''])('does not know the platform %j', (id) => {
    expect(refusalOf(() => findPlatform(id))).toEqual({ code: 'PLATFORM.UNKNOWN', details: { platform: id } });
  });
});

describe.each(manifests)('manifest of $id', (manifest) => {
  it('has an id fit for keys and addresses', () => {
    expect(manifest.id).toMatch(/^[a-z0-9-]{1,40}$/);
    expect(Object.keys(manifest.documentKinds).filter((kind) => !/^[a-z0-9-]{1,40}$/.test(kind))).toEqual([]);
  });

  it('answers for every capability, each refusal with its reason', () => {
    const ways = CAPABILITIES.map((capability) => manifest.capabilities[capability]);

    const reasons = ways.flatMap(reasonsOf);

    expect(Object.keys(manifest.capabilities).toSorted()).toEqual([...CAPABILITIES].toSorted());
    expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
  });

  it('refuses a document kind it does not name', () => {
    const platform = findPlatform(manifest.id);

    for (const kind of ['nothing', 'toString', '__proto__']) {
      const refusal = refusalOf(() => platform.map({ kind, bytes: Buffer.from('x'), observedAt: '' as never }));

      expect(refusal).toEqual({ code: 'DOCUMENT.KIND_UNKNOWN', details: { kind } });
    }
  });
});
