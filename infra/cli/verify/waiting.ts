import type { QuarantineView } from '#shared/services/quarantine/read-quarantine.ts';
import type { DocumentTransition } from '#shared/services/replay/replay-report.ts';
import { type HostAddress, readJson } from '../host-client.ts';

/** Documents that wait for a person, the newest twenty of each cause. */
export async function readWaiting(host: HostAddress): Promise<readonly string[]> {
  const { groups } = (await readJson(host, '/v1/quarantine')) as QuarantineView;
  return [...new Set(groups.flatMap(({ documentIds }) => documentIds))].sort();
}

/** Documents that wait although today's mappings read them otherwise: a replay is due. */
export function compareWaiting(documents: readonly DocumentTransition[]): readonly string[] {
  const mended = documents.filter(
    ({ before, after, complaintsBefore, complaintsAfter }) => before !== after || complaintsBefore !== complaintsAfter,
  );
  return mended.map(({ documentId }) => `文件 ${documentId}: 今天的映射读出来已不同,请重新映射`);
}
