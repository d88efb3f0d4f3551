import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifests } from '#adapters/manifests.ts';
import { publishers } from '#adapters/publishers.ts';
import { publishing } from '#adapters/publishing.ts';
import type { CapabilityWay } from '#shared/ports/auction-platform.ts';
import { ADAPTERS } from '#test/adapters/documents.ts';

const HTTP = { privateHosts: [] };

function isByInterface(way: CapabilityWay): boolean {
  return way === 'api' || (typeof way === 'object' && 'api' in way);
}

describe('platforms that can be published at', () => {
  it('are those whose manifests say so, each with its publisher', () => {
    const claimed = manifests.filter(({ capabilities }) => isByInterface(capabilities.publish)).map(({ id }) => id);

    expect(publishing.map(({ platform }) => platform)).toEqual(claimed);
    expect(publishers(HTTP).map((publisher) => publisher.publishing)).toEqual(publishing);
    expect(manifests.filter(({ id }) => existsSync(join(ADAPTERS, id, 'publishing.ts'))).map(({ id }) => id)).toEqual(
      claimed,
    );
  });
});

describe.each(publishing)(
  'publishing at $platform',
  ({ platform, amend, withdraw, fields, eventsSecret, ...facts }) => {
    const manifest = manifests.find(({ id }) => id === platform) ?? expect.unreachable();

    it('says the same of changes and withdrawals as its manifest', () => {
      const { capabilities } = manifest;

      expect([amend === 'api', withdraw === 'api']).toEqual([
        isByInterface(capabilities.amend),
        isByInterface(capabilities.withdraw),
      ]);
    });

    it('asks for each thing once, by a name fit for a key, in Chinese', () => {
      const names = fields.map(({ name }) => name);

      expect(new Set(names).size).toBe(names.length);
      expect(names.filter((name) => !/^[A-Za-z]{1,40}$/.test(name))).toEqual([]);
      expect(fields.filter(({ label, help }) => !/[一-鿿]/.test(label) || !/[一-鿿]/.test(help))).toEqual([]);
      expect(fields.filter(({ kind, choices = [] }) => (kind === 'choice') !== choices.length > 1)).toEqual([]);
    });

    it('signs its events with one of its secrets', () => {
      const secrets = fields.filter(({ kind }) => kind === 'secret').map(({ name }) => name);

      expect(eventsSecret === null || secrets.includes(eventsSecret)).toBe(true);
    });

    it('says where its limits come from, and what was never tried', () => {
      expect([facts.limits.source, facts.untried].filter((text) => !/[一-鿿]{4}/.test(text))).toEqual([]);
    });
  },
);
