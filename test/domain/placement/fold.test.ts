import { describe, expect, it } from 'vitest';
import { foldPlacement } from '#shared/domain/placement/fold.ts';
import { minute } from '#test/support/builders.ts';
import {
  accepted,
  amended,
  amendmentAsked,
  attempted,
  doubted,
  ended,
  further,
  logged,
  opened,
  placementOf,
  postponed,
  refused,
  resumed,
  shown,
  switched,
  validated,
  withdrawalAsked,
  withdrawn,
} from './events.ts';

const sent = [opened(), validated(), attempted(1)] as const;
const live = placementOf(...sent, accepted, shown);

describe('the fold of a placement', () => {
  it('begins with its opening and with nothing else', () => {
    expect(placementOf(opened())).toMatchObject({ state: 'pending', version: 1, since: minute(1), attempts: 0 });
    expect(placementOf(opened('handoff')).state).toBe('awaiting-handoff');
    expect(() => foldPlacement(undefined, logged(validated(), 1), 'x')).toThrow(RangeError);
  });

  it('goes the whole way, and remembers since when it is where it is', () => {
    expect(placementOf(...sent)).toMatchObject({
      state: 'submitted',
      attempts: 1,
      attempt: { number: 1, step: 'publish' },
    });
    expect(live).toMatchObject({ state: 'live', attempt: null, lot: { number: 'L-1' }, since: minute(5) });
    expect(further(live, shown)).toMatchObject({ version: 6, since: minute(5), shown: { at: minute(6) } });
    expect(further(live, ended)).toMatchObject({ state: 'ended', outcome: 'sold' });
  });

  it('waits to be sent again after nothing was sent, and for the answer after something may have been', () => {
    const unsent = placementOf(...sent, postponed(false));
    const lost = placementOf(...sent, postponed(true));

    expect(unsent).toMatchObject({ state: 'validated', mayBeThere: false, attempt: null, postponedTimes: 1 });
    expect(lost).toMatchObject({ state: 'submitted', mayBeThere: true, postponedUntil: minute(2_000) });
  });

  it('never forgets that a lot may be there, until a person looked or the platform answered', () => {
    const lost = placementOf(...sent, postponed(true), attempted(2), postponed(false));

    expect(lost.mayBeThere).toBe(true);
    expect(further(lost, refused({ retryAt: null }), resumed).mayBeThere).toBe(true);
    expect(further(lost, doubted)).toMatchObject({ state: 'unknown', doubt: 'PLATFORM.ANSWER_LOST', mayBeThere: true });
    expect(further(lost, doubted, resumed)).toMatchObject({ state: 'validated', doubt: null, mayBeThere: false });
    expect(further(lost, doubted, switched)).toMatchObject({
      state: 'awaiting-handoff',
      way: 'handoff',
      mayBeThere: false,
    });
  });

  it('takes an attempt that left no outcome for one that may have reached the platform', () => {
    expect(placementOf(...sent, attempted(2))).toMatchObject({ mayBeThere: true, attempts: 2, attempt: { number: 2 } });
  });

  it('counts what was put off in a row, and anew once the lot may be there', () => {
    const unsent = placementOf(...sent, postponed(false), attempted(2), postponed(false));

    expect(unsent.postponedTimes).toBe(2);
    expect(further(unsent, attempted(3), postponed(true)).postponedTimes).toBe(1);
    expect(further(unsent, attempted(3), attempted(4), postponed(true)).postponedTimes).toBe(1);
    expect(further(unsent, attempted(3), refused()).postponedTimes).toBe(0);
  });

  it('counts refusals of the same content in a row, whatever was put off between them', () => {
    const once = placementOf(...sent, refused());
    const twice = further(once, attempted(2), postponed(false), attempted(3), refused());

    expect(once).toMatchObject({
      state: 'rejected',
      attempt: null,
      refusal: { count: 1 },
      postponedUntil: minute(3_000),
    });
    expect(twice.refusal?.count).toBe(2);
    expect(further(twice, refused({ code: 'other' })).refusal?.count).toBe(1);
    expect(further(twice, refused({ faults: [] })).refusal?.count).toBe(1);
    expect(further(twice, resumed, refused()).refusal?.count).toBe(1);
    expect(further(twice, refused({ retryAt: null }))).toMatchObject({ state: 'blocked', refusal: { count: 3 } });
  });

  it('stays on sale when an amendment or a withdrawal is refused', () => {
    const refusal = refused({ step: 'amend', retryAt: null });

    const stopped = further(live, amendmentAsked(1), validated(1), attempted(2, 'amend'), refusal);

    expect(stopped).toMatchObject({ state: 'live', refusal: { step: 'amend', retryAt: null } });
    expect(further(stopped, resumed)).toMatchObject({ state: 'live', refusal: null });
    expect(further(stopped, amendmentAsked(2)).refusal).toBeNull();
  });

  it('keeps what is on sale while a newer offer is made, and counts the newest amendment only as done', () => {
    const asked = further(live, amendmentAsked(1), validated(1), attempted(2, 'amend'), amendmentAsked(2));

    const first = further(asked, amended(1, 2));

    expect(asked.state).toBe('live');
    expect(first).toMatchObject({ amendment: { number: 2, doneAt: null }, lot: { revision: 2 } });
    expect(further(first, amended(2)).amendment?.doneAt).toBe(minute(11));
  });

  it('takes an amendment the offer contained for done when that offer is accepted', () => {
    const early = placementOf(opened(), amendmentAsked(1), validated(1), attempted(1), accepted);
    const late = placementOf(opened(), validated(), amendmentAsked(1), attempted(1), accepted);

    expect(early.amendment?.doneAt).toBe(minute(5));
    expect(late.amendment?.doneAt).toBeNull();
  });

  it('is tried again with new terms after it was stopped for the old ones', () => {
    const stopped = placementOf(...sent, refused({ retryAt: null }));

    expect(further(stopped, amendmentAsked(1))).toMatchObject({ state: 'validated', refusal: null });
    expect(further(placementOf(opened(), refused({ step: 'prepare', retryAt: null })), amendmentAsked(1)).state).toBe(
      'pending',
    );
  });

  it('may be opened again after it was taken back, and never uses a number of an attempt twice', () => {
    const again = placementOf(...sent, postponed(false), withdrawalAsked, withdrawn, opened());
    const stopped = placementOf(...sent, postponed(true), refused({ retryAt: null }), opened());

    expect(stopped).toMatchObject({ state: 'pending', mayBeThere: true });
    expect(again).toMatchObject({ state: 'pending', attempts: 1, offer: null, withdrawal: null, openedAt: minute(7) });
  });
});
