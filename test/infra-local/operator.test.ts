import { describe, expect, it } from 'vitest';
import { operatorAuthoriser } from '#infra/local/operator.ts';

const TOKEN = 'a1b2';
const basic = (credentials: string) => `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('the operator', () => {
  const authorise = operatorAuthoriser(TOKEN);

  it.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`])('is known by "%s"', (authorization) => {
    expect(authorise({ authorization })).toMatchObject({ iam: { userArn: expect.stringMatching(/operator$/) } });
  });

  it.each([
    '',
    'Bearer',
    'Bearer a1b',
    'Bearer a1b3',
    `Basic ${TOKEN}`,
    // A password a browser would send along whatever page asks for it.
    basic(`operator:${TOKEN}`),
    `Digest ${TOKEN}`,
    'constructor x',
  ])('is not known by "%s"', (authorization) => {
    expect(authorise({ authorization })).toBeUndefined();
  });
});
