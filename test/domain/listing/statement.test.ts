import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementsOf } from '#shared/domain/listing/statement.ts';
import { minute } from '#test/support/builders.ts';
import { attempts, carriedOut, wandered } from './events.ts';

/** Kinds of `eventOf`. */
const [SUBMIT, PASS, RETURN, HAND_OVER, PLACE, FAIL, OPEN] = [4, 5, 6, 7, 8, 10, 12];
const APPROVED = [SUBMIT, PASS, PASS] as const;

/** What is stated after a life of such events; the events stand a minute apart, the draft at the first. */
function statedAfter(kinds: readonly number[], number = 1) {
  const listing = carriedOut(kinds.map((kind) => [kind, number] as const)).at(-1);
  return listing === undefined ? [] : statementsOf(listing);
}

describe('what the desk states of a lot', () => {
  it('is when it was submitted, approved and handed over', () => {
    expect(statedAfter([...APPROVED, HAND_OVER, PLACE])).toEqual([
      {
        lotId: 'p.1',
        placedAt: minute(6),
        statement: {
          schema: 'desk-statement.v1',
          listing: 'listing',
          round: 1,
          url: 'https://example.invalid/1',
          submittedAt: minute(2),
          approvedAt: minute(4),
          corrections: [],
          handedOverAt: minute(5),
          liveAt: null,
        },
      },
    ]);
  });

  it('is nothing before the address came, nor where the lot’s number is not known', () => {
    expect(statedAfter([...APPROVED, HAND_OVER])).toEqual([]);
    expect(statedAfter([...APPROVED, HAND_OVER, PLACE], 4)).toEqual([]);
  });

  it('counts every return, also after the approval, and the approval that held', () => {
    const kinds = [SUBMIT, PASS, RETURN, ...APPROVED, RETURN, ...APPROVED, HAND_OVER, PLACE];

    expect(statedAfter(kinds)[0]?.statement).toMatchObject({
      submittedAt: minute(2),
      corrections: [
        { returnedAt: minute(4), resubmittedAt: minute(5) },
        { returnedAt: minute(8), resubmittedAt: minute(9) },
      ],
      approvedAt: minute(11),
    });
  });

  it('is of each round its own', () => {
    const first = [SUBMIT, RETURN, ...APPROVED, HAND_OVER, PLACE, FAIL];

    const stated = statedAfter([...first, OPEN, ...APPROVED, HAND_OVER, PLACE]);

    expect(stated.map(({ statement: { round, corrections } }) => [round, corrections.length])).toEqual([
      [1, 1],
      [2, 0],
    ]);
    expect(stated[1]?.statement.submittedAt).toBe(minute(11));
  });

  it('never changes once it was made, and its times follow each other', () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        let before: ReturnType<typeof statementsOf> = [];
        for (const listing of wandered(tries)) {
          const now = statementsOf(listing);
          expect(now.slice(0, before.length)).toEqual(before);
          for (const { placedAt, statement } of now) {
            const { submittedAt, corrections, approvedAt, handedOverAt } = statement;
            const returns = corrections.flatMap(({ returnedAt, resubmittedAt }) => [returnedAt, resubmittedAt]);
            const times = [submittedAt, ...returns, approvedAt, handedOverAt, placedAt];
            expect(times).toEqual(times.toSorted());
          }
          before = now;
        }
      }),
      { seed: 20240506 },
    );
  });
});
