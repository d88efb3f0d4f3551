import { randomUUID } from 'node:crypto';
import type { FunctionSpec, Reference, Topology } from '#infra/topology-shape.ts';
import { realTime, type Timekeeper } from './timekeeper.ts';

/** A function of the topology, ready to be called as Lambda calls it. */
export interface LambdaFunction {
  readonly name: string;
  /** Rejects with what the handler threw, or with a time-out error after its `timeoutSeconds`. */
  invoke(event: unknown): Promise<unknown>;
  /** Invocations not answered yet. */
  inHand(): number;
}

export interface LoadOptions {
  /** Default: imports the entry from the project. */
  readonly importModule?: (entry: string) => Promise<unknown>;
  /** Where the functions' environment variables are set; default: this process. */
  readonly environment?: Record<string, string | undefined>;
  readonly time?: Timekeeper;
  /** How many times its time-out a function may take; default 1. */
  readonly patience?: number;
  /** Told of each failed invocation; default: standard error. */
  readonly report?: (name: string, error: unknown) => void;
}

type Handler = (event: unknown, context: object) => unknown;

/** Lambda's limit on a request and on a response, as JSON. */
const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;

/** One process has one environment: what two functions call alike must be alike. */
function unionOfEnvironments(topology: Topology, resolve: (reference: Reference) => string): Record<string, string> {
  const union: Record<string, string> = {};
  for (const [name, spec] of Object.entries(topology.functions)) {
    for (const [variable, reference] of Object.entries(spec.environment)) {
      const value = resolve(reference);
      if ((union[variable] ?? value) !== value) throw new Error(`${name}: ${variable} has another value elsewhere`);
      union[variable] = value;
    }
  }
  return union;
}

function hasHandler(module: unknown): module is { readonly handler: Handler } {
  return typeof module === 'object' && module !== null && 'handler' in module && typeof module.handler === 'function';
}

/** As JSON and back, as an event and an answer travel to Lambda and from it. */
function overTheWire(payload: unknown): unknown {
  const text = JSON.stringify(payload ?? null);
  if (Buffer.byteLength(text) > MAX_PAYLOAD_BYTES) throw new Error('RequestEntityTooLarge: payload exceeds 6 MB');
  return JSON.parse(text);
}

function toContext(name: string, spec: FunctionSpec, deadline: number, time: Timekeeper) {
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:local:000000000000:function:${name}`,
    memoryLimitInMB: String(spec.memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - time.now()),
  };
}

/** Ends the wait at the time-out. Lambda stops the function as well; here, in one process, it runs on unobserved. */
function invokeOnce(name: string, spec: FunctionSpec, handler: Handler, event: unknown, time: Timekeeper) {
  const milliseconds = spec.timeoutSeconds * 1000;
  const context = toContext(name, spec, time.now() + milliseconds, time);
  return new Promise<unknown>((resolve, reject) => {
    const late = () =>
      reject(new Error(`${context.awsRequestId} Task timed out after ${spec.timeoutSeconds}.00 seconds`));
    const cancel = time.after(milliseconds, late);
    const answer = async () => overTheWire(await handler(overTheWire(event), context));
    answer().then(resolve, reject).finally(cancel);
  });
}

/** Loads an entry when it is first needed, as a cold start does; who comes meanwhile waits for the same. */
function coldStart(entry: string, importModule: NonNullable<LoadOptions['importModule']>): () => Promise<Handler> {
  let loaded: Promise<Handler> | undefined;
  const load = async () => {
    const module = await importModule(entry);
    if (!hasHandler(module)) throw new Error(`${entry} exports no handler`);
    return module.handler;
  };
  return () => {
    loaded ??= load();
    return loaded;
  };
}

/**
 * Readies every function of the topology in this process: their environment variables are set, each module is loaded at its
 * first invocation, which fails when it exports no `handler`.
 *
 * @throws when two functions want different values for one variable
 */
export function readyFunctions(
  topology: Topology,
  resolve: (reference: Reference) => string,
  options: LoadOptions = {},
): Map<string, LambdaFunction> {
  const importModule = options.importModule ?? ((entry) => import(new URL(`../../${entry}`, import.meta.url).href));
  const report = options.report ?? ((name, error) => console.error(`${name} failed`, error));
  const { time = realTime, patience = 1 } = options;
  Object.assign(options.environment ?? process.env, unionOfEnvironments(topology, resolve));
  const functions = new Map<string, LambdaFunction>();
  for (const [name, spec] of Object.entries(topology.functions)) {
    const handlerOf = coldStart(spec.entry, importModule);
    const patient = { ...spec, timeoutSeconds: spec.timeoutSeconds * patience };
    let running = 0;
    const invoke = async (event: unknown) => {
      running += 1;
      try {
        return await invokeOnce(name, patient, await handlerOf(), event, time);
      } catch (error) {
        report(name, error);
        throw error;
      } finally {
        running -= 1;
      }
    };
    functions.set(name, { name, invoke, inHand: () => running });
  }
  return functions;
}
