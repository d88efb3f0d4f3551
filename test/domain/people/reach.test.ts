import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Caller } from '#shared/domain/caller.ts';
import { HOME_DISTRICT } from '#shared/domain/divisions.ts';
import {
  actorOf,
  mayAct,
  mayActForPlatform,
  maySee,
  partitionOf,
  visiblePartitions,
} from '#shared/domain/people/reach.ts';
import { type Assignment, type Bureau, PERSON_ROLES, type PersonRole } from '#shared/domain/people/role.ts';
import type { LocalDate } from '#shared/domain/time.ts';

const TODAY = '2026-11-25' as LocalDate;
const VILLAGE = { id: 'village', kind: 'collective', division: '330502100237' } as const;
const UNIT = { id: 'unit', kind: 'state', division: '330502100' } as const;

function holding(role: PersonRole, scope: string, bureau: Bureau | null = null, until: string | null = null): Caller {
  const from = '2026-01-01' as LocalDate;
  const assignment: Assignment = { id: 'a', role, scope, onBehalf: false, bureau, from, until: until as LocalDate };
  return { id: 'p', name: '张三', roles: [role], assignments: [assignment] };
}

describe('what an assignment reaches', () => {
  it.each<[string, Caller, boolean, boolean]>([
    ['the clerk of the village', holding('village-clerk', '330502100237'), true, false],
    ['the clerk of another village', holding('village-clerk', '330502100238'), false, false],
    ['the accountant of the township', holding('village-clerk', '330502100'), true, false],
    ['the accountant of another township', holding('village-clerk', '330502101'), false, false],
    ['the clerk of the unit', holding('owner-clerk', 'unit'), false, true],
    ['the clerk of another unit', holding('owner-clerk', 'unit-2'), false, false],
    ['the township reviewer', holding('township-reviewer', '330502100'), true, false],
    ['the reviewer of another township', holding('township-reviewer', '330502101'), false, false],
    ['the bureau of agriculture', holding('bureau-reviewer', '330502', 'agriculture'), true, false],
    ['the bureau of state assets', holding('bureau-reviewer', '330502', 'state-assets'), false, true],
    ['the office', holding('office', '330502'), true, true],
    ['the auditor', holding('auditor', '330502'), true, true],
    ['the auditor of another township', holding('auditor', '330502101'), false, false],
    ['a platform operator', holding('platform-operator', 'village'), false, false],
    ['somebody without a role', { id: 'p', name: '张三', roles: [], assignments: [] }, false, false],
    ['the public', { id: 'public', roles: ['public'] }, false, false],
    ["the operator's program", { id: 'o', roles: ['operator'] }, true, true],
  ])('%s', (_, caller, village, unit) => {
    expect([maySee(caller, VILLAGE), maySee(caller, UNIT)]).toEqual([village, unit]);
  });

  it('begins with its first day and ends with its last', () => {
    const caller = holding('village-clerk', '330502100237', null, '2026-11-25');
    const on = (day: string) => mayAct(caller, 'village-clerk', VILLAGE, day as LocalDate) !== undefined;

    expect(['2025-12-31', '2026-01-01', '2026-11-25', '2026-11-26'].map(on)).toEqual([false, true, true, false]);
  });

  it('for a platform is the work for that platform alone', () => {
    const caller = holding('platform-operator', 'east');

    expect(mayActForPlatform(caller, 'east', TODAY)?.scope).toBe('east');
    expect(mayActForPlatform(caller, 'west', TODAY)).toBeUndefined();
    expect(visiblePartitions(caller)).toContain('330502100');
  });

  it('is named in what somebody does', () => {
    const caller = holding('village-clerk', '330502100237');
    const assignment = mayAct(caller, 'village-clerk', VILLAGE, TODAY);

    expect(assignment && actorOf(caller, assignment)).toEqual({
      id: 'p',
      name: '张三',
      role: 'village-clerk',
      scope: '330502100237',
      onBehalf: false,
    });
  });
});

describe('the laws of reach', () => {
  const divisions = fc.constantFrom(
    '330502',
    ...HOME_DISTRICT.townships.slice(0, 6).flatMap(({ code }) => [code, `${code}201`, `${code}202`]),
  );
  const owners = fc.record({
    id: fc.constantFrom('a', 'b'),
    kind: fc.constantFrom('collective' as const, 'state' as const),
    division: divisions,
  });
  const callers = fc
    .tuple(
      fc.constantFrom(...PERSON_ROLES),
      divisions,
      fc.constantFrom('a', 'b'),
      fc.constantFrom('agriculture' as const, 'state-assets' as const),
    )
    .map(([role, division, id, bureau]) => {
      return holding(role, role === 'owner-clerk' ? id : division, role === 'bureau-reviewer' ? bureau : null);
    });

  it('what may be seen lies in a partition that is read', () => {
    fc.assert(
      fc.property(callers, owners, (caller, owner) => {
        fc.pre(maySee(caller, owner));
        expect(visiblePartitions(caller)).toContain(partitionOf(owner));
      }),
    );
  });

  it('who may act may see, and an auditor never acts', () => {
    fc.assert(
      fc.property(callers, owners, fc.constantFrom(...PERSON_ROLES), (caller, owner, role) => {
        const acts = mayAct(caller, role, owner, TODAY) !== undefined;
        expect(acts && !maySee(caller, owner)).toBe(false);
        expect(acts && (role === 'auditor' || !caller.roles.includes(role))).toBe(false);
      }),
    );
  });
});
