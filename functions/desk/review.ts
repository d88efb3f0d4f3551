import { PAPER_KINDS, type Paper } from '#shared/domain/listing/terms.ts';
import { passStep } from '#shared/services/desk/listing/pass-step.ts';
import { returnListing } from '#shared/services/desk/listing/return-listing.ts';
import { reviewQueue } from '#shared/services/desk/listing/review-queue.ts';
import { type FormValues, formReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { namesOf } from '#web/pages/desk/listings/facts.tsx';
import { ReviewQueuePage } from '#web/pages/desk/review/queue-page.tsx';
import { ReviewPage } from '#web/pages/desk/review/review-page.tsx';
import { callerIn } from '../admission.ts';
import type { Page, Refusal, Saved } from './desk-answers.ts';
import type { DeskPorts } from './desk-ports.ts';
import { commandIn, wantsJson } from './desk-requests.ts';
import type { AccessTable, DeskApp, DeskContext } from './desk-routes.ts';
import { refusedBy } from './listing-faults.ts';
import { addListingForm } from './listing-form.ts';
import { entryView } from './listing-model.ts';
import { deskAssets } from './static.ts';

const REVIEWERS = ['township-reviewer', 'bureau-reviewer', 'office'] as const;

export const REVIEW_ACCESS = {
  'GET /desk/review': REVIEWERS,
  'GET /desk/review/:id': REVIEWERS,
  'POST /desk/review/:id/pass': REVIEWERS,
  'POST /desk/review/:id/return': REVIEWERS,
} as const satisfies AccessTable;

const LONGEST_WORDS = 1000;

async function reviewPage(context: DeskContext, ports: DeskPorts, id: string, refusal?: Refusal): Promise<Page> {
  const { view, shown } = await entryView(context, ports, id);
  const { caller, assets, files, url, verdicts, choices } = view;
  const chosen = shown.listing.choice?.platform;
  const platform = ports.platforms.find((each) => each.id === chosen)?.name ?? null;
  const keys = { passKey: ports.ids.next(), returnKey: ports.ids.next() };
  const again =
    refusal === undefined ? {} : { typed: refusal.typed, refused: await refusedBy(context, ports, refusal) };
  const names = namesOf(choices, files);
  return ReviewPage({ caller, assets, shown, names, platform, verdicts, files, url, ...keys, ...again });
}

function papersIn(form: FormValues): readonly Paper[] {
  const reader = formReader(form);
  return PAPER_KINDS.flatMap((kind) => reader.list(`papers.${kind}`).map((file) => ({ kind, file, note: null })));
}

async function pass(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const caller = callerIn(context);
  const reader = formReader(form);
  const [step, opinion] = [reader.text('step') ?? '', reader.text('opinion', { most: LONGEST_WORDS })];
  refuseFaults(reader.errors);
  const papers = papersIn(form);
  const { version } = await passStep(caller, ports, id, commandIn(context, form), { step, opinion, papers });
  return { id, version };
}

async function giveBack(context: DeskContext, ports: DeskPorts, id: string, form: FormValues): Promise<Saved> {
  const reader = formReader(form);
  const step = reader.text('step') ?? '';
  const reason = reader.text('reason', { most: LONGEST_WORDS, required: '请写明退回原因' }) ?? '';
  refuseFaults(reader.errors);
  const { version } = await returnListing(callerIn(context), ports, id, commandIn(context, form), { step, reason });
  return { id, version };
}

/** Adds the queue of what waits for the caller's review, and the review itself. */
export function addReviewRoutes(app: DeskApp, given: () => DeskPorts): void {
  app.get('/desk/review', async (context) => {
    const queue = await reviewQueue(callerIn(context), given());
    if (wantsJson(context)) return context.json({ queue });
    return context.html(ReviewQueuePage({ caller: callerIn(context), assets: deskAssets, queue }));
  });

  app.get('/desk/review/:id', async (context) => {
    return context.html(await reviewPage(context, given(), context.req.param('id')));
  });

  const next = () => '/desk/review';
  addListingForm(app, given, '/desk/review/:id/pass', { act: pass, next, again: reviewPage });
  addListingForm(app, given, '/desk/review/:id/return', { act: giveBack, next, again: reviewPage });
}
