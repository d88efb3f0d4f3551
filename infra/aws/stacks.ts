import type { App } from 'aws-cdk-lib';
import { topologyFaults } from '#infra/topology-rules.ts';
import type { Topology } from '#infra/topology-shape.ts';
import { StatefulStack } from './stateful-stack.ts';
import { type ServiceOptions, StatelessStack } from './stateless-stack.ts';

/**
 * The whole system as two stacks without an account or region, so that either partition will do:
 * what holds data, and what may be thrown away and deployed again.
 *
 * @throws {Error} naming every fault of a topology that must not be deployed.
 */
export function addStacks(app: App, topology: Topology, options: ServiceOptions) {
  const faults = topologyFaults(topology);
  if (faults.length > 0) throw new Error(`The topology must not be deployed:\n${faults.join('\n')}`);
  // One wording of service names in every partition; otherwise the names are looked up per region in the template.
  app.node.setContext('@aws-cdk/aws-iam:standardizedServicePrincipals', true);
  // A plain export and import: nothing a function refers to can be taken away under it.
  app.node.setContext('@aws-cdk/core:defaultCrossStackReferences', 'strong');
  const state = new StatefulStack(app, 'AuctionAggregatorState', topology);
  const service = new StatelessStack(app, 'AuctionAggregatorService', topology, state.resources, options);
  return { state, service };
}
