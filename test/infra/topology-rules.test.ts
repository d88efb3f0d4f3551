import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { addStacks } from '#infra/aws/stacks.ts';
import { topology } from '#infra/topology.ts';
import { topologyFaults } from '#infra/topology-rules.ts';
import { aFunction, aQueue, aTopology } from './synthesised.ts';

const from = { on: 'queue', queue: 'q', batchSize: 10, windowSeconds: 1 } as const;
const inOrder = { ...from, windowSeconds: 0 };

function faultsOf(queue: Parameters<typeof aQueue>[0], trigger: typeof from | typeof inOrder | object) {
  const functions = { f: aFunction({ triggers: [{ ...from, ...trigger }] }) };
  return topologyFaults(aTopology({ queues: { q: aQueue(queue) }, buckets: {}, functions }));
}

describe('topology rules', () => {
  it('find nothing wrong with the system', () => {
    expect(topologyFaults(topology)).toEqual([]);
  });

  it('find nothing wrong with limits just met', () => {
    expect(faultsOf({ visibilitySeconds: 61 }, { maxConcurrency: 2 })).toEqual([]);
    expect(faultsOf({ visibilitySeconds: 60, fifo: true }, inOrder)).toEqual([]);
    expect(faultsOf({}, { batchSize: 11 })).toEqual([]);
  });

  it.each([
    ['visibility below 6 × timeout + window', { visibilitySeconds: 60 }, {}, 'f ← q: visibility 60 s < 61 s'],
    ['a window on a FIFO queue', { fifo: true }, {}, 'f ← q: a FIFO queue takes no batching window'],
    [
      'more than 10 messages of a FIFO queue',
      { fifo: true },
      { ...inOrder, batchSize: 11 },
      'f ← q: a FIFO queue gives at most 10 messages',
    ],
    ['a concurrency of 1', {}, { maxConcurrency: 1 }, 'f ← q: maximum concurrency starts at 2'],
    ['a large batch without a window', {}, { ...inOrder, batchSize: 11 }, 'f ← q: batches above 10 need a window'],
  ])('refuse %s', (_case, queue, trigger, fault) => {
    expect(faultsOf(queue, trigger)).toContain(fault);
  });

  it('refuse a trigger on a queue that does not exist', () => {
    const functions = { f: aFunction({ triggers: [{ ...from, queue: 'none' }] }) };

    expect(topologyFaults(aTopology({ functions }))).toEqual(['f ← none: no such queue']);
  });

  it.each([
    [{ table: 'none' }, 'f: no table none'],
    [{ bucket: 'none' }, 'f: no bucket none'],
    [{ queueUrl: 'none' }, 'f: no queue none'],
  ])('refuse an environment that refers to %o', (reference, fault) => {
    const functions = { f: aFunction({ environment: { NAME: reference } }) };

    expect(topologyFaults(aTopology({ functions }))).toEqual([fault]);
  });

  it.each([
    [{ table: 'none', may: ['get'] } as const, 'f: no table none'],
    [{ bucket: 'none', may: ['get'], prefix: '' } as const, 'f: no bucket none'],
    [{ queue: 'none', may: ['send'] } as const, 'f: no queue none'],
  ])('refuse the grant %o', (grant, fault) => {
    const functions = { f: aFunction({ grants: [grant] }) };

    expect(topologyFaults(aTopology({ functions }))).toEqual([fault]);
  });

  it('refuse a second consumer of a queue', () => {
    const consumer = aFunction({ triggers: [{ ...from, queue: 'work' }] });

    expect(topologyFaults(aTopology({ functions: { f: consumer, g: consumer } }))).toEqual([
      'work: consumed by f and g',
    ]);
  });

  it('refuse a bucket that notifies a queue that does not exist', () => {
    const buckets = { pages: { notify: { prefix: 'in/', queue: 'none' } } };

    expect(topologyFaults(aTopology({ buckets, functions: {} }))).toEqual(['pages: no queue none']);
  });

  it('stop a faulty topology before anything is built', () => {
    const app = new App();
    const faulty = aTopology({ queues: {} });
    let built = 0;
    const codeOf = () => {
      built += 1;
      return Code.fromInline('stand-in');
    };

    expect(() => addStacks(app, faulty, { tracing: true, codeOf })).toThrow('worker ← work: no such queue');
    expect(built).toBe(0);
    expect(app.node.children).toEqual([]);
  });
});
