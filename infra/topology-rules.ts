import type { FunctionSpec, QueueSpec, Topology, Trigger } from './topology-shape.ts';

type QueueTrigger = Extract<Trigger, { on: 'queue' }>;

/** SQS gives a batch back while it is still being worked on unless visibility is 6 × timeout + window (AWS Lambda guide). */
function queueTriggerFaults(name: string, spec: FunctionSpec, trigger: QueueTrigger, queue?: QueueSpec): string[] {
  const where = `${name} ← ${trigger.queue}`;
  if (queue === undefined) return [`${where}: no such queue`];
  const faults: string[] = [];
  const needed = 6 * spec.timeoutSeconds + trigger.windowSeconds;
  if (queue.visibilitySeconds < needed) faults.push(`${where}: visibility ${queue.visibilitySeconds} s < ${needed} s`);
  if (queue.fifo && trigger.windowSeconds > 0) faults.push(`${where}: a FIFO queue takes no batching window`);
  if (queue.fifo && trigger.batchSize > 10) faults.push(`${where}: a FIFO queue gives at most 10 messages`);
  if (trigger.batchSize > 10 && trigger.windowSeconds < 1) faults.push(`${where}: batches above 10 need a window`);
  if (trigger.maxConcurrency !== undefined && trigger.maxConcurrency < 2) {
    faults.push(`${where}: maximum concurrency starts at 2`);
  }
  return faults;
}

function missingNames(topology: Topology, name: string, spec: FunctionSpec): string[] {
  const faults: string[] = [];
  const need = (kind: string, known: object, wanted: string) => {
    if (!(wanted in known)) faults.push(`${name}: no ${kind} ${wanted}`);
  };
  for (const item of [...Object.values(spec.environment), ...spec.grants]) {
    if ('table' in item) need('table', topology.tables, item.table);
    if ('bucket' in item) need('bucket', topology.buckets, item.bucket);
    if ('queueUrl' in item) need('queue', topology.queues, item.queueUrl);
    if ('queue' in item) need('queue', topology.queues, item.queue);
  }
  return faults;
}

/** Everything wrong with a topology, one sentence each; empty when it may be deployed. */
export function topologyFaults(topology: Topology): readonly string[] {
  const faults: string[] = [];
  const consumers = new Map<string, string>();
  for (const [name, spec] of Object.entries(topology.functions)) {
    faults.push(...missingNames(topology, name, spec));
    for (const trigger of spec.triggers) {
      if (trigger.on !== 'queue') continue;
      faults.push(...queueTriggerFaults(name, spec, trigger, topology.queues[trigger.queue]));
      const other = consumers.get(trigger.queue);
      if (other !== undefined) faults.push(`${trigger.queue}: consumed by ${other} and ${name}`);
      consumers.set(trigger.queue, name);
    }
  }
  for (const [name, bucket] of Object.entries(topology.buckets)) {
    if (bucket.notify && !(bucket.notify.queue in topology.queues)) {
      faults.push(`${name}: no queue ${bucket.notify.queue}`);
    }
  }
  return faults;
}
