import { type Caller, hasRole } from '../../../domain/caller.ts';
import { type FeeBook, feeBook } from '../../../domain/fees/book.ts';
import type { FeeSchedule } from '../../../domain/fees/schedule.ts';
import type { JsonValue } from '../../../domain/json.ts';
import { actorOf, holdsOn } from '../../../domain/people/reach.ts';
import { SETTINGS } from '../../../domain/settings/definitions.ts';
import { dataReader } from '../../../domain/settings/parse.ts';
import type { SettingName } from '../../../domain/settings/values.ts';
import { beijingDate } from '../../../domain/time.ts';
import { AppError } from '../../../errors/app-error.ts';
import type { RequestFault } from '../../../errors/problem.ts';
import type { PlatformManifest } from '../../../ports/auction-platform.ts';
import type { Command, Commander } from '../../events/aggregate.ts';
import { commit } from '../../events/commit.ts';
import type { EventPorts } from '../../events/event-ports.ts';
import { type SettingsEvent, settingsAggregate } from './settings-aggregate.ts';

/** What saving a setting needs: what a setting says of platforms and fees is held against those there are. */
export interface SettingsPorts extends EventPorts {
  readonly platforms: readonly PlatformManifest[];
  readonly fees: FeeBook;
}

/** The fees in force: those known to the system and those agreed since. */
export function bookWith(fees: FeeBook, agreements: readonly FeeSchedule[]): FeeBook {
  return feeBook([...[...fees.prices.values()].flat(), ...fees.legalMaxima, ...agreements]);
}

function feeFaults(fees: FeeBook, agreements: readonly FeeSchedule[]): readonly RequestFault[] {
  try {
    bookWith(fees, agreements);
    return [];
  } catch (error) {
    if (!(error instanceof AppError) || !error.code.startsWith('FEES.')) throw error;
    const named = JSON.stringify(error.details);
    const at = agreements.findLastIndex(({ id }) => named.includes(JSON.stringify(id)));
    const detail =
      error.code === 'FEES.TIED'
        ? '与同一平台的另一份收费标准在同一天都适用、不分先后,请改生效日期'
        : '收费公式有误:档次须逐档升高且最后一档不封顶,最低不高于最高';
    return [{ pointer: at === -1 ? '' : `/${at}`, detail }];
  }
}

/** What is wrong with platforms a setting names. */
function platformFaults(platforms: readonly PlatformManifest[], named: readonly { readonly platform: string }[]) {
  return named.flatMap(({ platform }, index) =>
    platforms.some(({ id }) => id === platform) ? [] : [{ pointer: `/${index}/platform`, detail: '没有这个平台' }],
  );
}

/** What is wrong with a value in itself, and against the platforms and fees there are. */
function faultsOf<N extends SettingName>(ports: SettingsPorts, name: N, value: JsonValue): readonly RequestFault[] {
  const data = dataReader(value);
  SETTINGS[name].read(data);
  if (data.faults.length > 0) return data.faults;
  if (name === 'admissions') return platformFaults(ports.platforms, SETTINGS.admissions.read(dataReader(value)));
  if (name === 'sources') return platformFaults(ports.platforms, SETTINGS.sources.read(dataReader(value)));
  if (name !== 'agreements') return [];
  const agreements = SETTINGS.agreements.read(dataReader(value));
  return [...platformFaults(ports.platforms, agreements), ...feeFaults(ports.fees, agreements)];
}

function officeFor({ clock }: EventPorts, caller: Caller): Commander {
  const today = beijingDate(clock.now());
  const assignment = caller.assignments?.find((each) => each.role === 'office' && holdsOn(each, today));
  if (assignment === undefined || !hasRole(caller, 'office')) {
    throw new AppError('ACCESS.DENIED', 'only the office saves settings', { details: { roles: ['office'] } });
  }
  return { caller, actor: actorOf(caller, assignment) };
}

/** What the office wants a setting to be from now on, and why. */
export interface SettingsChange {
  readonly name: SettingName;
  readonly value: JsonValue;
  readonly reason: string;
}

/**
 * Saves a new version of a setting; the old ones stay. The office's business alone.
 * @throws AppError `ACCESS.DENIED`, `FORM.INVALID` with a pointer for each fault, `COMMAND.CONFLICT`, `COMMAND.KEY_REUSED`
 */
export async function saveSettings(
  ports: SettingsPorts,
  caller: Caller,
  command: Command,
  { name, value, reason }: SettingsChange,
): Promise<{ readonly id: string; readonly version: number; readonly repeated: boolean }> {
  const commander = officeFor(ports, caller);
  const unsaid = reason.trim() === '' ? [{ pointer: '/reason', detail: '请填写修改理由' }] : [];
  const errors = [...unsaid, ...faultsOf(ports, name, value)];
  if (errors.length > 0) throw new AppError('FORM.INVALID', 'the setting has faults', { details: { errors } });
  const { version, repeated } = await commit(ports, settingsAggregate, name, commander, command, () => {
    return { type: 'saved', data: { value, reason: reason.trim() } } satisfies SettingsEvent;
  });
  return { id: name, version, repeated };
}
