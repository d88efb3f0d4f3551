import type { PlacedLot } from '#shared/domain/placement/placement.ts';
import type { Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformPublisher, PublisherSession, PublisherSettings } from '#shared/ports/platform-publisher.ts';
import type { SendAround } from '../http-send.ts';
import { HeldListing, Receipt } from './answers.ts';
import { type Caller, createCaller, readAnswer, segment } from './call.ts';
import { testConnection } from './connection-test.ts';
import { toListing } from './listing.ts';
import { readLotDocuments } from './lot-documents.ts';
import { refused } from './refusal.ts';
import { isSameListing } from './same-listing.ts';

/** Said where an amendment has no reason of its own. */
const NO_REASON = '按批准的条件更正';

/** Publishes through the Open Platform Interface: asked again under our reference, a platform answers the same lot. */
export function openPlatformPublisher(around: SendAround, publishing: Publishing): PlatformPublisher {
  return {
    publishing,
    connect(settings) {
      const { connection, secrets } = settings;
      return toSession(createCaller(around, { base: connection.base, secrets }), settings);
    },
  };
}

/** What is asked of one platform, over whatever carries the requests. */
export function toSession(ask: Caller, { readFile }: PublisherSettings): PublisherSession {
  return {
    async publish(offer) {
      const body = await toListing(offer, readFile);
      const headers = { 'idempotency-key': segment(offer.reference) };
      const reply = await ask({ method: 'POST', path: '/listings', body, headers });
      return toPlacedLot(readAnswer(Receipt, reply.json, 'POST'));
    },
    async look(reference) {
      const held = await readHeld(ask, reference);
      return held === undefined ? 'none' : toPlacedLot(held);
    },
    async amend(offer, lot) {
      const held = await readHeld(ask, offer.reference);
      if (held === undefined || held.lotId !== lot.number) throw notThere();
      const listing = await toListing(offer, readFile);
      if (isSameListing(listing, held.listing)) return toPlacedLot(held);
      const body = { ...listing, reason: offer.amendmentReason ?? NO_REASON };
      const headers = { 'if-match': `"${held.revision}"` };
      const reply = await ask({ method: 'PUT', path: pathOf(offer.reference), body, headers });
      return toPlacedLot(readAnswer(Receipt, reply.json, 'PUT'));
    },
    async withdraw(reference, lot, reason) {
      const path = `${pathOf(reference)}/withdrawal`;
      const reply = await ask({ method: 'POST', path, body: { reason }, none: 'listing.none' });
      if (!reply.isNone) readAnswer(Receipt, reply.json, 'POST');
      // Where it never got there, nothing is there to be taken down; what was there once has to be looked for.
      else if (lot !== null) throw notThere();
    },
    read: (lot) => readLotDocuments(ask, lot.number),
    test: (now) => testConnection(ask, now),
  };
}

/** `undefined` only when the platform says that there is none. */
async function readHeld(ask: Caller, reference: string): Promise<HeldListing | undefined> {
  const reply = await ask({ method: 'GET', path: pathOf(reference), none: 'listing.none' });
  return reply.isNone ? undefined : readAnswer(HeldListing, reply.json, 'GET');
}

function pathOf(reference: string): string {
  return `/listings/${segment(reference)}`;
}

function toPlacedLot({ lotId, url, revision }: Receipt): PlacedLot {
  return { number: lotId, url, revision: revision ?? null };
}

function notThere() {
  const detail = '平台上查不到这个委托编号，或编号下是另一个标的。';
  return refused('listing.none', [{ pointer: '', code: 'listing.none', detail }]);
}
