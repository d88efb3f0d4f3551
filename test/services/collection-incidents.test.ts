import { describe, expect, it } from 'vitest';
import { addMs } from '#shared/domain/time.ts';
import {
  type IncidentReport,
  isRecent,
  readIncidents,
  recordIncident,
  solveIncidents,
} from '#shared/services/collection/incidents.ts';
import { START, steppedClock } from '#test/support/fixed-ambient.ts';
import { memoryItemStore } from '#test/support/memory-item-store.ts';

const PLATFORM = 'some-platform';
const DAY_MS = 86_400_000;

function report(of: Partial<IncidentReport> = {}): IncidentReport {
  const document = 'some-platform.list.20240506T020000000Z-abc';
  return { platform: PLATFORM, code: 'DOCUMENT.DRIFT', place: 'list:sale', excerpt: 'x', document, ...of };
}

function aPlace() {
  const ports = { records: memoryItemStore(), clock: steppedClock() };
  const read = () => readIncidents(ports.records, PLATFORM);
  return { ports, read };
}

describe('incidents', () => {
  it('are one line however often the same comes at the same place, with its first and last time', async () => {
    const { ports, read } = aPlace();
    for (let times = 0; times < 500; times++) {
      await recordIncident(ports, report({ document: `document-${times}`, excerpt: `answer ${times}` }));
      ports.clock.advance(1_000);
    }

    const [incident, ...others] = await read();

    expect(others).toEqual([]);
    expect(incident).toMatchObject({ count: 500, firstAt: START, lastAt: addMs(START, 499_000), solvedAt: null });
    expect(incident).toMatchObject({ document: 'document-0', excerpt: 'answer 499' });
  });

  it('count right when many are recorded at once', async () => {
    const { ports, read } = aPlace();

    await Promise.all(Array.from({ length: 5 }, () => recordIncident(ports, report())));

    expect((await read())[0]?.count).toBe(5);
  });

  it('stand apart by code, by place and by platform', async () => {
    const { ports, read } = aPlace();
    await recordIncident(ports, report());
    await recordIncident(ports, report({ code: 'PLATFORM.UNAVAILABLE' }));
    await recordIncident(ports, report({ place: 'list:lease' }));
    await recordIncident(ports, report({ platform: 'other' }));

    expect((await read()).map(({ count }) => count)).toEqual([1, 1, 1]);
  });

  it('are solved by a success at their place alone, whatever their code', async () => {
    const { ports, read } = aPlace();
    await recordIncident(ports, report());
    await recordIncident(ports, report({ code: 'PLATFORM.UNAVAILABLE' }));
    await recordIncident(ports, report({ place: 'lot:bidding' }));
    ports.clock.advance(60_000);

    await solveIncidents(ports, PLATFORM, 'list:sale');

    expect((await read()).map(({ place, solvedAt }) => [place, solvedAt])).toEqual([
      ['lot:bidding', null],
      ['list:sale', addMs(START, 60_000)],
      ['list:sale', addMs(START, 60_000)],
    ]);
  });

  it('begin again at one when they come back after they were solved', async () => {
    const { ports, read } = aPlace();
    await recordIncident(ports, report());
    await recordIncident(ports, report());
    await solveIncidents(ports, PLATFORM, 'list:sale');
    ports.clock.advance(DAY_MS);

    await recordIncident(ports, report({ document: 'another', excerpt: null }));

    const at = addMs(START, DAY_MS);
    const again = { count: 1, firstAt: at, lastAt: at, solvedAt: null, document: 'another', excerpt: null };
    expect(await read()).toMatchObject([again]);
    expect(ports.records.items('INCIDENT#')[0]).not.toHaveProperty('ttl');
  });

  it('are shown for seven days after they were solved, and left to the store to forget then', async () => {
    const { ports, read } = aPlace();
    await recordIncident(ports, report());
    await solveIncidents(ports, PLATFORM, 'list:sale');
    const [solved] = await read();
    if (solved === undefined) return expect.unreachable();

    expect(isRecent(solved, addMs(START, 7 * DAY_MS - 1))).toBe(true);
    expect(isRecent(solved, addMs(START, 7 * DAY_MS))).toBe(false);
    expect(ports.records.items('INCIDENT#')[0]?.['ttl']).toBe(Date.parse(addMs(START, 7 * DAY_MS)) / 1000);
  });

  it('keep at most 300 characters of what came, without numbers that could be a person’s', async () => {
    const { ports, read } = aPlace();
    const came = `看样电话 138 0000-0000 或 １３９０００００００１,身份证 33050219900101123X,起拍价 120,000 元 ${'长'.repeat(400)}`;

    await recordIncident(ports, report({ excerpt: came }));

    const excerpt = (await read())[0]?.excerpt ?? '';
    expect(excerpt).toHaveLength(300);
    expect(excerpt).toContain('起拍价 120,000 元');
    expect(excerpt).not.toMatch(/\d{4}/);
    expect(excerpt).toContain('身份证 ******************,');
  });
});
