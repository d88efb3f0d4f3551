import { type Caller, hasRole } from '../../domain/caller.ts';
import { actorOf, holdsOn } from '../../domain/people/reach.ts';
import {
  CLOSING_REASONS,
  type ClosingReason,
  type Reconciliation,
  type ReconciliationEvent,
} from '../../domain/reconciliation/events.ts';
import { toItemId } from '../../domain/reconciliation/item-id.ts';
import type { StatedTotals } from '../../domain/reconciliation/stated-totals.ts';
import { TOTALS_MEASURES } from '../../domain/reconciliation/totals-lines.ts';
import { beijingDate } from '../../domain/time.ts';
import { AppError } from '../../errors/app-error.ts';
import type { RequestFault } from '../../errors/problem.ts';
import type { Command, Commander, Committed } from '../events/aggregate.ts';
import { commit } from '../events/commit.ts';
import { evidenceIn } from './evidence.ts';
import { reconciliationAggregate } from './reconciliation-log.ts';
import type { ReconciliationPorts } from './reconciliation-ports.ts';
import { currentItem } from './view.ts';

/** What the office says when it closes an item. */
export interface CloseBody {
  readonly reason: ClosingReason;
  /** Asked for where the reason is another one. */
  readonly words: string;
  /** Number or address of a file that shows it; empty: none. */
  readonly evidence: string;
  /** Hash of what the person saw. */
  readonly hash: string;
}

/** Statistics a platform gave on paper or in a file. */
export interface EnterBody {
  readonly platform: string;
  readonly totals: StatedTotals;
  readonly basis: 'platform' | 'official';
  /** Number or address of the paper or file. */
  readonly evidence: string;
}

const LONGEST_WORDS = 2_000;

function refuse(errors: readonly RequestFault[]): void {
  if (errors.length > 0) throw new AppError('FORM.INVALID', 'the form has faults', { details: { errors } });
}

function officeFor(ports: ReconciliationPorts, caller: Caller): Commander {
  const today = beijingDate(ports.clock.now());
  const assignment = caller.assignments?.find((each) => each.role === 'office' && holdsOn(each, today));
  if (assignment === undefined || !hasRole(caller, 'office')) {
    throw new AppError('ACCESS.DENIED', 'only the office reconciles', { details: { roles: ['office'] } });
  }
  return { caller, actor: actorOf(caller, assignment) };
}

function checkClosing({ reason, words }: CloseBody): void {
  const errors: RequestFault[] = [];
  if (!CLOSING_REASONS.includes(reason)) errors.push({ pointer: '/reason', detail: '请选择了结原因' });
  if (reason === 'other' && words.trim() === '') errors.push({ pointer: '/words', detail: '选择“其他”的,请写明原因' });
  if (words.length > LONGEST_WORDS) errors.push({ pointer: '/words', detail: `最多 ${LONGEST_WORDS} 个字` });
  refuse(errors);
}

/**
 * Closes an item with a reason (了结): exactly what the person saw, so that it reopens by itself when other numbers stand there.
 *
 * @throws AppError `ACCESS.DENIED`, `FORM.INVALID`, `RESOURCE.NOT_FOUND`, `RECONCILIATION.CHANGED` when other numbers or no
 *   difference stand there by now, `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`
 */
export async function closeItem(
  caller: Caller,
  ports: ReconciliationPorts,
  id: string,
  command: Command,
  body: CloseBody,
): Promise<Committed<Reconciliation>> {
  const commander = officeFor(ports, caller);
  checkClosing(body);
  const fileId = body.evidence.trim() === '' ? null : await evidenceIn(caller, ports, body.evidence, '/evidence');
  return commit(ports, reconciliationAggregate, id, commander, command, async (): Promise<ReconciliationEvent> => {
    const { item } = await currentItem(caller, ports, id);
    if (item.differences === 0 || item.hash !== body.hash) {
      throw new AppError('RECONCILIATION.CHANGED', 'other numbers stand there by now', { details: { id } });
    }
    const { reason, hash } = body;
    return { type: 'closed', data: { reason, words: body.words.trim(), fileId, hash } };
  });
}

function checkEntered(ports: ReconciliationPorts, { platform, totals }: EnterBody): void {
  const errors: RequestFault[] = [];
  if (!ports.platforms.some(({ id }) => id === platform)) errors.push({ pointer: '/platform', detail: '请选择平台' });
  if (totals.to < totals.from) errors.push({ pointer: '/to', detail: '结束日期不应早于开始日期' });
  if (TOTALS_MEASURES.every((measure) => totals[measure] === undefined)) {
    errors.push({ pointer: '/published', detail: '请至少填写一项数字' });
  }
  refuse(errors);
}

/**
 * Enters statistics a platform gave on paper or in a file (录入平台数字), or corrects those entered for the same period.
 *
 * @throws AppError `ACCESS.DENIED`, `FORM.INVALID`, `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`
 */
export async function enterTotals(
  caller: Caller,
  ports: ReconciliationPorts,
  command: Command,
  body: EnterBody,
): Promise<Committed<Reconciliation>> {
  const commander = officeFor(ports, caller);
  checkEntered(ports, body);
  const fileId = await evidenceIn(caller, ports, body.evidence, '/evidence');
  const { platform, basis } = body;
  const totals: StatedTotals = { ...body.totals, scope: null };
  const { from, to } = totals;
  const id = toItemId({ kind: 'paper', platform, from, to, scope: null });
  return commit(
    ports,
    reconciliationAggregate,
    id,
    commander,
    command,
    (): ReconciliationEvent => ({
      type: 'entered',
      data: { totals, basis, fileId },
    }),
  );
}
