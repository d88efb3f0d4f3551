import type { HostAddress } from '#infra/cli/host-client.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { DEMO_ASSETS, type DemoAsset } from './assets.ts';
import { DEMO_LISTINGS, type DemoListing } from './listings.ts';
import { tellOffice } from './notices.ts';
import { DEMO_OWNERS } from './owners.ts';
import { demoPdf, demoPicture } from './papers.ts';
import { type Visitor, visitAs } from './visitor.ts';

const OFFICE = 'office-centre';
/** Platforms the office of the demo lets its villages and units choose from. */
const ADMITTED = ['alibaba', 'wuxing', 'zhebei'];
/** Before the demo's year, so that the day it is loaded on does not matter. */
const ADMITTED_FROM = '2023-01-01';
/** The clerk whose assignment names an owner, which has an id only once it is registered. */
const OWNER_CLERK = 'clerk-chengtou';
const SKY = [168, 200, 228] as const;
const WATER = [64, 120, 120] as const;

/** Accounts sign in once each. */
function visitors(url: string): (account: string) => Promise<Visitor> {
  const known = new Map<string, Promise<Visitor>>();
  return (account) => {
    const visitor = known.get(account) ?? visitAs(url, account);
    known.set(account, visitor);
    return visitor;
  };
}

/** Ids of what was made, by the keys of the demo's data. */
type Ids = ReadonlyMap<string, string>;

async function registerOwners(office: Visitor): Promise<Ids> {
  const ids = new Map<string, string>();
  for (const { key, fields } of DEMO_OWNERS) {
    ids.set(key, (await office.send('/desk/owners', `demo-owner-${key}`, fields)).id);
  }
  return ids;
}

async function admitPlatforms(office: Visitor): Promise<void> {
  for (const platform of ADMITTED) {
    const admission = { platform, categories: ['collective', 'state'], from: ADMITTED_FROM };
    const fields = { ...admission, basis: '演示:准入会议纪要', reason: '演示' };
    await office.send('/desk/settings/admissions', `demo-admission-${platform}`, fields);
  }
}

/** The office gives the clerk of the state-owned unit his assignment. */
async function grantOwnerClerk({ url, token }: HostAddress, ownerId: string, today: LocalDate): Promise<void> {
  const response = await fetch(`${url}/v1/people/${OWNER_CLERK}/assignments`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': `demo-grant-${ownerId}`,
    },
    body: JSON.stringify({ role: 'owner-clerk', scope: ownerId, from: today }),
  });
  if (!response.ok) throw new Error(`granting the demo's clerk was refused: ${response.status}`);
}

async function registerAsset(clerk: Visitor, asset: DemoAsset, ownerId: string): Promise<string> {
  const picture = asset.hasPicture
    ? {
        pictures: [
          await clerk.bring(ownerId, `demo-picture-${asset.key}`, '北塘.png', demoPicture(1200, 800, SKY, WATER)),
        ],
      }
    : {};
  const fields = { ...asset.fields, ownerId, ...picture };
  return (await clerk.send('/desk/assets', `demo-asset-${asset.key}`, fields)).id;
}

async function bringPapers(clerk: Visitor, listing: DemoListing, ownerId: string) {
  const papers: Record<string, string[]> = {};
  for (const kind of listing.papers) {
    const bytes = demoPdf(`Demo paper: ${kind} of ${listing.key}`);
    papers[kind] = [await clerk.bring(ownerId, `demo-paper-${listing.key}-${kind}`, `${kind}.pdf`, bytes)];
  }
  return papers;
}

/** Enters a listing step by step as its clerk does, and submits it. */
async function enterListing(clerk: Visitor, listing: DemoListing, ids: Ids, today: LocalDate): Promise<string> {
  const [ownerId = '', asset = ''] = [ids.get(listing.owner), ids.get(listing.asset)];
  const key = (part: string) => `demo-listing-${listing.key}-${part}`;
  const { id } = await clerk.send('/desk/listings', key('draft'), { ownerId, asset });
  const steps = listing.steps(today);
  const papers = await bringPapers(clerk, listing, ownerId);
  const filled = {
    ...steps,
    assets: { ...steps.assets, items: [asset] },
    decision: { ...steps.decision, papers },
  };
  for (const [step, fields] of Object.entries(filled)) {
    await clerk.send(`/desk/listings/${id}/edit/${step}`, key(step), fields);
  }
  const choice = { platform: listing.platform, reason: '演示:比较费用和上架用时后选定' };
  await clerk.send(`/desk/listings/${id}/edit/platform`, key('platform'), choice);
  await clerk.send(`/desk/listings/${id}/edit/submit`, key('submit'), {});
  return id;
}

/**
 * Gives the desk of an embedded host something to show: owners, assets, a listing under review and one approved, entered
 * by the demo's accounts through the desk's own doors, and somebody who is told of what happens. Asked again it finds what it did.
 *
 * @param today Beijing day the listings' times are counted from
 * @throws AppError when the desk refuses a step
 */
export async function loadDesk(host: HostAddress, today: LocalDate): Promise<void> {
  const as = visitors(host.url);
  const ids = new Map(await registerOwners(await as(OFFICE)));
  await admitPlatforms(await as(OFFICE));
  await grantOwnerClerk(host, ids.get('chengtou') ?? '', today);
  const clerks = new Map(DEMO_OWNERS.map(({ key, clerk }) => [key, clerk]));
  const clerkOf = (owner: string) => as(clerks.get(owner) ?? OFFICE);
  for (const asset of DEMO_ASSETS) {
    const clerk = await clerkOf(asset.owner);
    ids.set(asset.key, await registerAsset(clerk, asset, ids.get(asset.owner) ?? ''));
  }
  for (const listing of DEMO_LISTINGS) {
    const id = await enterListing(await clerkOf(listing.owner), listing, ids, today);
    for (const { account, step } of listing.passed) {
      const key = `demo-pass-${listing.key}-${step}`;
      await (await as(account)).send(`/desk/review/${id}/pass`, key, { step, opinion: '同意(演示)' });
    }
  }
  await tellOffice(host);
}
