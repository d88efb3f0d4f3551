import { keepsOut } from '#shared/domain/asset/lock.ts';
import { auditFindings } from '#shared/domain/events/audit.ts';
import type { LocalDate } from '#shared/domain/time.ts';
import { toAppError } from '#shared/errors/app-error.ts';
import { readAllLogs } from '#shared/services/audit/read-streams.ts';
import { readSealedDays } from '#shared/services/audit/sealed-days.ts';
import { listCards } from '#shared/services/events/cards.ts';
import type { EventPorts } from '#shared/services/events/event-ports.ts';
import { sha256 } from '#test/support/fixed-ambient.ts';
import { doSmall, type Offer, smallEffects } from '#test/support/small-listing.ts';
import { ASSETS } from './desk-script.ts';
import type { DeskSystem } from './desk-system.ts';
import { claimsIn, listingsIn, wrongNow } from './desk-watch.ts';

/** Once everything is quiet: logs whole, answers kept, cards new, nothing marked, nobody locked out by what is over. */
export async function checkDesk(system: DeskSystem): Promise<void> {
  const complain = (complaint: string) => void system.complaints.push(complaint);
  const ports = { records: system.stored, hash: sha256, clock: system.clock, effects: { listing: smallEffects } };
  for (const wrong of wrongNow(system.stored)) complain(wrong);
  await checkLogs(system, ports, complain);
  await checkCards(system, ports, complain);
  await checkNothingStaysLocked(system, ports, complain);
}

/** Logs whole and under seal, every command at most once, every answer kept, nothing marked. */
export async function checkLogs(
  system: DeskSystem,
  ports: Pick<EventPorts, 'records'>,
  complain: (what: string) => void,
): Promise<void> {
  const logs = await readAllLogs(ports);
  const findings = auditFindings(sha256, logs, await readSealedDays(ports));
  for (const { stream, sequence, day, fault } of findings) complain(`audit: ${stream} ${sequence} ${day} ${fault}`);
  const done = new Map<string, number>();
  for (const { stream, log } of logs) {
    for (const { command } of log) {
      const name = `${stream.id} ${command.id}`;
      done.set(name, (done.get(name) ?? 0) + 1);
    }
  }
  for (const [name, times] of done) if (times > 1) complain(`twice: ${name}`);
  for (const name of system.answered) if (!done.has(name)) complain(`lost: ${name}`);
  const marked = system.stored.items('LISTING#').filter((item) => item['dueAt'] !== undefined);
  for (const { pk, sk } of marked) complain(`marked: ${pk} ${sk}`);
}

async function checkCards({ stored }: DeskSystem, ports: EventPorts, complain: (what: string) => void) {
  const cards = new Map((await listCards(ports, 'listing', 'all')).map(({ id, version }) => [id, version]));
  for (const [id, { version }] of listingsIn(stored)) {
    if (cards.get(id) !== version) complain(`card: ${id} is at ${version}, its card at ${cards.get(id)}`);
  }
}

/** Everything unsold is withdrawn; then a newcomer may have whatever was not sold. */
async function checkNothingStaysLocked({ stored }: DeskSystem, ports: EventPorts, complain: (what: string) => void) {
  for (const [id, { state }] of listingsIn(stored)) {
    if (state !== 'sold' && state !== 'withdrawn') {
      await doSmall(ports, id, { id: 'end', body: 'end' }, { does: 'withdraw' });
    }
  }
  for (const assetId of ASSETS) {
    const period = { from: '2024-01-01' as LocalDate, until: '2040-12-31' as LocalDate };
    const offer: Offer = { items: [{ assetId, parts: null }], takes: 'use', ...period };
    const id = `newcomer-${assetId}`;
    await doSmall(ports, id, { id: 'draft', body: 'draft' }, { does: 'draft', offer });
    const submitted = doSmall(ports, id, { id: 'submit', body: 'submit' }, { does: 'submit' });
    const refusal = await submitted.then(() => undefined, toAppError);
    const holder = String(refusal?.details['listing']);
    const isSold = listingsIn(stored).get(holder)?.state === 'sold';
    if (refusal !== undefined && !isSold) complain(`locked for ever: ${assetId} by ${holder} (${refusal.code})`);
    const sold = claimsIn(stored, assetId).filter((claim) => claim.state === 'sold');
    const wanted = { holder: id, parts: null, takes: 'use', ...period, state: 'open' } as const;
    if (refusal === undefined && sold.some((claim) => keepsOut(claim, wanted))) complain(`sold and free: ${assetId}`);
  }
}
