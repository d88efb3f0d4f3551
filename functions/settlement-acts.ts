import type { Caller } from '#shared/domain/caller.ts';
import type { Settlement } from '#shared/domain/settlement/settlement.ts';
import type { Command, Committed } from '#shared/services/events/aggregate.ts';
import { correctMilestone, recordMilestone, stateTerm } from '#shared/services/settlement/record-milestone.ts';
import { correctSale, nameOwner, recordDefault, recordSale } from '#shared/services/settlement/record-sale.ts';
import type { PartyPorts } from '#shared/services/settlement/sealed-party.ts';
import type { SettlementPorts } from '#shared/services/settlement/settlement-ports.ts';
import { keepWinner } from '#shared/services/settlement/winner.ts';
import { filesIn } from '#web/pages/desk/files/files-in.ts';
import { type FormReader, refuseFaults } from '#web/pages/desk/form-text.ts';
import { milestoneIn, partyIn, saleIn, termIn } from '#web/pages/desk/settlement/read-acts.ts';
import type { SettlementAct } from '#web/pages/desk/settlement/words.ts';

type Ports = SettlementPorts & PartyPorts;
type Given = readonly [caller: Caller, ports: Ports, lotId: string, command: Command];
type Carry = (given: Given, form: FormReader) => Promise<Committed<Settlement>>;

const LONGEST_REASON = 1000;

/** The words of a reason; that there must be some the services say. */
function reasonIn(form: FormReader): string {
  return form.text('reason', { most: LONGEST_REASON }) ?? '';
}

/** What each form does. */
export const CARRY_SETTLEMENT: Readonly<Record<SettlementAct, Carry>> = {
  milestone: (given, form) => recordMilestone(...given, milestoneIn(form)),
  correction: (given, form) => correctMilestone(...given, { reason: reasonIn(form), ...milestoneIn(form) }),
  sale: (given, form) => recordSale(...given, saleIn(form)),
  'sale-correction': (given, form) => correctSale(...given, { reason: reasonIn(form), ...saleIn(form) }),
  term: (given, form) => stateTerm(...given, termIn(form)),
  winner: (given, form) => keepWinner(...given, partyIn(form)),
  default: (given, form) => {
    const [on, reason] = [form.day('on'), reasonIn(form)];
    if (on === null) form.fault('on', '请填写日期');
    refuseFaults(form.errors);
    if (on === null) throw new TypeError('what is missing was refused');
    return recordDefault(...given, { on, reason, document: filesIn(form.values, 'document')[0] ?? '' });
  },
  owner: (given, form) => nameOwner(...given, { ownerId: form.text('ownerId') ?? '' }),
};
