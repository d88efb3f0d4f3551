import type { Caller } from '../../domain/caller.ts';
import { MILESTONE_NAMES, type Milestone } from '../../domain/settlement/milestone.ts';
import { anchorOf } from '../../domain/settlement/outcome.ts';
import type { RecordedMilestone, Settlement } from '../../domain/settlement/settlement.ts';
import { LONGEST_TERM, type StatedTerm } from '../../domain/settlement/stated-term.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import { changeSettlement, type Deciding, wrongSettlementState } from './change-settlement.ts';
import { refuseField, requireAfterSale, requireDocument, requireSold, requireWords } from './requirements.ts';
import type { SettlementPorts } from './settlement-ports.ts';

type Ports = Omit<SettlementPorts, 'platforms' | 'lots'>;

function entriesOf({ settlement }: Deciding, milestone: Milestone) {
  return settlement.milestones[milestone] ?? [];
}

async function checked(
  caller: Caller,
  ports: Ports,
  deciding: Deciding,
  { milestone, on, document, note }: RecordedMilestone,
) {
  const soldAt = requireSold(deciding);
  // The day a publicity ends is announced when it begins.
  requireAfterSale('on', on, soldAt, milestone === 'publicityEndsAt' ? null : deciding.at);
  await requireDocument(caller, ports, deciding.known, document);
  const words = note === null || note.trim() === '' ? null : requireWords('note', note, '');
  return { anchor: anchorOf(deciding.known.card, soldAt), value: { milestone, on, document, note: words } };
}

/**
 * Records that a milestone was reached (登记节点), with the paper that shows it. What the platform says of it stays beside it
 * and counts.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `SETTLEMENT.STATE` unless the lot is sold and nobody recorded it
 * yet, `SETTLEMENT.OWNER_UNKNOWN`, `FORM.INVALID`, `FILE.NOT_READY`, `FILE.REFUSED`, `COMMAND.CONFLICT`
 */
export function recordMilestone(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: RecordedMilestone,
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'recorded',
    event: async (deciding) => {
      const { anchor, value } = await checked(caller, ports, deciding, body);
      if (entriesOf(deciding, body.milestone).length > 0) {
        throw wrongSettlementState(`${MILESTONE_NAMES[body.milestone]}已登记,有误请更正`);
      }
      return { type: 'recorded', data: { ...value, anchor } };
    },
  });
}

/**
 * Puts another entry in the place of one that was wrong (更正); the older one stays in sight.
 * @throws AppError as `recordMilestone`; `SETTLEMENT.STATE` where nobody recorded it
 */
export function correctMilestone(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: RecordedMilestone & { readonly reason: string },
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'corrected',
    event: async (deciding) => {
      const reason = requireWords('reason', body.reason, '请写明更正的原因');
      const { value } = await checked(caller, ports, deciding, body);
      if (entriesOf(deciding, body.milestone).length === 0) throw wrongSettlementState('还没有登记过,无从更正');
      return { type: 'corrected', data: { ...value, reason } };
    },
  });
}

/**
 * States a term agreed for this lot (约定期限), which goes before the rules; stated again, the later one holds.
 * @throws AppError as `recordMilestone`
 */
export function stateTerm(
  caller: Caller,
  ports: Ports,
  lotId: string,
  command: Command,
  body: StatedTerm,
): Promise<Committed<Settlement>> {
  return changeSettlement(caller, ports, lotId, command, {
    type: 'term-stated',
    event: async ({ known }) => {
      const { milestone, from, value } = body;
      if (!Number.isSafeInteger(value) || value < 1 || value > LONGEST_TERM) {
        refuseField('value', `请填写 1 至 ${LONGEST_TERM} 的整数`);
      }
      if (from === milestone) refuseField('from', '不能从它自己起算');
      const source = requireWords('source', body.source, '请写明约定在哪份文件、第几条');
      await requireDocument(caller, ports, known, body.document);
      return { type: 'term-stated', data: { ...body, source } };
    },
  });
}
