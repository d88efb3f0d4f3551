// A reader that has seen enough (`| head`) closes the pipe; that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

/** Prints one line to standard output. */
export function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints one line to standard error. */
export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}
