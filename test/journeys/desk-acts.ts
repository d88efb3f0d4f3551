import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import type { DeskPerson } from '#test/support/desk-browser.ts';
import { PAPERS, type People, POND, paper, pondTerms, THIRD_PART } from './desk-village.ts';

/** What a change answers. */
interface Saved {
  readonly id: string;
  readonly version: number;
}

/** Does something by program; throws with the problem where the desk refuses it. */
export async function done(person: DeskPerson, path: string, key: string, fields: object = {}): Promise<Saved> {
  const { status, body } = await person.send(path, key, fields);
  if (status !== 200 && status !== 201) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
  return { id: String(body['id']), version: Number(body['version']) };
}

/** Waits until a file that was brought is looked at and taken in. */
export async function isReady(person: DeskPerson, id: string): Promise<void> {
  const look = async () => {
    const { body } = await person.read(`/desk/files/${id}`);
    if (body['status'] !== 'ready') throw new Error(`file ${id}: ${JSON.stringify(body)}`);
  };
  await vi.waitFor(look, { timeout: 30_000, interval: 50 });
}

/** Announces a file by program and puts its bytes where it is told; its name is the key. Answers its id. */
export async function upload(person: DeskPerson, ownerId: string, name: string, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const offer = { ownerId, name, size: bytes.length, sha256 };
  const { status, body } = await person.send('/desk/files', `bring-${name}`, offer);
  if (status !== 201) throw new Error(`${name} was not taken: ${JSON.stringify(body)}`);
  const { file, upload: place } = body as {
    readonly file: { readonly id: string };
    readonly upload: { readonly url: string; readonly headers: Record<string, string> } | null;
  };
  if (place !== null) await fetch(place.url, { method: 'PUT', headers: place.headers, body: Buffer.from(bytes) });
  return file.id;
}

/** Brings a file and waits until it is taken in. */
export async function bring(person: DeskPerson, ownerId: string, name: string, bytes: Uint8Array): Promise<string> {
  const id = await upload(person, ownerId, name, bytes);
  await isReady(person, id);
  return id;
}

/** The three papers of the village, by their kind. */
export async function bringPapers({ clerk }: People, village: string, key: string): Promise<Record<string, string[]>> {
  const brought = PAPERS.map(async (kind) => [kind, [await bring(clerk, village, `${key}-${kind}.pdf`, paper(kind))]]);
  return Object.fromEntries(await Promise.all(brought));
}

export async function registerPond({ clerk }: People, ownerId: string): Promise<string> {
  return (await done(clerk, '/desk/assets', 'pond-register', { ...POND, ...THIRD_PART, ownerId })).id;
}

/** What a listing of the pond is about. */
export interface PondListing {
  readonly key: string;
  readonly village: string;
  readonly pond: string;
  readonly startsOn?: string;
  readonly papers: Readonly<Record<string, string[]>>;
}

/** A draft of the pond on the district's platform, complete. */
export async function draftPond({ clerk }: People, listing: PondListing): Promise<string> {
  const { key, village, pond, startsOn = '2026-07-01', papers } = listing;
  const { id } = await done(clerk, '/desk/listings', `${key}-draft`, { ownerId: village });
  const steps = pondTerms(pond, { startsOn });
  for (const [step, fields] of Object.entries({ ...steps, decision: { ...steps.decision, papers } })) {
    await done(clerk, `/desk/listings/${id}/edit/${step}`, `${key}-${step}`, fields);
  }
  const choice = { platform: 'wuxing', reason: '不收村里的服务费' };
  await done(clerk, `/desk/listings/${id}/edit/platform`, `${key}-platform`, choice);
  return id;
}

export function submit({ clerk }: People, id: string, key: string): Promise<Saved> {
  return done(clerk, `/desk/listings/${id}/edit/submit`, `${key}-submit`);
}

/** Passes the steps of the chain in the order given. */
export async function pass(
  people: People,
  id: string,
  key: string,
  ...steps: readonly ('township' | 'bureau' | 'office')[]
) {
  for (const step of steps) {
    await done(people[step], `/desk/review/${id}/pass`, `${key}-${step}`, { step, opinion: '同意' });
  }
}

/** Hands an approved listing over and brings its address back. */
export async function place({ office }: People, id: string, key: string): Promise<void> {
  await done(office, `/desk/handoff/${id}/package`, `${key}-package`);
  await done(office, `/desk/handoff/${id}/address`, `${key}-address`, { url: 'https://wuxing.invalid/lot/1' });
}

/** The office records how the round ended. */
export function end({ office }: People, id: string, key: string, ending: object): Promise<Saved> {
  const fields = { at: '2026-03-09 09:00', cause: '平台公告', ...ending };
  return done(office, `/desk/listings/${id}/act/end-round`, `${key}-end`, fields);
}
