import type { Caller } from '../../domain/caller.ts';
import type { Contract, Ending } from '../../domain/contract/contract.ts';
import { beijingDate, type LocalDate } from '../../domain/time.ts';
import type { Command, Committed } from '../events/aggregate.ts';
import type { EventPorts } from '../events/event-ports.ts';
import { refuseField, requireWords } from '../settlement/requirements.ts';
import { changeContract, wrongContractState } from './change-contract.ts';

/** How a contract ended. */
export interface EndBody {
  readonly how: Ending;
  readonly on: LocalDate;
  readonly reason: string;
}

/**
 * Ends a contract (合同终止): its term is over, it was broken off, or another follows it.
 *
 * @throws AppError `RESOURCE.NOT_FOUND`, `ACCESS.DENIED`, `SETTLEMENT.STATE` where it has ended, `FORM.INVALID`,
 * `COMMAND.CONFLICT`
 */
export function endContract(
  caller: Caller,
  ports: EventPorts,
  id: string,
  command: Command,
  { how, on, reason }: EndBody,
): Promise<Committed<Contract>> {
  return changeContract(caller, ports, id, command, {
    type: 'ended',
    event: ({ ended, terms }) => {
      if (ended !== null) throw wrongContractState('合同已终止');
      if (on < terms.startsOn) refuseField('on', '早于合同起始日');
      if (on > beijingDate(ports.clock.now())) refuseField('on', '日期还没有到');
      if (how === 'expired' && on < terms.endsOn) refuseField('how', '合同还没有到期,提前结束的请选提前解除');
      return { type: 'ended', data: { how, on, reason: requireWords('reason', reason, '请写明原因') } };
    },
  });
}
