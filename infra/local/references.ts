import type { Reference, Topology } from '#infra/topology-shape.ts';
import type { SqsServer } from './sqs/server.ts';

/** A queue's name on the wire. */
export function queueName(name: string, fifo: boolean): string {
  return fifo ? `${name}.fifo` : name;
}

/**
 * What the references of the topology stand for on this host.
 * @param settings what a deployment would be given as parameters; what is optional and not here is empty
 */
export function resolver(
  sqs: Pick<SqsServer, 'queueUrl'>,
  { queues }: Pick<Topology, 'queues'>,
  settings: Readonly<Record<string, string>>,
): (reference: Reference) => string {
  return (reference) => {
    if ('table' in reference) return reference.table;
    if ('bucket' in reference) return reference.bucket;
    if ('text' in reference) return reference.text;
    if ('queueUrl' in reference) {
      return sqs.queueUrl(queueName(reference.queueUrl, queues[reference.queueUrl]?.fifo ?? false));
    }
    const value = settings[reference.setting] ?? (reference.optional === true ? '' : undefined);
    if (value === undefined) throw new Error(`the host does not know the setting ${reference.setting}`);
    return value;
  };
}
