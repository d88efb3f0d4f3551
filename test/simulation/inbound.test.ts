import { describe, expect, it } from 'vitest';
import type { InboundPorts } from '#shared/services/inbound/inbound-ports.ts';
import { seededRandom } from '#test/support/fixed-ambient.ts';
import { type Fault, faultsAt, NO_FAULTS, randomFaults } from './faults.ts';
import { type InboundOptions, simulateInbound } from './inbound.ts';

const SINGLE: readonly Fault[] = ['crash-before', 'crash-after', 'fail-before', 'fail-after', 'repeat'];
const WELL = { seed: 1, faults: NO_FAULTS, deliveries: 1 } as const satisfies InboundOptions;
const SEEDS = 300;

/** Complaints of a run with one fault at each of its calls. */
async function singleFaults(options: InboundOptions): Promise<readonly string[]> {
  const { calls } = await simulateInbound(options);
  const found: string[] = [];
  for (let call = 0; call < calls; call++) {
    for (const fault of SINGLE) {
      const { complaints } = await simulateInbound({ ...options, faults: faultsAt(new Map([[call, fault]])) });
      found.push(...complaints.map((complaint) => `${call} ${fault}: ${complaint}`));
    }
  }
  return found;
}

/** The number is bound by nobody: each sending is taken for a message of its own. */
function forgetful(ports: InboundPorts): InboundPorts {
  const { records } = ports;
  return { ...ports, records: { ...records, put: async () => 'written' } };
}

describe('pushed messages', () => {
  it('all arrive when nothing goes wrong', async () => {
    const report = await simulateInbound(WELL);

    expect(report.complaints, report.trace.join('\n')).toEqual([]);
    expect(report.calls).toBeGreaterThan(10);
  });

  it('survive every single fault at every await point', async () => {
    expect(await singleFaults(WELL)).toEqual([]);
  });

  it('survive every pair of crashes', async () => {
    const { calls } = await simulateInbound(WELL);

    for (let first = 0; first < calls; first++) {
      for (let second = first + 1; second < calls; second++) {
        const crashes = new Map<number, Fault>([
          [first, 'crash-after'],
          [second, 'crash-after'],
        ]);
        const { complaints, trace } = await simulateInbound({ ...WELL, faults: faultsAt(crashes) });
        expect(complaints, `${first} ${second}\n${trace.join('\n')}`).toEqual([]);
      }
    }
  });

  it(`survive ${SEEDS} random schedules of several deliveries at once`, async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const faults = randomFaults(seededRandom(seed));
      const report = await simulateInbound({ seed, faults, deliveries: 1 + (seed % 3) });
      expect(report.complaints, `seed ${seed}\n${report.trace.join('\n')}`).toEqual([]);
    }
  });

  it('would arrive twice, were their numbers not kept', async () => {
    const complaints = await singleFaults({ ...WELL, plant: forgetful });

    expect(complaints.join('\n')).toContain('5 documents');
  });
});
