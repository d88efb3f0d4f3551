import type { ApprovalChain, ChainStep, StepActor } from '../approval/chain.ts';
import { checkChains } from '../approval/check-chains.ts';
import { PAPER_KINDS } from '../listing/terms.ts';
import { fen } from '../money.ts';
import { BUREAUS } from '../people/role.ts';
import { type DataReader, MOST_FEN } from './parse.ts';

const ACTOR_KINDS = ['owner', 'township', 'bureau', 'office'] as const;

function readActor(data: DataReader): StepActor {
  const kind = data.at('kind').oneOf(ACTOR_KINDS);
  return kind === 'bureau' ? { kind, bureau: data.at('bureau').oneOf(BUREAUS) } : { kind };
}

function readStep(data: DataReader): ChainStep {
  const limit = data.at('fromFen').wholeOrNull(0, MOST_FEN);
  return {
    id: data.at('id').text(40),
    name: data.at('name').text(40),
    actor: readActor(data.at('actor')),
    papers: data.at('papers').each((paper) => paper.oneOf(PAPER_KINDS)),
    fromFen: limit === null ? null : fen(limit),
    workingDays: data.at('workingDays').wholeOrNull(1, 250),
  };
}

/** Reads approval chains; see `checkChains` for what they have to keep. */
export function readChains(data: DataReader): readonly ApprovalChain[] {
  const chains = data.each((chain) => ({
    ownerKind: chain.at('ownerKind').oneOf(['collective', 'state'] as const),
    steps: chain.at('steps').each(readStep),
    confirmed: chain.at('confirmed').flag(),
  }));
  if (data.faults.length === 0) data.add(checkChains(chains));
  return chains;
}
