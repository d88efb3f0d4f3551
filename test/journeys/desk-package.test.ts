import { load } from 'cheerio';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPicture } from '#infra/demo/desk/papers.ts';
import { deskPerson } from '#test/support/desk-browser.ts';
import { deskHost } from '#test/support/desk-host.ts';
import { bring, bringPapers, done, draftPond, end, pass, registerPond, submit } from './desk-acts.ts';
import { openDesk, type People, POND, RESERVE, signedInPeople } from './desk-village.ts';
import { newFolder, removeFolders } from './host-catalogue.ts';

const FILES = ['公告.docx', '公告.html', '字段表.xlsx', '字段表.html', '材料清单.docx', '受理单.docx', '图片/01.jpg'];
const ADDRESS = 'https://wuxing.invalid/lot/88';

afterAll(removeFolders);

/** Parts of a zip inside the package, as text; a reader that minds every tag must find them whole. */
function wellFormed(file: Uint8Array | undefined, part: string): string {
  const xml = strFromU8(unzipSync(file ?? new Uint8Array())[part] ?? new Uint8Array());
  if (!/^<\?xml/.test(xml)) throw new Error(`${part} is no XML: ${xml.slice(0, 80)}`);
  const open: string[] = [];
  for (const [, closes, name = '', isEmpty] of xml.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (closes === '/' && open.pop() !== name) throw new Error(`${part}: ${name} ends where it did not begin`);
    if (closes === '' && isEmpty === '') open.push(name);
  }
  if (open.length > 0) throw new Error(`${part}: ${open.join(', ')} never end`);
  return load(xml, { xml: true }).text();
}

describe('the package of an approved listing', () => {
  const host = deskHost(newFolder());
  const anybody = deskPerson(host.url, 'nobody');
  let people: People;
  let listing = '';
  let link = '';

  beforeAll(async () => {
    await host.start();
    people = await signedInPeople(host);
    const village = await openDesk(people);
    const pond = await registerPond(people, village);
    const picture = await bring(
      people.clerk,
      village,
      'picture',
      demoPicture(600, 400, [168, 200, 228], [64, 120, 120]),
    );
    const { parts } = (await people.clerk.read(`/desk/assets/${pond}`)).body['asset'] as { parts: { id: string }[] };
    const known = Object.fromEntries(parts.map(({ id }, at) => [`parts.${at}.id`, id]));
    await done(people.clerk, `/desk/assets/${pond}/edit`, 'pond-picture', { ...POND, ...known, pictures: [picture] });
    listing = await draftPond(people, {
      key: 'first',
      village,
      pond,
      papers: await bringPapers(people, village, 'first'),
    });
    await submit(people, listing, 'first');
    await pass(people, listing, 'first', 'township', 'bureau', 'office');
  });
  afterAll(() => host.stop());

  it('is handed over by the office, with the number of its notice; nobody can have it before', async () => {
    const { office, clerk } = people;
    const page = await office.open(`/desk/handoff/${listing}`);
    const before = await clerk.open(`/desk/handoff/${listing}/package`);
    const after = await office.fill(page, `/desk/handoff/${listing}/package`);
    const { body } = await clerk.read(`/desk/listings/${listing}`);

    expect(before.status).toBe(409);
    expect(after.at).toBe(`/desk/handoff/${listing}`);
    expect(body['listing']).toMatchObject({
      state: 'handed-over',
      documents: [{ kind: 'notice', number: '吴资交告〔2026〕1号' }],
    });
  });

  it('holds every file it should, each of which opens, and the reserve price in none', async () => {
    const { status, bytes } = await people.clerk.download(`/desk/handoff/${listing}/package`);
    const files = unzipSync(bytes);
    const names = Object.keys(files);
    const words = names.filter((name) => name.endsWith('.docx'));
    const texts = [
      ...words.map((name) => wellFormed(files[name], 'word/document.xml')),
      wellFormed(files['字段表.xlsx'], 'xl/worksheets/sheet1.xml'),
      ...['xl/sharedStrings.xml'].map((part) => wellFormed(files['字段表.xlsx'], part)),
      ...names.filter((name) => name.endsWith('.html')).map((name) => strFromU8(files[name] ?? new Uint8Array())),
    ];

    expect(status).toBe(200);
    expect(names).toEqual(FILES);
    expect([...(files['图片/01.jpg'] ?? [])].slice(0, 2)).toEqual([0xff, 0xd8]);
    expect(words.length).toBe(3);
    expect(texts[0]).toContain('吴资交告〔2026〕1号');
    expect(texts.join('\n')).toContain('360,000.00');
    for (const text of texts) expect(text.replace(/[,\s]/g, '')).not.toContain(RESERVE);
  });

  it('opens without a login by the newest link only', async () => {
    const { office } = people;
    const handoff = await office.open(`/desk/handoff/${listing}`);
    const made = async () => {
      const page = await office.fill(handoff, `/desk/handoff/${listing}/link`);
      return /\/handoff\/[0-9a-z]+\.1\.[a-z2-7]{32}/.exec(page.html)?.[0] ?? '';
    };
    const first = await made();
    link = await made();

    expect((await anybody.open(first)).status).toBe(410);
    expect((await anybody.open(link)).text).toContain('北塘鱼塘');
    expect((await anybody.download(`${link}/package`)).bytes).toEqual(
      (await people.office.download(`/desk/handoff/${listing}/package`)).bytes,
    );
  });

  it('comes back with its address, once, from its own platform', async () => {
    const page = await anybody.open(link);
    const foreign = await anybody.fill(page, `${link}/address`, { url: 'https://elsewhere.invalid/lot/88' });
    const brought = await anybody.fill(await anybody.open(link), `${link}/address`, { url: ADDRESS });
    const again = await anybody.fill(page, `${link}/address`, { url: 'https://wuxing.invalid/lot/99' });
    const { body } = await people.clerk.read(`/desk/listings/${listing}`);

    expect(foreign.status).toBe(422);
    expect(brought.text).toContain(ADDRESS);
    expect(again.status).toBe(422);
    expect(body['listing']).toMatchObject({ state: 'placed', rounds: [{ placed: { url: ADDRESS } }] });
  });

  it('is followed by numbered documents of the sale, whose stamped scan comes back', async () => {
    const { office, clerk } = people;
    await end(people, listing, 'sale', { outcome: 'sold', hammerYuan: '402000' });
    for (const kind of ['confirmation', 'result-publicity', 'village-publicity']) {
      const page = await office.open(`/desk/handoff/${listing}`);
      await office.fill(page, `/desk/handoff/${listing}/documents/${kind}`);
    }
    const { body } = await clerk.read(`/desk/listings/${listing}`);
    const { documents, ownerId } = body['listing'] as {
      readonly documents: { readonly number: string; readonly sha256: string }[];
      readonly ownerId: string;
    };
    const [, confirmation] = documents;
    const docx = await clerk.download(`/desk/handoff/${listing}/documents/${confirmation?.sha256}`);
    const scan = await bring(clerk, ownerId, 'scan.png', demoPicture(300, 200, [250, 250, 250], [240, 240, 240]));
    await done(clerk, `/desk/handoff/${listing}/scan`, 'scan-back', { number: confirmation?.number, scan });
    const shown = await clerk.open(`/desk/handoff/${listing}`);

    expect(new Set(documents.map(({ number }) => number)).size).toBe(4);
    expect(wellFormed(docx.bytes, 'word/document.xml')).toContain('402,000.00');
    expect(shown.leadsTo(`/desk/files/${scan}`)).toBe(true);
  });
});
