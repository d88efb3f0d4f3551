import { describe, expect, it } from 'vitest';
import type { OfferLimits } from '#shared/domain/placement/publishing.ts';
import type { Verdict } from '#shared/domain/rules/rule.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { entryChecks } from '#shared/services/desk/listing/entry-checks.ts';
import { readListing } from '#shared/services/desk/listing/read-listing.ts';
import { submitListing } from '#shared/services/desk/listing/submit-listing.ts';
import { aPublishing } from '#test/office/desk-placements/a-publishing.ts';
import { aListingDesk, HOUSE, PEOPLE, POND, PUBLIC } from '#test/support/desk.ts';
import { aDraft, reasons } from '#test/support/desk-journey.ts';
import { aLease } from '#test/support/desk-terms.ts';

const TITLE = aLease(POND, { title: '云村股份经济合作社十二亩鱼塘三年租赁' });

/** A desk whose public platform takes titles of twelve characters. */
async function aLimitedDesk(confidence: OfferLimits['confidence']) {
  const desk = await aListingDesk();
  const limits = { titleLength: 12, confidence, source: '平台接口说明' };
  return { ...desk, ports: { ...desk.ports, publishing: [aPublishing(PUBLIC, { limits })] } };
}

type Desk = Awaited<ReturnType<typeof aLimitedDesk>>;

async function refusal(desk: Desk, id: string) {
  try {
    await submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), { justifications: [] });
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was submitted');
}

function aboutLimits(verdicts: unknown): readonly Verdict[] {
  return (verdicts as readonly Verdict[]).filter(({ rule }) => rule.startsWith('platform-limit'));
}

describe('the limits of the platform a listing goes to', () => {
  it('refuse a submission at the field where the platform has written them down', async () => {
    const desk = await aLimitedDesk('documented');
    const { id } = await aDraft(desk, TITLE);

    const { code, details } = await refusal(desk, id);

    expect(code).toBe('LISTING.BREACH');
    expect(aboutLimits(details['verdicts'])).toMatchObject([
      { kind: 'breach', pointer: '/title', citation: '平台接口说明' },
    ]);
    expect(aboutLimits(details['verdicts'])[0]?.sentence).toContain('区公共平台');
  });

  it('ask for a reason where we only assume them, and are submitted with one', async () => {
    const desk = await aLimitedDesk('assumed');
    const { id } = await aDraft(desk, TITLE);

    const { code, details } = await refusal(desk, id);
    const justifications = await reasons(desk, id, PEOPLE.clerk);
    const { state } = await submitListing(PEOPLE.clerk, desk.ports, id, desk.command(), { justifications });

    expect(code).toBe('LISTING.UNJUSTIFIED');
    expect(aboutLimits(details['verdicts'])).toMatchObject([{ kind: 'warning', citation: '平台接口说明(待确认)' }]);
    expect(state.state).toBe('review');
  });

  it('stand beside the field before the submission, named by platform while none is chosen', async () => {
    const desk = await aLimitedDesk('documented');
    const { id } = await aDraft(desk, TITLE);
    const shown = await readListing(PEOPLE.clerk, desk.ports, id);
    const ports = { ...desk.ports, fees: { prices: new Map(), legalMaxima: [] } };
    const unchosen = { ...shown, listing: { ...shown.listing, choice: null } };

    const chosen = await entryChecks(ports, shown, []);
    const open = await entryChecks(ports, unchosen, []);

    expect(aboutLimits(chosen.verdicts)).toHaveLength(1);
    expect(aboutLimits(open.verdicts)[0]?.sentence).toMatch(/^在区公共平台:/);
  });

  it.each([
    ['a title that fits', PUBLIC, aLease(POND, { title: '云村鱼塘三年租赁' })],
    ['another platform', HOUSE, TITLE],
  ])('say nothing of %s', async (_, platform, terms) => {
    const desk = await aLimitedDesk('documented');
    const { id } = await aDraft(desk, terms, { platform });
    const shown = await readListing(PEOPLE.clerk, desk.ports, id);

    const { verdicts } = await entryChecks({ ...desk.ports, fees: { prices: new Map(), legalMaxima: [] } }, shown, []);

    expect(aboutLimits(verdicts)).toEqual([]);
  });
});
