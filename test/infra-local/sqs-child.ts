import { startSqs } from '#infra/local/sqs/server.ts';

/** Runs the server on the file named by the first argument until it is killed; prints its endpoint. */
const server = await startSqs({ file: process.argv[2] ?? ':memory:' });
process.stdout.write(`${server.endpoint}\n`);
