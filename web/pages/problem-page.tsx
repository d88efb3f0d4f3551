import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { Problem } from '#shared/errors/problem.ts';
import { Layout } from './layout.tsx';

/** An error as a person reads it: what happened, what to do, and the code to quote. */
export function ProblemPage({ problem, stylesheet }: { readonly problem: Problem; readonly stylesheet: string }) {
  return (
    <Layout title={problem.title} stylesheet={stylesheet}>
      <h1>{problem.title}</h1>
      <p>{problem.wayOut}</p>
      <p class="soft">代码 {problem.code}</p>
    </Layout>
  );
}

/** Every error code with its way out; the `type` of each problem points here. */
export function ErrorsPage({ stylesheet }: { readonly stylesheet: string }) {
  return (
    <Layout title="错误代码说明" stylesheet={stylesheet}>
      <h1>错误代码说明</h1>
      <div class="panel">
        <dl>
          {Object.entries(ERROR_CODES).map(([code, { title, wayOut, retryable }]) => (
            <>
              <dt id={code}>{code}</dt>
              <dd>
                {title}
                {retryable ? '(系统会自动重试)' : ''}
                <span class="soft">{wayOut}</span>
              </dd>
            </>
          ))}
        </dl>
      </div>
    </Layout>
  );
}
