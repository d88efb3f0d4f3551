import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { readListingLog } from '#shared/services/desk/listing/listing-log.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { readLog } from '#shared/services/events/load.ts';
import { aHandoffApp, type HandoffInMemory } from '#test/office/desk-handoff/handoff-app.ts';
import { inOnePerson, PEOPLE, POND } from '#test/support/desk.ts';
import { approved, end, place } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const RESERVE_FEN = '5200000';

interface SentLog {
  readonly note: string | null;
  readonly isReserveHidden: boolean;
  readonly events: readonly object[];
}

function logPath(id: string): string {
  return `/desk/exports/listings/${id}/log.json`;
}

async function logOf(app: HandoffInMemory, person: Caller, id: string): Promise<SentLog> {
  return (await app.open(person, logPath(id))).json() as Promise<SentLog>;
}

async function placed(app: HandoffInMemory): Promise<string> {
  const { id } = await approved(app, aLease(POND));
  return (await place(app, id)).id;
}

describe('the log of a listing as a file', () => {
  it.each(['clerk', 'township', 'bureau', 'office'] as const)('is whole for %s, hashes and all', async (who) => {
    const app = await aHandoffApp();
    const id = await placed(app);

    const { note, events } = await logOf(app, PEOPLE[who], id);

    expect(note).toBeNull();
    expect(events).toEqual(await readLog(app.deskPorts, { kind: 'listing', id }));
  });

  it('holds for an auditor neither the reserve nor a hash it could be reckoned from, before the end', async () => {
    const app = await aHandoffApp();
    const id = await placed(app);

    const text = await (await app.open(PEOPLE.auditor, logPath(id))).text();

    const log = await readLog(app.deskPorts, { kind: 'listing', id });
    expect(text).not.toContain(RESERVE_FEN);
    for (const { hash, previous, command } of log) {
      for (const digest of [hash, previous, command.sha256]) expect(text).not.toContain(digest);
    }
    expect(JSON.parse(text)).toMatchObject({ isReserveHidden: true, note: expect.stringContaining('保留价') });
    expect(JSON.parse(text).events).toHaveLength(log.length);
  });

  it('is whole for an auditor after the end', async () => {
    const app = await aHandoffApp();
    const id = await placed(app);
    await end(app, id, 'sold');

    const { isReserveHidden, events } = await logOf(app, PEOPLE.auditor, id);

    expect(isReserveHidden).toBe(false);
    expect(events).toEqual(await readLog(app.deskPorts, { kind: 'listing', id }));
  });

  it.each([
    ['a clerk of another village', PEOPLE.foreignClerk, 404],
    ['a reviewer of another township', PEOPLE.foreignTownship, 404],
    ['the operator of its platform', PEOPLE.operator, 403],
  ])('is nothing to %s', async (_, person, status) => {
    const app = await aHandoffApp();
    const id = await placed(app);

    expect((await app.open(person, logPath(id))).status).toBe(status);
  });

  it('is nothing to who sees the listing only for its platform, a clerk elsewhere besides', async () => {
    const app = await aHandoffApp();
    const id = await placed(app);
    const person = inOnePerson(PEOPLE.foreignClerk, PEOPLE.operator);

    const asked = readListingLog(person, app.deskPorts, id);

    await expect(asked).rejects.toMatchObject({ code: 'RESOURCE.NOT_FOUND' });
    expect((await readListing(person, app.deskPorts, id)).listing.id).toBe(id);
  });

  it('answers for a listing there is none of', async () => {
    const app = await aHandoffApp();

    expect((await app.open(PEOPLE.office, logPath('nothing000000000'))).status).toBe(404);
  });
});
