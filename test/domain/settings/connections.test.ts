import { describe, expect, it } from 'vitest';
import type { JsonValue } from '#shared/domain/json.ts';
import { SETTINGS } from '#shared/domain/settings/definitions.ts';
import { dataReader } from '#shared/domain/settings/parse.ts';
import { readConnections } from '#shared/domain/settings/parse-connections.ts';

const CONNECTION = {
  platform: 'p',
  enabled: true,
  base: 'https://auction.example.gov.cn/opi',
  options: { orgCode: '330502' },
  secrets: { apiKey: '/platforms/p/api-key' },
  requestsPerMinute: 60,
};

function read(value: JsonValue) {
  const data = dataReader(value);
  return { connections: readConnections(data), faults: data.faults };
}

function faultsOf(of: Readonly<Record<string, JsonValue>>) {
  return read([{ ...CONNECTION, ...of }]).faults.map((fault) => ('pointer' in fault ? fault.pointer : fault));
}

describe('the connections of platforms', () => {
  it('are none as shipped', () => {
    expect(SETTINGS.connections.shipped).toEqual([]);
  });

  it('are read as they were entered', () => {
    expect(read([CONNECTION])).toEqual({ connections: [CONNECTION], faults: [] });
  });

  it('are one for each platform', () => {
    const { faults } = read([CONNECTION, { ...CONNECTION, platform: 'q' }, CONNECTION]);

    expect(faults).toEqual([{ pointer: '/2/platform', detail: '这个平台已有一条对接' }]);
  });

  it.each([
    'https://auction.example.gov.cn',
    'https://10.1.2.3:8443/opi',
    'http://127.0.0.1:4566/sandbox',
    'http://localhost:4566/sandbox',
    'http://[::1]:4566',
  ])('lead to %s', (base) => {
    expect(faultsOf({ base })).toEqual([]);
  });

  it.each([
    '',
    'auction.example.gov.cn',
    'http://auction.example.gov.cn',
    'http://127.0.0.1.example.com/',
    'http://localhost@example.com/',
    'https://user:password@example.com/',
    'https://example.com/?key=secret',
    'https://example.com/#top',
    'ftp://example.com/',
    'javascript:alert(1)',
  ])('never lead to %j', (base) => {
    expect(faultsOf({ base })).toEqual(['/0/base']);
  });

  it('write an address without the stroke at its end, so that paths are added alike', () => {
    expect(read([{ ...CONNECTION, base: 'https://example.com/opi/' }]).connections[0]?.base).toBe(
      'https://example.com/opi',
    );
  });

  it.each(['/platforms/p/api-key', '/aws/reference/secretsmanager/platforms/p/api_key.v2'])(
    'name secrets %s',
    (name) => {
      expect(faultsOf({ secrets: { apiKey: name } })).toEqual([]);
    },
  );

  it.each([
    'sk-live-123456',
    '/platforms/',
    '/other/p/key',
    '/platforms/密钥',
    '/platforms/a b',
    `/platforms/${'a'.repeat(201)}`,
  ])('never take the secret itself, or a name from elsewhere: %s', (name) => {
    expect(faultsOf({ secrets: { apiKey: name } })).toEqual(['/0/secrets/apiKey']);
  });

  it('keep to the budget, and say every fault at its place', () => {
    expect([0, 1, 600, 601, 1.5, '60'].map((requestsPerMinute) => faultsOf({ requestsPerMinute }).length)).toEqual([
      1, 0, 0, 1, 1, 1,
    ]);
    expect(faultsOf({ platform: '', enabled: 'yes', options: [], secrets: { 'a/b': '/platforms/p' } })).toEqual([
      '/0/platform',
      '/0/enabled',
      '/0/options',
      '/0/secrets/a/b',
    ]);
  });
});
