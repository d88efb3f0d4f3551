import { describe, expect, it } from 'vitest';
import { mayBeAtPlatform, mayCreate, nextOf } from '#shared/domain/placement/next.ts';
import type { Placement } from '#shared/domain/placement/placement.ts';
import { minute } from '#test/support/builders.ts';
import {
  accepted,
  amended,
  amendmentAsked,
  aPublishing,
  attempted,
  doubted,
  ended,
  further,
  opened,
  placementOf,
  postponed,
  refused,
  resumed,
  shown,
  validated,
  withdrawalAsked,
} from './events.ts';

const platform = aPublishing();
const byHand = aPublishing({ amend: { no: '人工变更' }, withdraw: { no: '人工撤下' } });

const ready = placementOf(opened(), validated());
const sent = further(ready, attempted(1));
const taken = further(sent, accepted);
const live = further(taken, shown);

function stepOf(placement: Placement, publishing = platform) {
  return nextOf(placement, publishing)?.step ?? null;
}

describe('what is next for a placement', () => {
  it('is to prepare, to publish, and then to follow it', () => {
    expect(nextOf(placementOf(opened()), platform)).toEqual({ step: 'prepare', at: null });
    expect(nextOf(ready, platform)).toEqual({ step: 'publish', at: null });
    expect(nextOf(taken, platform)).toEqual({ step: 'follow', at: minute(5) });
    expect(nextOf(live, platform)).toEqual({ step: 'follow', at: minute(15) });
  });

  it('is the same again once a lease ran out, and not before', () => {
    expect(nextOf(sent, platform)).toEqual({ step: 'publish', at: minute(1_001) });
  });

  it('waits as long as it was put off, or was refused for', () => {
    expect(nextOf(further(sent, postponed(false)), platform)).toEqual({ step: 'publish', at: minute(2_000) });
    expect(nextOf(further(sent, refused()), platform)).toEqual({ step: 'publish', at: minute(3_000) });
  });

  it('is nothing where people are asked, where it is over, and where nobody knows how to call the platform', () => {
    const people = [
      further(sent, refused({ retryAt: null })),
      further(sent, doubted),
      placementOf(opened('handoff')),
      further(live, ended),
    ];

    expect(people.map((placement) => stepOf(placement))).toEqual([null, null, null, null]);
    expect(nextOf(ready, undefined)).toBeNull();
  });

  it('is to follow what people entered at the platform, also while they have to change it there', () => {
    const entered = placementOf(opened('handoff'), accepted, amendmentAsked(1));

    expect(nextOf(entered, undefined)?.step).toBe('follow');
    expect(stepOf(entered)).toBe('follow');
  });

  it('is a new offer, then its amendment, and then to follow it again', () => {
    const asked = further(live, amendmentAsked(1));
    const offered = further(asked, validated(1));

    expect(stepOf(asked)).toBe('prepare');
    expect(nextOf(offered, platform)).toEqual({ step: 'amend', at: null });
    expect(stepOf(further(offered, attempted(2, 'amend'), amended(1)))).toBe('follow');
    expect(stepOf(offered, byHand)).toBe('follow');
    expect(nextOf(further(offered, attempted(2, 'amend'), amendmentAsked(2)), platform)).toEqual({
      step: 'prepare',
      at: minute(1_002),
    });
  });

  it('is a new offer before the first request, but never while the old one may be there', () => {
    expect(stepOf(further(ready, amendmentAsked(1)))).toBe('prepare');
    expect(stepOf(further(ready, amendmentAsked(1), validated(1)))).toBe('publish');
    expect(stepOf(further(sent, postponed(true), amendmentAsked(1)))).toBe('publish');
    expect(stepOf(further(sent, amendmentAsked(1)))).toBe('publish');
  });

  it('follows on when an amendment was refused for good, until a person resumes it', () => {
    const refusal = refused({ step: 'amend', retryAt: null });

    const stopped = further(live, amendmentAsked(1), validated(1), attempted(2, 'amend'), refusal);

    expect(stepOf(stopped)).toBe('follow');
    expect(stepOf(further(stopped, resumed))).toBe('amend');
  });

  it('is to take it down before anything else, from whatever state', () => {
    const asked = [
      live,
      further(sent, doubted),
      further(sent, refused({ retryAt: null })),
      further(sent, postponed(true)),
    ];

    expect(asked.map((placement) => stepOf(further(placement, amendmentAsked(1), withdrawalAsked)))).toEqual(
      asked.map(() => 'withdraw'),
    );
    expect(nextOf(further(sent, withdrawalAsked), platform)?.at).toBe(minute(1_001));
  });

  it('leaves taking it down to people where the platform has to be told in person, unless it never left us', () => {
    expect(stepOf(further(live, withdrawalAsked), byHand)).toBe('follow');
    expect(stepOf(further(sent, doubted, withdrawalAsked), byHand)).toBeNull();
    expect(stepOf(further(ready, withdrawalAsked), byHand)).toBe('withdraw');
  });
});

describe('what may be at the platform', () => {
  it('is what was sent without a clear no, and what people have the package of', () => {
    const handed = placementOf(opened('handoff'));

    expect(
      [sent, taken, live, further(sent, postponed(true)), further(sent, doubted)].map((each) => mayBeAtPlatform(each)),
    ).toEqual([true, true, true, true, true]);
    expect(
      [ready, further(sent, postponed(false)), further(sent, refused()), further(live, ended)].map((each) =>
        mayBeAtPlatform(each),
      ),
    ).toEqual([false, false, false, false]);
    expect([mayBeAtPlatform(handed), mayBeAtPlatform(handed, true)]).toEqual([false, true]);
  });

  it('is never asked for a second time where that may make two', () => {
    const byLooking = aPublishing({ onceBy: 'look' });
    const lost = [further(sent, postponed(true)), sent];

    expect(mayCreate(ready, byLooking)).toBe(true);
    expect(lost.map((each) => mayCreate(each, byLooking))).toEqual([false, false]);
    expect(lost.map((each) => mayCreate(each, platform))).toEqual([true, true]);
  });
});
