import { describe, expect, it } from 'vitest';
import { fen } from '#shared/domain/money.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { aDesk, type DeskInMemory, hidden } from '#test/office/desk-app.ts';
import { HALL, HOUSE, PEOPLE, POND } from '#test/support/desk.ts';
import { aDraft, inReview } from '#test/support/desk-journey.ts';
import { aLease, day } from '#test/support/desk-terms.ts';

const HOSTILE = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>`;

/** The reasons a page asks for, each given. */
function reasonsAskedFor(html: string): Record<string, string> {
  const names = [...html.matchAll(/name="(reasons\.[^"]+)"/g)].map(([, name = '']) => name);
  return Object.fromEntries(names.map((name) => [name, '已向镇里说明']));
}

async function submitted(desk: DeskInMemory, id: string): Promise<Response> {
  const address = `/desk/listings/${id}/edit/submit`;
  const html = await (await desk.get(PEOPLE.clerk, address)).text();
  return desk.submit(PEOPLE.clerk, address, { ...reasonsAskedFor(html), _version: hidden(html, '_version') });
}

describe('submitting a listing', () => {
  it('refuses what breaks a rule, names the rule and the first lawful day, and keeps the listing a draft', async () => {
    const desk = await aDesk();
    const windows = { ...aLease(POND).windows, noticeOn: day('2024-06-15') };
    const { id } = await aDraft(desk, aLease(POND, { windows }), { platform: HOUSE });

    const response = await submitted(desk, id);

    const html = await response.text();
    expect(response.status).toBe(422);
    expect(html).toContain('第四十五条');
    expect(html).toContain('最早可为2024年6月22日');
    expect((await readListing(PEOPLE.clerk, desk.deskPorts, id)).listing.state).toBe('draft');
  });

  it('names each missing paper, with the way to the step that asks for it', async () => {
    const desk = await aDesk();
    const { id } = await aDraft(desk, aLease(POND, { papers: [] }));

    const page = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}/edit/submit`)).text();
    const response = await submitted(desk, id);

    expect(page).toContain('缺少:成员(代表)会议表决书');
    expect(page).toContain(`href="/desk/listings/${id}/edit/decision#f-papers"`);
    expect([response.status, (await response.text()).includes('成员(代表)会议表决书')]).toEqual([422, true]);
  });

  it('asks for a reason for each warning, keeps those given, and takes the listing with all of them', async () => {
    const desk = await aDesk();
    const windows = { ...aLease(POND).windows, noticeOn: day('2024-06-15') };
    const { id } = await aDraft(desk, aLease(POND, { windows }));
    const address = `/desk/listings/${id}/edit/submit`;
    const [first = '', ...others] = Object.keys(reasonsAskedFor(await (await desk.get(PEOPLE.clerk, address)).text()));

    const half = await desk.submit(PEOPLE.clerk, address, others.length === 0 ? {} : { [first]: '就这一条' });
    const whole = await submitted(desk, id);

    expect(first).not.toBe('');
    expect([half.status, (await half.text()).includes('请说明理由')]).toEqual([422, true]);
    expect([whole.status, whole.headers.get('location')]).toEqual([303, `/desk/listings/${id}`]);
    const { listing } = await readListing(PEOPLE.clerk, desk.deskPorts, id);
    expect(listing.submissions[0]?.justifications).toContainEqual({ rule: first.slice(8), reason: '已向镇里说明' });
  });

  it.each(['assets', 'times', 'platform', 'submit'])(
    'shows the form of %s no more once it is submitted',
    async (step) => {
      const desk = await aDesk();
      const { id } = await inReview(desk, aLease(POND));

      const response = await desk.get(PEOPLE.clerk, `/desk/listings/${id}/edit/${step}`);

      expect([response.status, response.headers.get('location')]).toEqual([303, `/desk/listings/${id}`]);
    },
  );

  it('names the listing that holds the same pond', async () => {
    const desk = await aDesk();
    const holder = await inReview(desk, aLease(POND));
    const { id } = await aDraft(desk, aLease(POND));

    const response = await submitted(desk, id);

    expect([response.status, (await response.text()).includes(holder.id)]).toEqual([422, true]);
  });
});

