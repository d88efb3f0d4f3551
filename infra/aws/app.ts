import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { bundleFunction, functionBundles } from '#infra/bundles.ts';
import { topology } from '#infra/topology.ts';
import { addStacks } from './stacks.ts';

const app = new App();
addStacks(app, topology, {
  codeOf: (name, spec) => Code.fromAsset(bundleFunction(name, spec, functionBundles).directory),
  tracing: app.node.tryGetContext('tracing') !== 'off',
});
