import type { Caller } from '#shared/domain/caller.ts';
import type { Problem } from '#shared/errors/problem.ts';
import type { FormValues } from './form-text.ts';
import { DeskPage } from './frame.tsx';

interface ProblemProps {
  readonly problem: Problem;
  readonly caller: Caller | undefined;
  readonly assets: string;
  /** What was filled in when the session had ended: it can be sent again after signing in. */
  readonly unsent?: { readonly address: string; readonly form: FormValues } | undefined;
}

/** Keeps what was filled in while the person signs in elsewhere; its key makes it happen once. */
function SendAgain({ address, form }: NonNullable<ProblemProps['unsent']>) {
  const fields = Object.entries(form).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((text) => [name, text] as const),
  );
  return (
    <form method="post" action={address} class="desk-form">
      <p>您填写的内容还没有保存。请先在新窗口中登录,再回到这一页点“继续保存”;关闭这一页,内容就没有了。</p>
      {fields.map(([name, text]) => (
        <input type="hidden" name={name} value={text} />
      ))}
      <p class="buttons">
        <a class="button quiet" href="/sign-in" target="_blank" rel="noopener">
          1. 在新窗口中登录
        </a>
        <button type="submit">2. 继续保存</button>
      </p>
    </form>
  );
}

/** An error as a person at the desk reads it: what happened, what to do, and the code to quote. */
export function DeskProblemPage({ problem, caller, assets, unsent }: ProblemProps) {
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
      {unsent === undefined ? (
        <p>
          <a href="/desk">回到今日待办</a>
        </p>
      ) : (
        <SendAgain {...unsent} />
      )}
      <p class="soft">
        代码 {problem.code}
        {problem.instance === undefined ? '' : `,请求编号 ${problem.instance}`}
      </p>
    </DeskPage>
  );
}
