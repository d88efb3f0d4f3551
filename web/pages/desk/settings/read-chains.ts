import type { ApprovalChain, ChainStep, StepActor } from '#shared/domain/approval/chain.ts';
import { PAPER_KINDS } from '#shared/domain/listing/terms.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';
import { ACTOR_OPTIONS, type ActorWord } from './words.ts';

/** Empty steps offered under each chain. */
export const SPARE_STEPS = 2;
const MOST_STEPS = 30;
const ACTOR_WORDS = ACTOR_OPTIONS.map(([word]) => word);

function actorOf(word: ActorWord): StepActor {
  return word === 'agriculture' || word === 'state-assets' ? { kind: 'bureau', bureau: word } : { kind: word };
}

function newId(taken: readonly string[]): string {
  const numbers = taken.map((id) => Number(/^step-(\d+)$/.exec(id)?.[1] ?? 0));
  return `step-${Math.max(0, ...numbers) + 1}`;
}

/** The steps of one chain in the order their numbers say; those whose name was cleared are gone. */
function stepsOf(form: FormReader, at: string): readonly ChainStep[] {
  const steps: { readonly order: number; readonly step: ChainStep }[] = [];
  const ids = Array.from({ length: MOST_STEPS }, (_, index) => form.text(`${at}.${index}.id`) ?? '');
  for (const [index, known] of ids.entries()) {
    const name = form.text(`${at}.${index}.name`, { most: 40 });
    if (name === null) continue;
    const word = form.choice(`${at}.${index}.actor`, ACTOR_WORDS);
    if (word === null) form.fault(`${at}.${index}.actor`, `请选择“${name}”由谁办理`);
    const id = known === '' ? newId([...ids, ...steps.map(({ step }) => step.id)]) : known;
    const papers = form.list(`${at}.${index}.papers`);
    steps.push({
      order: form.whole(`${at}.${index}.order`, 1, 99) ?? index + 1,
      step: {
        id,
        name,
        actor: actorOf(word ?? 'office'),
        papers: PAPER_KINDS.filter((kind) => papers.includes(kind)),
        fromFen: form.yuan(`${at}.${index}.fromFen`),
        workingDays: form.whole(`${at}.${index}.workingDays`, 1, 250),
      },
    });
  }
  return steps.toSorted((a, b) => a.order - b.order).map(({ step }) => step);
}

/**
 * Reads the chains' form over the chains it was made of.
 * @throws AppError `FORM.INVALID`
 */
export function readChainsForm(values: FormValues, shown: readonly ApprovalChain[]): readonly ApprovalChain[] {
  const form = formReader(values);
  const chains = shown.map(({ ownerKind }, index) => ({
    ownerKind,
    steps: stepsOf(form, `${index}.steps`),
    confirmed: form.isChecked(`${index}.confirmed`),
  }));
  refuseFaults(form.errors);
  return chains;
}
