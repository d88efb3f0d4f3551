import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Queue } from 'aws-cdk-lib/aws-sqs';

/** What functions may refer to, by its name in the topology. */
export interface Resources {
  readonly tables: ReadonlyMap<string, TableV2>;
  readonly buckets: ReadonlyMap<string, Bucket>;
  readonly queues: ReadonlyMap<string, Queue>;
}

/** The resource of that name; topology rules have refused unknown names before. */
export function named<T>(resources: ReadonlyMap<string, T>, name: string): T {
  const found = resources.get(name);
  if (found === undefined) throw new Error(`The topology has no ${name}`);
  return found;
}

/** Builds one resource per entry of a part of the topology. */
export function each<Spec, T>(
  specs: Readonly<Record<string, Spec>>,
  build: (name: string, spec: Spec) => T,
): ReadonlyMap<string, T> {
  return new Map(Object.entries(specs).map(([name, spec]) => [name, build(name, spec)]));
}

/** Construct id: the name in the topology, capitalised. */
export function idOf(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
