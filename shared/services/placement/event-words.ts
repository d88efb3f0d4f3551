import type { PlacementEvent } from '../../domain/placement/events.ts';
import { STEP_NAMES, WAY_NAMES } from '../../domain/placement/words.ts';
import { shownStatus, titleOfCode } from './told-words.ts';

const SAID_WORDS: Readonly<Record<Extract<PlacementEvent, { type: 'withdrawn' }>['data']['said'], string>> = {
  platform: '平台确认',
  person: '人工确认',
  'never-sent': '没有发到平台',
};

/** What there is to say of an event besides its name, in Chinese; `null`: nothing. */
export function eventWords(event: PlacementEvent): string | null {
  switch (event.type) {
    case 'opened':
      return WAY_NAMES[event.data.way];
    case 'validated':
      return event.data.amendment === 0 ? null : `第 ${event.data.amendment} 次变更`;
    case 'attempted':
      return `${STEP_NAMES[event.data.step]},第 ${event.data.number} 次`;
    case 'refused':
    case 'postponed':
      return `${STEP_NAMES[event.data.step]}:${titleOfCode(event.data.code)}`;
    case 'doubted':
      return titleOfCode(event.data.code);
    case 'accepted':
      return event.data.number === '' ? event.data.url : `平台标的编号 ${event.data.number}`;
    case 'shown':
      return shownWords(event.data);
    case 'ended':
      return shownStatus(event.data.outcome);
    case 'amended':
      return `第 ${event.data.number} 次变更`;
    case 'withdrawn':
      return `${SAID_WORDS[event.data.said]}:${event.data.reason}`;
    case 'amendment-asked':
    case 'withdrawal-asked':
    case 'resumed':
    case 'switched':
      return event.data.reason;
  }
}

function shownWords({ status, differences }: Extract<PlacementEvent, { type: 'shown' }>['data']): string {
  const count = differences.length;
  return count === 0 ? shownStatus(status) : `${shownStatus(status)},${count} 处与批准的不一致`;
}
