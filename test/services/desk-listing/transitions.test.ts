import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { LISTING_STATES, type ListingState } from '#shared/domain/listing/listing.ts';
import { fen } from '#shared/domain/money.ts';
import { announceDraw } from '#shared/services/desk/listing/announce-draw.ts';
import { choosePlatform } from '#shared/services/desk/listing/choose-platform.ts';
import { drawPlatform } from '#shared/services/desk/listing/draw-platform.ts';
import { editListing } from '#shared/services/desk/listing/edit-listing.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { issueDocument } from '#shared/services/desk/listing/issue-document.ts';
import { letByAgreement } from '#shared/services/desk/listing/let-by-agreement.ts';
import { passStep } from '#shared/services/desk/listing/pass-step.ts';
import { recordPlacement } from '#shared/services/desk/listing/record-placement.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { returnScan } from '#shared/services/desk/listing/return-scan.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { aListingDesk, HOUSE, inOnePerson, type ListingDesk, PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { aDraft, again, approved, end, failed, inReview, place, submit } from '#test/support/desk-journey.ts';
import { aLease, day, fileOf } from '#test/support/desk-terms.ts';

const DAY_MS = 86_400_000;
/** Holds every part, and has entered nothing: only the state decides. */
const ALL = { ...inOnePerson(...Object.values(PEOPLE)), id: 'all-1' } satisfies Caller;
const CHEAPER = aLease(POND, { startPriceFen: fen(46_000_00) });
const DOCUMENT = { kind: 'notice', number: '1号', sha256: 'c'.repeat(64) };
const URL = `https://${PUBLIC}.example.invalid/lot/1`;

const REACH: Readonly<Record<ListingState, (desk: ListingDesk) => Promise<string>>> = {
  draft: async (desk) => (await aDraft(desk, aLease(POND))).id,
  review: async (desk) => (await inReview(desk, aLease(POND))).id,
  approved: async (desk) => (await approved(desk, aLease(POND))).id,
  'handed-over': async (desk) => {
    const { id } = await approved(desk, aLease(POND));
    await handOver(PEOPLE.office, desk.ports, id, desk.command(), { packageSha256: 'a', documents: [DOCUMENT] });
    return id;
  },
  placed: async (desk) => (await place(desk, (await approved(desk, aLease(POND))).id)).id,
  failed: async (desk) => (await failed(desk, aLease(POND))).id,
  sold: async (desk) => (await end(desk, await REACH.placed(desk), 'sold')).id,
  defaulted: async (desk) => (await end(desk, await REACH.placed(desk), 'defaulted')).id,
  agreed: async (desk) => {
    const id = await REACH.failed(desk);
    await DO.agree(desk, id);
    return id;
  },
  withdrawn: async (desk) => {
    const id = await REACH.draft(desk);
    await DO.withdraw(desk, id);
    return id;
  },
};

const DO = {
  edit: (desk, id) => editListing(ALL, desk.ports, id, desk.command(), { terms: CHEAPER }),
  choose: (desk, id) => choosePlatform(ALL, desk.ports, id, desk.command(), { platform: HOUSE, reason: '近' }),
  announce: (desk, id) => announceDraw(ALL, desk.ports, id, desk.command(), { candidates: [PUBLIC, HOUSE] }),
  draw: (desk, id) => drawPlatform(ALL, desk.ports, id, desk.command()),
  submit: (desk, id) => submit(desk, id, ALL),
  pass: (desk, id) => passStep(ALL, desk.ports, id, desk.command(), { step: 'township', opinion: null, papers: [] }),
  'return in review': (desk, id) =>
    returnListing(ALL, desk.ports, id, desk.command(), { step: 'township', reason: '缺' }),
  'return approved': (desk, id) => returnListing(ALL, desk.ports, id, desk.command(), { step: 'office', reason: '缺' }),
  'hand over': (desk, id) => handOver(ALL, desk.ports, id, desk.command(), { packageSha256: 'a', documents: [] }),
  place: (desk, id) => recordPlacement(ALL, desk.ports, id, desk.command(), { url: URL, lotId: null, liveAt: null }),
  sell: (desk, id) => end(desk, id, 'sold'),
  fail: (desk, id) => end(desk, id, 'failed'),
  default: (desk, id) => end(desk, id, 'defaulted'),
  again: (desk, id) => again(desk, id, CHEAPER),
  agree: (desk, id) => {
    desk.clock.advance(10 * DAY_MS);
    const publicity = { publicityFrom: day('2024-05-07'), publicityUntil: day('2024-05-14') };
    const body = { priceFen: fen(45_000_00), ...publicity, papers: [fileOf('publicity-proof')], reason: '流拍' };
    return letByAgreement(ALL, desk.ports, id, desk.command(), body);
  },
  withdraw: (desk, id) => withdrawListing(ALL, desk.ports, id, desk.command(), { reason: '撤' }),
  issue: (desk, id) => issueDocument(ALL, desk.ports, id, desk.command(), DOCUMENT),
  scan: (desk, id) => returnScan(ALL, desk.ports, id, desk.command(), { number: '1号', file: fileOf('other') }),
} satisfies Record<string, (desk: ListingDesk, id: string) => Promise<unknown>>;

const BEFORE_THE_HAMMER = 'draft review approved handed-over placed failed defaulted';
/** Where each command may go, written down by hand. */
const ALLOWED: Readonly<Record<keyof typeof DO, string>> = {
  edit: 'draft',
  choose: 'draft',
  announce: 'draft',
  draw: 'draft',
  submit: 'draft',
  pass: 'review',
  'return in review': 'review',
  'return approved': 'approved',
  'hand over': 'approved',
  place: 'handed-over',
  sell: 'placed',
  fail: 'placed',
  default: 'placed sold',
  again: 'failed defaulted',
  agree: 'failed',
  withdraw: BEFORE_THE_HAMMER,
  issue: `${BEFORE_THE_HAMMER} sold agreed`,
  scan: `${BEFORE_THE_HAMMER} sold agreed withdrawn`,
};

/** What a command that may go lacks here: a draw announced, a document issued. */
const LACKS: Readonly<Partial<Record<keyof typeof DO, string>>> = { draw: 'LISTING.DRAW', scan: 'FORM.INVALID' };

const PAIRS = LISTING_STATES.flatMap((state) =>
  (Object.keys(DO) as (keyof typeof DO)[]).map((name) => ({
    state,
    name,
    may: ALLOWED[name].split(' ').includes(state),
  })),
);

describe('a command in a state', () => {
  it.each(PAIRS)('$name in $state: $may', async ({ state, name, may }) => {
    const desk = await aListingDesk();
    await desk.saveSetting('rounds', {
      failedRoundsBeforeAgreement: 1,
      suggestedCutPpm: 200_000,
      agreementPublicityWorkingDays: 5,
      confirmed: true,
    });
    const id = await REACH[state](desk);
    const events = desk.records.items(`LISTING#${id}`).length;

    const refused = await DO[name](desk, id).then(
      () => undefined,
      (error: { code?: string }) => error.code ?? String(error),
    );

    if (may) expect([undefined, LACKS[name]]).toContain(refused);
    else expect(refused).toBe('LISTING.STATE');
    if (!may) expect(desk.records.items(`LISTING#${id}`)).toHaveLength(events);
  });
});
