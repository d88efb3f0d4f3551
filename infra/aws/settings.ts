import { CfnParameter, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { SettingReference } from '#infra/topology-shape.ts';

/** The parameter of the stack that gives a setting; one for all functions that want it. */
export function settingValue(scope: Construct, { setting, about, optional = false }: SettingReference): string {
  const stack = Stack.of(scope);
  const known = stack.node.tryFindChild(setting);
  if (known instanceof CfnParameter) return known.valueAsString;
  const parameter = new CfnParameter(stack, setting, {
    type: 'String',
    description: about,
    ...(optional ? { default: '', noEcho: true } : { minLength: 1 }),
  });
  return parameter.valueAsString;
}
