/**
 * Runs in a Node of its own, without the project's loader: loads a bundle as Lambda does, calls its handler once
 * with the event of the arguments, and sends what came of it to the parent.
 */
import { createRequire } from 'node:module';

const [file, event] = process.argv.slice(2);
const context = { awsRequestId: 'request-1', functionName: 'bundle', getRemainingTimeInMillis: () => 10_000 };

/** Codes and messages of an error and of everything that caused it. */
function causes(error) {
  if (!(error instanceof Error)) return [String(error)];
  return [`${error.name} ${error.code ?? ''} ${error.message}`, ...(error.cause ? causes(error.cause) : [])];
}

async function outcome() {
  const { handler } = createRequire(import.meta.url)(file);
  try {
    return { returned: (await handler(JSON.parse(event), context)) ?? null };
  } catch (error) {
    return { threw: causes(error) };
  }
}

process.send(await outcome(), () => process.exit());
