import { describe, expect, it } from 'vitest';
import { createStop } from '#infra/local/stop.ts';
import { createManualTime } from '#test/support/manual-time.ts';

function aStop() {
  const time = createManualTime(0);
  const codes: number[] = [];
  const lines: string[] = [];
  const closed = Promise.withResolvers<void>();
  const stop = createStop({
    close: () => closed.promise,
    inHand: () => ['normalise ×2'],
    say: (line) => lines.push(line),
    exit: (code) => codes.push(code),
    time,
  });
  return { time, codes, lines, closed, stop };
}

describe('stopping', () => {
  it('ends with 0 once the work in hand is finished', async () => {
    const { codes, closed, stop, time } = aStop();

    const stopped = stop();
    const early = [...codes];
    closed.resolve();
    await stopped;
    time.advance(60_000);

    expect(early).toEqual([]);
    expect(codes).toEqual([0]);
  });

  it('ends with 1 after 30 s, saying what is still at work', () => {
    const { codes, lines, stop, time } = aStop();

    void stop();
    time.advance(29_999);
    const early = [...codes];
    time.advance(1);

    expect(early).toEqual([]);
    expect(codes).toEqual([1]);
    expect(lines.at(-1)).toContain('normalise ×2');
  });

  it('ends at once with 1 at a second signal', () => {
    const { codes, stop } = aStop();

    void stop();
    void stop();

    expect(codes).toEqual([1]);
  });
});
