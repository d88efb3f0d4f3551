import { beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_CHAINS } from '#shared/domain/approval/default-chains.ts';
import { feeBook } from '#shared/domain/fees/book.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import type { SettingName } from '#shared/domain/settings/values.ts';
import type { AppError } from '#shared/errors/app-error.ts';
import { changeSettings } from '#shared/services/desk/settings/change-settings.ts';
import { readSettings, settingsHistory } from '#shared/services/desk/settings/read-settings.ts';
import { type SettingsPorts, saveSettings } from '#shared/services/desk/settings/save-settings.ts';
import { aListingDesk, type ListingDesk, PEOPLE } from '#test/support/desk.ts';

const ROUNDS = {
  failedRoundsBeforeAgreement: 3,
  suggestedCutPpm: 50_000,
  agreementPublicityWorkingDays: 7,
  confirmed: true,
};

let desk: ListingDesk;
let ports: SettingsPorts;

beforeEach(async () => {
  desk = await aListingDesk();
  ports = { ...desk.ports, fees: feeBook([]) };
});

function save(name: SettingName, value: JsonValue, expected?: number, caller = PEOPLE.office) {
  return saveSettings(ports, caller, desk.command(null, expected), { name, value, reason: '会议决定' });
}

async function refused(attempt: Promise<unknown>): Promise<AppError> {
  return attempt.then(
    () => {
      throw new Error('it was saved');
    },
    (error: AppError) => error,
  );
}

describe('a setting', () => {
  it('is what was shipped until somebody saves it', async () => {
    expect(await readSettings(ports, 'chains')).toEqual({ version: 0, value: DEFAULT_CHAINS, saved: null });
  });

  it('has a new version each time, with who, when and why, and keeps the old ones', async () => {
    await save('rounds', ROUNDS);
    await save('rounds', { ...ROUNDS, failedRoundsBeforeAgreement: 4 });

    const history = await settingsHistory(ports, 'rounds');

    expect(history.map(({ version, value }) => [version, value.failedRoundsBeforeAgreement])).toEqual([
      [2, 4],
      [1, 3],
      [0, 2],
    ]);
    expect(history[0]?.saved).toMatchObject({ by: { id: 'office-1', role: 'office' }, reason: '会议决定' });
    expect((await readSettings(ports, 'rounds', 1)).value).toEqual(ROUNDS);
    expect((await refused(readSettings(ports, 'rounds', 9))).code).toBe('RESOURCE.NOT_FOUND');
  });

  it('is saved by the office alone', async () => {
    const others = [PEOPLE.auditor, PEOPLE.clerk, PEOPLE.township, PEOPLE.bureau, PEOPLE.operator];

    const codes = await Promise.all(
      others.map(async (caller) => (await refused(save('rounds', ROUNDS, 0, caller))).code),
    );

    expect(new Set(codes)).toEqual(new Set(['ACCESS.DENIED']));
    expect((await readSettings(ports, 'rounds')).version).toBe(0);
  });

  it('is refused when the person saw an older version', async () => {
    await save('rounds', ROUNDS, 0);

    expect((await refused(save('rounds', ROUNDS, 0))).code).toBe('COMMAND.CONFLICT');
  });

  it('is changed in part over the newest version, once for a command however often it comes', async () => {
    const command = desk.command();
    const twice = () =>
      changeSettings(ports, PEOPLE.office, command, {
        name: 'rounds',
        reason: '再加一次',
        change: (policy) => ({ ...policy, failedRoundsBeforeAgreement: policy.failedRoundsBeforeAgreement + 1 }),
      });

    await twice();
    const again = await twice();

    expect(again).toMatchObject({ version: 1, repeated: true });
    expect((await readSettings(ports, 'rounds')).value.failedRoundsBeforeAgreement).toBe(3);
  });
});

describe('what is wrong with a setting', () => {
  it.each<[SettingName, JsonValue, readonly string[]]>([
    ['rounds', { ...ROUNDS, suggestedCutPpm: 1_000_001 }, ['/suggestedCutPpm']],
    ['chains', [], ['']],
    ['chains', [{ ownerKind: 'nobody', steps: {}, confirmed: 'yes' }], ['/0/ownerKind', '/0/steps', '/0/confirmed']],
    [
      'rules',
      [{ rule: 'zj-17', decision: 'changed', value: 0.6667, reason: 'x', source: 'x', from: '2026-01-01' }],
      ['/0/value/n', '/0/value/d', '/0/value'],
    ],
    [
      'rules',
      [{ rule: 'none', decision: 'confirmed', reason: 'x', source: 'x', from: '2026-02-30' }],
      ['/0/rule', '/0/from'],
    ],
    [
      'admissions',
      [{ platform: 'nowhere', assetClasses: [], categories: [], from: '2026-01-01', basis: 'x' }],
      ['/0/platform'],
    ],
  ])('of %s is told place by place', async (name, value, places) => {
    const error = await refused(save(name, value));

    expect(error.code).toBe('FORM.INVALID');
    const errors = error.details['errors'] as readonly { readonly pointer: string }[];
    expect(errors.map(({ pointer }) => pointer)).toEqual(places);
  });
});
