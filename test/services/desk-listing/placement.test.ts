import { describe, expect, it } from 'vitest';
import { systemCaller } from '#shared/domain/caller.ts';
import { fen } from '#shared/domain/money.ts';
import { addMs } from '#shared/domain/time.ts';
import { endRound } from '#shared/services/desk/listing/end-round.ts';
import { handOver } from '#shared/services/desk/listing/hand-over.ts';
import { isAddressOf } from '#shared/services/desk/listing/platform-address.ts';
import { recordPlacement } from '#shared/services/desk/listing/record-placement.ts';
import { returnScan } from '#shared/services/desk/listing/return-scan.ts';
import { withdrawListing } from '#shared/services/desk/listing/withdraw-listing.ts';
import { aListingDesk, HOUSE, PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { approved, place } from '#test/support/desk-journey.ts';
import { aLease, fileOf } from '#test/support/desk-terms.ts';

const PLATFORM = { hosts: ['trade.example.invalid'] };

describe('an address on a platform', () => {
  it.each([
    'https://trade.example.invalid/lot/1',
    'http://trade.example.invalid',
    'https://www.trade.example.invalid:8443/lot?id=1#top',
    'HTTPS://TRADE.EXAMPLE.INVALID/lot',
  ])('is %s', (url) => {
    expect(isAddressOf(PLATFORM, url)).toBe(true);
  });

  it.each([
    'javascript:alert(1)//trade.example.invalid/',
    'https://trade.example.invalid.evil.invalid/',
    'https://trade.example.invalid@evil.invalid/',
    'https://eviltrade.example.invalid/',
    'https://evil.invalid/?https://trade.example.invalid/',
    'ftp://trade.example.invalid/',
    'https://trade.example.invalid/a b',
    'trade.example.invalid/lot',
    '',
    `https://trade.example.invalid/${'a'.repeat(1_000)}`,
  ])('is not %s', (url) => {
    expect(isAddressOf(PLATFORM, url)).toBe(false);
  });
});

describe('a listing on its platform', () => {
  it('starts the platform’s clock when it is handed over, and takes only its own platform’s address', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    const documents = [{ kind: 'notice', number: '1号', sha256: 'b' }];

    const handed = await handOver(PEOPLE.operator, desk.ports, id, desk.command(), { packageSha256: 'a', documents });
    const elsewhere = { url: `https://${HOUSE}.example.invalid/1`, lotId: null, liveAt: null };
    const refused = recordPlacement(PEOPLE.operator, desk.ports, id, desk.command(), elsewhere);

    expect(handed.state.rounds[0]?.handedOver).toMatchObject({ packageSha256: 'a', by: { id: 'operator-1' } });
    expect(handed.state.documents).toMatchObject([{ number: '1号', scan: null }]);
    await expect(refused).rejects.toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer: '/url' }] } });
  });

  it('can be found by collection', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await handOver(PEOPLE.office, desk.ports, id, desk.command(), { packageSha256: 'a', documents: [] });
    const found = { url: `https://${PUBLIC}.example.invalid/lot/9`, lotId: `${PUBLIC}.9`, liveAt: desk.clock.now() };

    const { state } = await recordPlacement(systemCaller('collect'), desk.ports, id, desk.command(), found);

    expect(state.rounds[0]?.placed).toMatchObject({ ...found, by: { role: 'system' } });
  });

  it('is withdrawn by the office alone', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    const body = { reason: '平台已下架' };

    const byClerk = withdrawListing(PEOPLE.clerk, desk.ports, id, desk.command(), body);
    await expect(byClerk).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    const { state } = await withdrawListing(PEOPLE.office, desk.ports, id, desk.command(), body);

    expect(state).toMatchObject({ state: 'withdrawn', withdrawal: body });
  });

  it.each([
    [{ outcome: 'sold', hammerFen: fen(49_999_99), cause: '公告' }, '/hammerFen'],
    [{ outcome: 'failed', cause: ' ' }, '/cause'],
    [{ outcome: 'failed', cause: '公告', late: true }, '/at'],
  ] as const)('refuses a result like %j', async (of, pointer) => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    const ending = { ...of, at: addMs(desk.clock.now(), 'late' in of ? 1 : 0) };

    const refused = endRound(PEOPLE.office, desk.ports, id, desk.command(), ending);

    await expect(refused).rejects.toMatchObject({ code: 'FORM.INVALID', details: { errors: [{ pointer }] } });
  });

  it('takes back the stamped scan of a document it issued', async () => {
    const desk = await aListingDesk();
    const { id } = await approved(desk, aLease(POND));
    await place(desk, id);
    const scan = { number: '吴农交〔2024〕1号', file: fileOf('other') };

    const { state } = await returnScan(PEOPLE.clerk, desk.ports, id, desk.command(), scan);
    const unknown = returnScan(PEOPLE.clerk, desk.ports, id, desk.command(), { ...scan, number: '2号' });

    expect(state.documents).toMatchObject([{ number: scan.number, scan: scan.file }]);
    await expect(unknown).rejects.toMatchObject({ code: 'FORM.INVALID' });
  });
});
