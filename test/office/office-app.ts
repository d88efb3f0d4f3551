import { createOffice } from '#functions/office.ts';
import { systemCaller } from '#shared/domain/caller.ts';
import { parseReplayRequested } from '#shared/messages/replay-requested.ts';
import type { AuctionPlatform, QuarantinedRow } from '#shared/ports/auction-platform.ts';
import { replayDocuments } from '#shared/services/replay/replay-documents.ts';
import { repairedPlatform } from '#test/simulation/virtual-platform.ts';
import { aDesk, aLot, aPage } from '#test/support/builders.ts';
import { countingIds, sha256 } from '#test/support/fixed-ambient.ts';
import { memoryQueue } from '#test/support/memory-queue.ts';
import { OPERATOR_EVENT, PUBLIC_EVENT, signedIn } from '#test/support/sign-in.ts';

/** Headers with which a browser sends a form of the page it shows. */
export const SAME_SITE = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' };

/**
 * The office over memory, beside the desk that documents come in at. The desk maps with the adapter's first version, the
 * office with the one given.
 */
export function anOffice(platform: AuctionPlatform = repairedPlatform) {
  const desk = aDesk();
  const replays = memoryQueue();
  const { records, documents, changes, clock } = desk;
  const ports = {
    records,
    documents,
    replays,
    hash: sha256,
    clock,
    ids: countingIds('replay-'),
    platforms: [platform],
  };
  const app = createOffice(() => ports);
  let office: Promise<string> | undefined;
  /** As whoever the cookie says; without one, pages as somebody of the office, and machine routes as the operator. */
  const request = async (path: string, init: RequestInit = {}, cookie?: string): Promise<Response> => {
    const isMachine = path.startsWith('/v1/') && cookie === undefined;
    office ??= signedIn(ports, 'office-1', 'office');
    const headers = { ...Object.fromEntries(new Headers(init.headers)), cookie: cookie ?? (await office) };
    const event = isMachine ? OPERATOR_EVENT : PUBLIC_EVENT;
    return app.request(`http://localhost${path}`, { ...init, headers }, { event });
  };
  const submit = (fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = SAME_SITE) =>
    request('/office/replays', { method: 'POST', headers, body: new URLSearchParams(fields).toString() });
  const sendJson = (path: string, body: unknown) =>
    request(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  /** Lets the replays that were asked for run. */
  const runReplays = async () => {
    for (const { body } of replays.sent) {
      const message = parseReplayRequested(body);
      await replayDocuments(systemCaller('replay'), { ...ports, changes }, message);
    }
  };
  return { ...desk, ports, app, replays, request, submit, sendJson, runReplays };
}

const BAD_STATUS: QuarantinedRow = { path: '/first/says/lots/0/status', reason: 'unknown status word "ended"' };

/** An office where a document waits that the first version of the mapping complains of and the repaired one reads. */
export async function anOfficeWithComplaint(complaint: QuarantinedRow = BAD_STATUS) {
  const office = anOffice();
  const misread = aPage({ lots: [aLot({}, 'bidding')], quarantined: [complaint] });
  const content = { ...aPage({ lots: [aLot({ title: '<script>厂房</script>' }, 'ended')] }), first: misread };
  const documentId = await office.bring(content, 1);
  await office.map(documentId);
  return { ...office, documentId };
}
