import type { Problem } from '#shared/errors/problem.ts';
import { Layout } from '../layout.tsx';

/** A sign-in that did not succeed: what to do, and the way to try again. */
export function SigninProblemPage({ problem, stylesheet }: { readonly problem: Problem; readonly stylesheet: string }) {
  const { reason } = problem.details;
  return (
    <Layout title={problem.title} stylesheet={stylesheet}>
      <h1>{problem.title}</h1>
      <p>{problem.wayOut}</p>
      <p>
        <a href="/sign-in/start">重新登录</a>
      </p>
      <p class="soft">
        代码 {problem.code}
        {typeof reason === 'string' ? `(${reason})` : ''}
        {problem.instance === undefined ? '' : `,请求编号 ${problem.instance}`}
      </p>
    </Layout>
  );
}
