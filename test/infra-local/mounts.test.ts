import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Mount, startHttp } from '#infra/local/http.ts';
import type { Listening } from '#infra/local/loopback.ts';

let listening: Listening;

beforeEach(async () => {
  const mount: Mount = { prefix: '/house', serve: (request, response) => response.end(String(request.url)) };
  listening = await startHttp({ port: 0, routes: async () => [mount], authorise: () => undefined });
});

afterEach(() => listening.close());

const ask = (path: string) => fetch(`${listening.url}${path}`, { redirect: 'manual' });

describe('a server mounted below a path', () => {
  it('is asked for everything below it', async () => {
    expect(await (await ask('/house/')).text()).toBe('/house/');
    expect(await (await ask('/house/rooms?floor=1')).text()).toBe('/house/rooms?floor=1');
  });

  it('begins at the path with a slash, where its name alone leads', async () => {
    const response = await ask('/house');

    expect([response.status, response.headers.get('location')]).toEqual([308, '/house/']);
  });

  it('is not asked for what only begins alike', async () => {
    expect((await ask('/houses')).status).toBe(404);
  });
});
