import { createServer } from 'node:http';
import { onTestFinished } from 'vitest';
import { createSendAround } from '#adapters/kit/http-send.ts';
import { createPageReader, type PageReader } from '#adapters/kit/page-reader.ts';
import { listen } from '#infra/local/loopback.ts';
import { answerFace } from '#infra/local/sandbox/faces/answer-face.ts';
import type { Market } from '#infra/local/sandbox/faces/face.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import type { AuctionPlatform, MappedDocument } from '#shared/ports/auction-platform.ts';
import type { FetcherSession, FetchStep, PlatformFetcher } from '#shared/ports/platform-fetcher.ts';
import { aRequest, type openHouse } from './faces-parts.ts';
import { START } from './terms.ts';

type House = ReturnType<typeof openHouse>;

/** Serves the faces of a house below `/sandbox` on this machine, counting requests; a path of none is not found. */
export async function serveFaces({ parts }: House) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const answer = answerFace(parts, aRequest(path.replace(/^\/sandbox/, '')));
    if (answer === 'lost') {
      request.socket.resetAndDestroy();
      return;
    }
    const { status, headers = {}, body } = answer ?? { status: 404, body: '' };
    response.writeHead(status, headers);
    response.end(typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body));
  });
  const listening = await listen(server, 0);
  onTestFinished(() => {
    server.closeAllConnections();
    return listening.close();
  });
  return {
    asked,
    session(market: Market, make: (read: PageReader) => PlatformFetcher): FetcherSession {
      const around = createSendAround({ privateHosts: [new URL(listening.url).host] });
      const settings = { base: `${listening.url}/sandbox/${market}`, options: {}, secrets: {} };
      return make(createPageReader(around)).connect(settings);
    },
  };
}

/** What the adapter makes of every document of the steps. */
export function mapSteps({ map }: AuctionPlatform, steps: readonly FetchStep[]): readonly MappedDocument[] {
  return steps
    .flatMap(({ documents }) => documents)
    .map(({ kind, bytes, subject }) => {
      return map({ kind, bytes, observedAt: fromEpochMs(START), ...(subject !== undefined && { subject }) });
    });
}
