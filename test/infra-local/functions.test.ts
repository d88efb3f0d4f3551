import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { readyFunctions } from '#infra/local/functions.ts';
import type { FunctionSpec, Reference, Topology } from '#infra/topology-shape.ts';
import { createManualTime } from '#test/support/manual-time.ts';

type Handler = (event: unknown, context: { getRemainingTimeInMillis(): number }) => unknown;

function aFunction(more: Partial<FunctionSpec> = {}): FunctionSpec {
  return {
    entry: 'functions/a.ts',
    memoryMb: 256,
    timeoutSeconds: 10,
    environment: {},
    grants: [],
    triggers: [],
    ...more,
  };
}

function aTopology(functions: Topology['functions']): Topology {
  return { tables: {}, queues: {}, buckets: {}, functions, httpThrottle: { rate: 1, burst: 1 } };
}

const resolve = (reference: Reference) => JSON.stringify(reference);

async function load(handler: Handler, spec: Partial<FunctionSpec> = {}, patience = 1) {
  const time = createManualTime(0);
  const failures: unknown[] = [];
  const timers = new Set<object>();
  const counted = {
    now: time.now,
    after(ms: number, run: () => void) {
      const timer = {};
      timers.add(timer);
      const cancel = time.after(ms, run);
      return () => {
        timers.delete(timer);
        cancel();
      };
    },
  };
  const functions = readyFunctions(aTopology({ door: aFunction(spec) }), resolve, {
    importModule: async () => ({ handler }),
    environment: {},
    time: counted,
    patience,
    report: (name, error) => failures.push([name, String(error)]),
  });
  const invoke = (event: unknown) => functions.get('door')?.invoke(event);
  const inHand = () => functions.get('door')?.inHand();
  return { time, timers, failures, invoke, inHand };
}

describe('readying functions', () => {
  it('sets the environment first, and imports each entry once, at its first invocation', async () => {
    const environment: Record<string, string | undefined> = {};
    const seen: unknown[] = [];
    const topology = aTopology({
      a: aFunction({ environment: { TABLE: { table: 'records' } } }),
      b: aFunction({ entry: 'functions/b.ts', environment: { TABLE: { table: 'records' }, MODE: { text: 'x' } } }),
    });
    const importModule = async (entry: string) => {
      seen.push([entry, { ...environment }]);
      return { handler: () => entry };
    };

    const functions = readyFunctions(topology, resolve, { importModule, environment });

    const before = [...seen];
    for (const name of ['a', 'b', 'a']) await functions.get(name)?.invoke({});

    const union = { TABLE: '{"table":"records"}', MODE: '{"text":"x"}' };
    expect(before).toEqual([]);
    expect(seen).toEqual([
      ['functions/a.ts', union],
      ['functions/b.ts', union],
    ]);
    expect(await functions.get('b')?.invoke({})).toBe('functions/b.ts');
  });

  it('refuses two values for one variable', async () => {
    const topology = aTopology({
      a: aFunction({ environment: { TABLE: { table: 'records' } } }),
      b: aFunction({ environment: { TABLE: { table: 'other' } } }),
    });
    const environment = {};

    const ready = () =>
      readyFunctions(topology, resolve, { importModule: async () => ({ handler() {} }), environment });

    expect(ready).toThrow('b: TABLE has another value');
    expect(environment).toEqual({});
  });

  it('refuses a module without handler', async () => {
    const reported: string[] = [];
    const functions = readyFunctions(aTopology({ a: aFunction() }), resolve, {
      importModule: async () => ({ handle() {} }),
      environment: {},
      report: (name) => reported.push(name),
    });

    await expect(functions.get('a')?.invoke({})).rejects.toThrow('functions/a.ts exports no handler');
    expect(reported).toEqual(['a']);
  });
});

describe('invoking a function', () => {
  it('gives it the context of Lambda', async () => {
    const { invoke } = await load((_, context) => ({
      ...context,
      remaining: context.getRemainingTimeInMillis(),
    }));

    const context = await invoke({});

    expect(context).toMatchObject({
      functionName: 'door',
      memoryLimitInMB: '256',
      awsRequestId: expect.stringMatching(/^[\da-f-]{36}$/),
      invokedFunctionArn: expect.stringMatching(/:function:door$/),
      logGroupName: '/aws/lambda/door',
      remaining: 10_000,
    });
  });

  it('passes event and answer as JSON', async () => {
    const events: unknown[] = [];
    const { invoke } = await load((event) => {
      events.push(event);
      return { at: new Date(0), gone: undefined };
    });
    const event = { a: [1, undefined], b: undefined };

    const answer = await invoke(event);

    expect(events).toEqual([{ a: [1, null] }]);
    expect(Object.keys(events[0] as object)).toEqual(['a']);
    expect(answer).toEqual({ at: '1970-01-01T00:00:00.000Z' });
  });

  it('rejects and reports what the handler throws', async () => {
    const { invoke, failures } = await load(() => {
      throw new Error('broken');
    });

    await expect(invoke({})).rejects.toThrow('broken');
    expect(failures).toEqual([['door', 'Error: broken']]);
  });

  it('leaves no timer behind', async () => {
    const { invoke, timers } = await load(() => 'done');

    await invoke({});
    await turn();

    expect(timers.size).toBe(0);
  });

  it('refuses an answer above 6 MB', async () => {
    const { invoke } = await load(() => 'x'.repeat(6 * 1024 * 1024));

    await expect(invoke({})).rejects.toThrow('exceeds 6 MB');
  });

  it('times out when the function runs past its time', async () => {
    let remaining = -1;
    const { invoke, time } = await load(
      async (_, context) => {
        await new Promise<void>((done) => time.after(1_500, done));
        remaining = context.getRemainingTimeInMillis();
        await new Promise(() => {});
      },
      { timeoutSeconds: 3 },
    );
    const outcome = expect(invoke({})).rejects.toThrow('Task timed out after 3.00 seconds');
    // The module is loaded at the first invocation.
    await turn();

    time.advance(1_500);
    await turn();
    time.advance(1_500);

    await outcome;
    expect(remaining).toBe(1_500);
  });

  it('gives a function as many times its time as it is told, and counts it as in hand until then', async () => {
    const { invoke, time, inHand } = await load(() => new Promise(() => {}), { timeoutSeconds: 3 }, 5);
    const outcome = expect(invoke({})).rejects.toThrow('Task timed out after 15.00 seconds');
    await turn();

    time.advance(14_999);
    await turn();
    const before = inHand();
    time.advance(1);
    await outcome;

    expect([before, inHand()]).toEqual([1, 0]);
  });
});
