import { fileURLToPath } from 'node:url';
import { hostUrl, type Running, startHostProcess } from './host-process.ts';

const PRELOAD = fileURLToPath(new URL('./host-preload.ts', import.meta.url));

/** A Monday morning in Beijing, in a year whose holidays are known to its end. */
const FIRST_DAY = '2026-03-09';
const STARTS_AT = Date.parse(`${FIRST_DAY}T09:00:00+08:00`);

/** A real host in a process of its own, whose days begin at `FIRST_DAY`, and that may be killed and started again. */
export interface DeskHost {
  readonly folder: string;
  url(): string;
  /** @param laterMs so much later than when it ended, from now on */
  start(laterMs?: number): Promise<void>;
  /** `kill -9`, and waits until it is dead. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  /** Resolves when the host has died by itself. */
  died(): Promise<void>;
}

/** A host over a folder; not started yet. */
export function deskHost(folder: string): DeskHost {
  // The same all the time: a host started again goes on where it was.
  let shift = STARTS_AT - Date.now();
  let running: Running | undefined;
  let isNew = true;

  async function end(signal: NodeJS.Signals): Promise<void> {
    running?.process.kill(signal);
    await running?.ended;
    running = undefined;
  }

  return {
    folder,
    url: () => hostUrl(folder),
    async start(laterMs = 0) {
      shift += laterMs;
      // At the same port as before: what was saved of the host's address stays true.
      const port = isNew ? '0' : new URL(hostUrl(folder)).port;
      const environment = { NODE_OPTIONS: `--import=${PRELOAD}`, CLOCK_SHIFT_MS: String(shift), PORT: port };
      running = startHostProcess(folder, environment);
      // People have their roles before the samples are loaded, and only the first start loads them.
      await running.until(isNew ? /samples loaded/ : /数据目录/);
      isNew = false;
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async died() {
      await running?.ended;
      running = undefined;
    },
  };
}
