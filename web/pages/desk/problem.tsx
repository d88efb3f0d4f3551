import type { Caller } from '#shared/domain/caller.ts';
import type { Problem } from '#shared/errors/problem.ts';
import { DeskPage } from './frame.tsx';

interface ProblemProps {
  readonly problem: Problem;
  readonly caller: Caller | undefined;
  readonly assets: string;
}

/** An error as a person at the desk reads it: what happened, what to do, and the code to quote. */
export function DeskProblemPage({ problem, caller, assets }: ProblemProps) {
  return (
    <DeskPage title={problem.title} caller={caller} assets={assets}>
      <h1>{problem.title}</h1>
      {problem.errors.length === 0 ? null : (
        <ul class="panel faults">
          {problem.errors.map((fault) => (
            <li>{fault.detail}</li>
          ))}
        </ul>
      )}
      <p>{problem.wayOut}</p>
      {problem.code === 'SESSION.MISSING' ? (
        <p>
          <a class="button" href="/sign-in" target="_blank" rel="noopener">
            在新窗口中登录
          </a>
        </p>
      ) : (
        <p>
          <a href="/desk">回到今日待办</a>
        </p>
      )}
      <p class="soft">
        代码 {problem.code}
        {problem.instance === undefined ? '' : `,请求编号 ${problem.instance}`}
      </p>
    </DeskPage>
  );
}
