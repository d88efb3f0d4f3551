import { describe, expect, it } from 'vitest';
import { isForgeable, operatorAuthoriser } from '#infra/local/operator.ts';

const TOKEN = 'a1b2';
const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('the operator', () => {
  const authorise = operatorAuthoriser(TOKEN);

  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, basic(`operator:${TOKEN}`)])('is known by "%s"', (authorization) => {
    expect(authorise({ authorization })).toMatchObject({ iam: { userArn: expect.stringMatching(/operator$/) } });
  });

  it.each([
    '',
    'Bearer',
    'Bearer a1b',
    'Bearer a1b3',
    `Basic ${TOKEN}`,
    basic(`admin:${TOKEN}`),
    basic('operator:'),
    `Digest ${TOKEN}`,
    'constructor x',
  ])('is not known by "%s"', (authorization) => {
    expect(authorise({ authorization })).toBeUndefined();
  });
});

describe('a request that may change something', () => {
  const host = 'localhost:3000';

  it.each<[string, Record<string, string>]>([
    ['a program', {}],
    ['a page of our own', { 'sec-fetch-site': 'same-origin', origin: 'null' }],
    ['the address bar', { 'sec-fetch-site': 'none' }],
    ['a page of our own in an old browser', { origin: `http://${host}` }],
  ])('is taken from %s', (_, headers) => {
    expect(isForgeable('POST', { host, ...headers })).toBe(false);
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4000' }],
    ['another site in an old browser', { origin: 'https://example.invalid' }],
    ['a page without an address', { origin: 'null' }],
  ])('is not taken from %s', (_, headers) => {
    expect(isForgeable('POST', { host, ...headers })).toBe(true);
    expect(isForgeable('GET', { host, ...headers })).toBe(false);
  });
});
