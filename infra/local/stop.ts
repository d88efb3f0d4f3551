import { realTime, type Timekeeper } from './timekeeper.ts';

export interface StopOptions {
  /** Lets work in hand finish. */
  readonly close: () => Promise<void>;
  /** What is still at work, for people to read. */
  readonly inHand: () => readonly string[];
  readonly say: (line: string) => void;
  readonly exit: (code: number) => void;
  readonly time?: Timekeeper;
}

/** How long work in hand may take to finish; what is cut off then is delivered again at the next start. */
const PATIENCE_SECONDS = 30;

/**
 * What a signal to stop does: the first lets work in hand finish and exits with 0, or after 30 s with 1; a second one
 * exits at once.
 */
export function createStop({ close, inHand, say, exit, time = realTime }: StopOptions): () => Promise<void> {
  let stopping = false;
  return async () => {
    if (stopping) return exit(1);
    stopping = true;
    say('正在停止,手头的工作做完即退出(再按一次 Ctrl+C 立即退出) / stopping, finishing what is in hand');
    const cancel = time.after(PATIENCE_SECONDS * 1000, () => {
      say(`${PATIENCE_SECONDS} 秒后仍未做完 / still at work: ${inHand().join('、')}。现在退出,下次启动会接着做。`);
      exit(1);
    });
    await close();
    cancel();
    exit(0);
  };
}
