import type { DueItems, Item, ItemStore } from '#shared/ports/item-store.ts';
import type { Messenger, Messengers } from '#shared/ports/messenger.ts';
import type { aNoticeDesk, Handed } from './a-notice-desk.ts';

/** A process that dies at one of its calls, before the call has effect or after; nothing it does later has any. */
export class Mortal {
  private calls = 0;
  private readonly at: number;
  private readonly when: 'before' | 'after';

  constructor(at: number, when: 'before' | 'after') {
    this.at = at;
    this.when = when;
  }

  get died(): boolean {
    return this.calls > this.at;
  }

  async call<T>(act: () => Promise<T>): Promise<T> {
    const isLast = this.calls === this.at;
    const isDead = this.calls > this.at;
    this.calls += 1;
    if (isDead || (isLast && this.when === 'before')) throw new Error('the process died');
    const result = await act();
    if (isLast) throw new Error('the process died');
    return result;
  }
}

/** Changes what is written, as somebody's mistake would. */
export type Mistake = (item: Item) => Item;

const NO_MISTAKE: Mistake = (item) => item;

type Desk = Awaited<ReturnType<typeof aNoticeDesk>>;

/** The desk's store and ways out in the hands of a process that may die. */
export function inHandsOf(mortal: Mortal, desk: Desk, mistake: Mistake = NO_MISTAKE): Handed {
  const { records, messengers } = desk.ports;
  const store: ItemStore & DueItems = {
    get: (key) => mortal.call(() => records.get(key)),
    put: (item, condition) => mortal.call(() => records.put(mistake(item), condition)),
    query: (range) => mortal.call(() => records.query(range)),
    due: (range) => mortal.call(() => desk.ports.due.due(range)),
  };
  const mortally = ({ send }: Messenger): Messenger => ({
    send: (to, message) => mortal.call(() => send(to, message)),
  });
  const ways: Messengers = (settings) => {
    const { mail, sms, dingtalk, wecom } = messengers(settings);
    return { mail: mortally(mail), sms: mortally(sms), dingtalk: mortally(dingtalk), wecom: mortally(wecom) };
  };
  return { records: store, due: store, messengers: ways };
}