describe('reviewing a listing', () => {
  it('goes along the chain by three people, none of whom entered it', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND, { startPriceFen: fen(400_000_00), reserveFen: null }));

    for (const [person, step] of [
      [PEOPLE.township, 'township'],
      [PEOPLE.bureau, 'bureau'],
      [PEOPLE.office, 'office'],
    ] as const) {
      const queue = await (await desk.get(person, '/desk/review')).text();
      const page = await (await desk.get(person, `/desk/review/${id}`)).text();
      const response = await desk.submit(person, `/desk/review/${id}/pass`, {
        step: hidden(page, 'step'),
        opinion: '同意',
        _version: hidden(page, '_version'),
      });
      expect([step, queue.includes(id), hidden(page, 'step'), response.status]).toEqual([step, true, step, 303]);
    }

    expect((await readListing(PEOPLE.clerk, desk.deskPorts, id)).listing.state).toBe('approved');
  });

  it('returns it with a reason only, and the next review shows first what changed', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND));
    const address = `/desk/review/${id}/return`;

    const without = await desk.submit(PEOPLE.township, address, { step: 'township', reason: '' });
    const returned = await desk.submit(PEOPLE.township, address, { step: 'township', reason: '起拍价偏低' });
    const page = await (await desk.get(PEOPLE.clerk, `/desk/listings/${id}`)).text();
    await desk.submit(PEOPLE.clerk, `/desk/listings/${id}/edit/terms`, { startPriceYuan: '51000' });
    await submitted(desk, id);
    const review = await (await desk.get(PEOPLE.township, `/desk/review/${id}`)).text();

    expect([without.status, (await without.text()).includes('href="#f-reason"')]).toEqual([422, true]);
    expect(returned.status).toBe(303);
    expect(page).toContain('退回原因:起拍价偏低');
    expect(review).toContain('<del>50,000.00元</del>');
    expect(review).toContain('<ins>51,000.00元</ins>');
    expect(review.indexOf('与上次提交的不同')).toBeLessThan(review.indexOf('规则核查'));
  });

  it('hands out programs the same, and refuses a version that is not the newest', async () => {
    const desk = await aDesk();
    const { id, version } = await inReview(desk, aLease(POND));
    const address = `/desk/review/${id}/pass`;

    const old = await desk.sendJson(PEOPLE.township, address, { step: 'township' }, { 'if-match': '"1"' });
    const now = await desk.sendJson(PEOPLE.township, address, { step: 'township' }, { 'if-match': `"${version}"` });

    expect([old.status, now.status, await now.json()]).toEqual([412, 200, { id, version: version + 1 }]);
  });

  it('keeps the reserve price from who may not see it, on every page', async () => {
    const desk = await aDesk();
    const { id } = await inReview(desk, aLease(POND, { reserveFen: fen(51_234_00) }));

    const seen = async (person: (typeof PEOPLE)[keyof typeof PEOPLE]) =>
      (await (await desk.get(person, `/desk/listings/${id}`)).text()).includes('51,234');

    expect([await seen(PEOPLE.clerk), await seen(PEOPLE.township), await seen(PEOPLE.auditor)]).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('shows the words of strangers as words', async () => {
    const desk = await aDesk();
    const terms = aLease(HALL, { title: HOSTILE, remarks: HOSTILE, contact: { name: HOSTILE, phone: HOSTILE } });
    const { id } = await inReview(desk, terms);

    const pages = ['/desk', '/desk/review', `/desk/review/${id}`, '/desk/listings', `/desk/listings/${id}`];
    const htmls = await Promise.all(pages.map(async (path) => (await desk.get(PEOPLE.township, path)).text()));

    for (const html of htmls) {
      expect(html).toContain('&lt;script&gt;');
      expect(html).not.toMatch(/<script>|<img src=x/);
    }
  });
});
