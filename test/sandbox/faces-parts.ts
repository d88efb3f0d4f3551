import { createPlatformClock } from '#infra/local/sandbox/clock.ts';
import { demoListings } from '#infra/local/sandbox/demo-lots.ts';
import { withdrawLot } from '#infra/local/sandbox/engine/auction.ts';
import type { FaceRequest, Market } from '#infra/local/sandbox/faces/face.ts';
import type { AnswerFace, FaceParts } from '#infra/local/sandbox/faces/face-parts.ts';
import { createFaults } from '#infra/local/sandbox/faults.ts';
import { createPlatform } from '#infra/local/sandbox/platform.ts';
import { type Entry, openSandboxStore } from '#infra/local/sandbox/store.ts';
import type { JsonObject } from '#infra/opi/wire.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { createManualTime } from '#test/support/manual-time.ts';
import { DAY, START } from './terms.ts';

/** The secret of the sandbox's application in the tests. */
export const KEY = 'a secret of the tests';

/** An auction house in memory, its time turned by hand, with nothing in front of it. */
export function openHouse(seed = 'tests') {
  const time = createManualTime(START);
  const store = openSandboxStore(':memory:');
  const clock = createPlatformClock(store, () => time.now());
  const origin = 'http://127.0.0.1:3000';
  const platform = createPlatform({ store, clock, seed, origin });
  const parts: FaceParts = { platform, store, clock, faults: createFaults(), origin, key: KEY };
  return {
    parts,
    time,
    /** Lists one of the demonstration's lots on a marketplace; it opens a day later. */
    list(market: Market, given: JsonObject = {}): string {
      const [listing] = demoListings(START + DAY);
      platform.list({ ...listing, reference: `LST-${store.count() + 1}`, ...given }, market);
      return store.changedSince(market, 0).at(-1)?.lot.lotId ?? '';
    },
    /** As it stands at this moment. */
    entry(number: string): Entry {
      platform.settle();
      const entry = store.byId(number);
      if (entry === undefined) throw new Error('no such lot');
      return entry;
    },
    withdraw(number: string, reason: string): void {
      const entry = this.entry(number);
      const lot = withdrawLot(entry.lot, reason, time.now(), seed);
      if (lot !== undefined) store.save({ ...entry, lot });
    },
  };
}

/** A request to a face, a GET unless more is given. */
export function aRequest(path: string, given: Partial<FaceRequest> = {}): FaceRequest {
  const url = new URL(path, 'http://127.0.0.1');
  return { method: 'GET', path: url.pathname, query: url.searchParams, headers: {}, body: Buffer.alloc(0), ...given };
}

/** What a face answers to a GET, as bytes; fails the test when it answers nothing. */
export function get(face: AnswerFace, parts: FaceParts, path: string): Uint8Array {
  const answer = face(parts, aRequest(path));
  if (answer === undefined || answer === 'lost') throw new Error('no answer');
  const { body } = answer;
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

/** A document as somebody brings it. */
export function brought(kind: string, bytes: Uint8Array, subject = ''): RawDocument {
  return { kind, bytes, observedAt: fromEpochMs(START), subject };
}

/** Bids as every document shows them: times to the second. */
export function bidsOf({ lot }: Entry) {
  return lot.bids.map(({ bidder, priceFen, at }) => ({
    bidder,
    price: priceFen,
    at: fromEpochMs(Math.floor(at / 1_000) * 1_000),
  }));
}
