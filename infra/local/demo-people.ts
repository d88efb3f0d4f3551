import { type HostAddress, sendJson } from '#infra/cli/host-client.ts';
import { DEMO_ACCOUNTS } from '#infra/demo/people.ts';

/**
 * Gives the demo's people their roles, through the operator's own route; asked again, nothing changes.
 * @returns false when the host began to stop before all had theirs
 */
export async function grantDemoPeople(host: HostAddress, stopping: AbortSignal): Promise<boolean> {
  try {
    for (const { id, appointments } of DEMO_ACCOUNTS) {
      for (const [index, appointment] of appointments.entries()) {
        await sendJson(host, `/v1/people/${id}/assignments`, { ...appointment }, `demo-${id}-${index + 1}`);
      }
    }
    return true;
  } catch (thrown) {
    if (stopping.aborted) return false;
    throw thrown;
  }
}
