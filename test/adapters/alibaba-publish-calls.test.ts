import { describe, expect, it } from 'vitest';
import { alibaba } from '#adapters/alibaba/index.ts';
import { lotNumberIn } from '#adapters/alibaba/lot-number.ts';
import { outIdOf } from '#adapters/alibaba/out-id.ts';
import { fromEpochMs } from '#shared/domain/time.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { START } from '#test/sandbox/terms.ts';
import { aFile, anOffer, openGateway } from './alibaba-publish-parts.ts';

const DRAFT = 'taobao.auction.zc.auction.draft.public';

async function failure(work: Promise<unknown>): Promise<Pick<AppError, 'code' | 'details'>> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof AppError)) throw error;
  return { code: error.code, details: error.details };
}

describe('publishing to alibaba', () => {
  it('sends files, notice and lot, and finds the number of the lot by our reference', async () => {
    const { session, asked, lots } = await openGateway();

    const placed = await session().publish(anOffer());

    const [made] = lots();
    expect(placed).toEqual({
      number: made?.lot.lotId,
      url: `https://zc-item.taobao.com/auction/${made?.lot.lotId}.htm`,
      revision: null,
    });
    expect(lotNumberIn(placed.url)).toBe(placed.number);
    expect(asked.map((method) => method.replace('taobao.auction.', ''))).toEqual([
      'gov.publish.upload.pic',
      'gov.publish.upload.attachfile',
      'zc.pulicity.list',
      'zc.pulicity.publish',
      'zc.auction.draft.public',
      'zc.project.query',
    ]);
    expect(made?.lot.terms).toMatchObject({ startPriceFen: 1_860_000, reserveFen: 2_000_000, depositFen: 186_000 });
  });

  it('reads the lot back as a document our own adapter understands', async () => {
    const { session } = await openGateway();
    const placed = await session().publish(anOffer());

    const [document] = await session().read(placed);

    const mapped = alibaba.map({
      ...document,
      kind: document?.kind ?? '',
      observedAt: fromEpochMs(START),
      bytes: document?.bytes ?? new Uint8Array(),
    });
    expect(mapped.quarantined).toEqual([]);
    expect(mapped.lots[0]).toMatchObject({
      externalId: placed.number,
      status: 'announced',
      facts: { title: anOffer().title, reference: outIdOf(anOffer().reference), startPrice: 1_860_000 },
    });
  });

  it('leaves exactly one lot when the answer is lost and the next attempt looks first', async () => {
    const { session, asked, lots, house } = await openGateway();
    const bare = anOffer({ files: [], noticeNumber: null });
    house.parts.faults.set('market-call', 'lost-answer', 1);

    const lost = await failure(session().publish(bare));
    const found = await session().look(bare.reference);

    expect(lost.code).toBe('PLATFORM.ANSWER_LOST');
    expect(found).toMatchObject({ number: lots()[0]?.lot.lotId });
    expect(asked.filter((method) => method === DRAFT)).toHaveLength(1);
    expect(lots()).toHaveLength(1);
  });

  it('leaves it open whether there is a lot when the answer does not say', async () => {
    const { session, house } = await openGateway();
    house.parts.faults.set('market-call', 'changed-field', 1);

    const lost = await failure(session().publish(anOffer({ files: [], noticeNumber: null })));

    expect(lost).toMatchObject({
      code: 'PLATFORM.ANSWER_LOST',
      details: { reason: 'the answer does not say whether it was made' },
    });
  });

  it('takes a draft that has no number yet as an answer lost, so that it is looked for again', async () => {
    const { session, house, before, lots } = await openGateway();
    const hide = (seller: string) => {
      for (const entry of lots()) house.parts.store.save({ ...entry, content: { ...entry.content, seller } });
    };
    before.call = () => hide('尚未提交的草稿');

    const lost = await failure(session().publish(anOffer()));
    before.call = () => hide('演示机构(演示)');

    expect(lost).toMatchObject({ code: 'PLATFORM.ANSWER_LOST', details: { reason: 'made, and not found yet' } });
    expect(await session().look(anOffer().reference)).toMatchObject({ number: lots()[0]?.lot.lotId });
  });

  it('makes a second lot when it is asked twice, which is why it looks first', async () => {
    const { session, lots } = await openGateway();
    await session().publish(anOffer());

    const second = await failure(session().publish(anOffer()));

    expect(lots()).toHaveLength(2);
    expect(second).toEqual({ code: 'PLATFORM.ANSWER_LOST', details: { reason: 'made, and could not be looked for' } });
    expect((await failure(session().look(anOffer().reference))).code).toBe('PLATFORM.REFUSED');
  });

  it('says none only when the platform has none', async () => {
    const { session } = await openGateway();

    expect(await session().look('LST-2026-8-1')).toBe('none');
  });

  it('publishes the notice once and brings it up to date after that', async () => {
    const { session, house } = await openGateway();
    const refused = anOffer({ biddingEndsAt: anOffer().biddingStartsAt });

    await failure(session().publish(refused));
    await session().publish(anOffer());

    const notices: unknown = JSON.parse(house.parts.store.setting('alibaba-notices') ?? '[]');
    expect(notices).toHaveLength(1);
    expect(notices).toMatchObject([{ title: '【演示】沿街商铺7号三年租赁权处置公告(委托编号LST-2026-7-1)', type: 24 }]);
  });

  it('tells what the platform refuses in its own words', async () => {
    const { session, lots } = await openGateway();

    const refused = await failure(session().publish(anOffer({ title: '长'.repeat(70), files: [] })));

    expect(refused.code).toBe('PLACEMENT.REFUSED');
    expect(refused.details).toEqual({
      code: 'INVALID_AUCTION',
      faults: [{ pointer: '', code: 'INVALID_AUCTION', detail: '标的信息有误(演示):/title 不得超过 60 字' }],
    });
    expect(lots()).toHaveLength(0);
  });

  it('does not touch the platform when the interface cannot carry the offer', async () => {
    const { session, asked } = await openGateway();

    const refused = await failure(
      session().publish(anOffer({ biddingEndsAt: null, files: [aFile('picture', 'a.jpg')] })),
    );

    expect(refused.details['faults']).toMatchObject([{ pointer: '/windows/biddingEndsAt', code: 'field.required' }]);
    expect(asked).toEqual([]);
  });

  it('is refused with a forged signature and leaves nothing behind', async () => {
    const { session, lots } = await openGateway();

    const forged = await failure(session({ secret: 'another secret' }).publish(anOffer({ files: [] })));

    expect(forged).toMatchObject({ code: 'PLATFORM.REFUSED', details: { platformCode: 25 } });
    expect(lots()).toHaveLength(0);
  });

  it('takes an answer lost before the lot as nothing done', async () => {
    const { session, house, lots } = await openGateway();
    house.parts.faults.set('market-call', 'lost-answer', 1);

    expect((await failure(session().publish(anOffer()))).code).toBe('PLATFORM.UNAVAILABLE');
    expect(lots()).toHaveLength(0);
  });

  it('leaves amendments and withdrawals to people', async () => {
    const { session } = await openGateway();
    const lot = { number: '900000001', url: '', revision: null };

    for (const work of [session().amend(anOffer(), lot), session().withdraw('LST-1-1', lot, '误发')]) {
      expect(await failure(work)).toMatchObject({ code: 'PLACEMENT.REFUSED', details: { code: 'by-hand' } });
    }
  });
});
