/** One command of the command line (命令). */
export interface Command {
  readonly name: string;
  /** What follows the name, e.g. `<platform> <kind> <file…>`. */
  readonly usage: string;
  readonly chinese: string;
  readonly english: string;
  /** Options that take no value, without dashes. */
  readonly flags: readonly string[];
  /** Options that take a value, without dashes. */
  readonly options: readonly string[];
  /** Fewest and most positional arguments. */
  readonly arity: readonly [least: number, most: number];
  run(args: CommandArguments): Promise<ExitCode>;
}

export interface CommandArguments {
  readonly positionals: readonly string[];
  has(flag: string): boolean;
  option(name: string): string | undefined;
}

/** 0 done; 1 refused, with a problem JSON on standard error; 2 the command was not understood. */
export type ExitCode = 0 | 1 | 2;
