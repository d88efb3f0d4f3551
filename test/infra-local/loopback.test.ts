import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listen } from '#infra/local/loopback.ts';

/** A server whose answers are given by hand, and a connection to it that stays open. */
async function aServer() {
  const asked = Promise.withResolvers<ServerResponse>();
  const server = await listen(
    createServer((_, response) => asked.resolve(response)),
    0,
  );
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let heard = '';
  socket.on('data', (chunk) => {
    heard += chunk;
  });
  const ended = new Promise<string>((resolve) => socket.on('close', () => resolve(heard)));
  await new Promise((resolve) => socket.on('connect', resolve));
  return { server, socket, asked: asked.promise, ended };
}

describe('closing a server', () => {
  it('does not wait for a connection that asks nothing', async () => {
    const { server, ended } = await aServer();

    await server.close();

    expect(await ended).toBe('');
  });

  it('waits for the request in hand, and then not for its connection', async () => {
    const { server, socket, asked, ended } = await aServer();
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    const response = await asked;
    let isClosed = false;

    const closing = server.close().then(() => {
      isClosed = true;
    });
    const [early, inHand] = [isClosed, server.inHand()];
    response.end('done');
    await closing;

    expect({ early, inHand, after: server.inHand() }).toEqual({ early: false, inHand: 1, after: 0 });
    expect(await ended).toMatch(/done$/);
  });
});
