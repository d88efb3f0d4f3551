import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { Problem, RequestFault } from '#shared/errors/problem.ts';
import { Layout } from './layout.tsx';

/** The most values named as possible; longer lists belong in the API's description. */
const MOST_NAMED = 12;

function Fault({ fault }: { readonly fault: RequestFault }) {
  const allowed = fault.allowed ?? [];
  return (
    <li>
      <code>{'parameter' in fault ? fault.parameter : fault.pointer}</code>:{fault.detail}
      {allowed.length === 0 || allowed.length > MOST_NAMED ? null : (
        <span class="soft source">可用:{allowed.join('、')}</span>
      )}
    </li>
  );
}

/** An error as a person reads it: what happened, what is wrong with the request, what to do, and the code to quote. */
export function ProblemPage({ problem, stylesheet }: { readonly problem: Problem; readonly stylesheet: string }) {
  return (
    <Layout title={problem.title} stylesheet={stylesheet}>
      <h1>{problem.title}</h1>
      {problem.errors.length === 0 ? null : (
        <ul class="panel faults">
          {problem.errors.map((fault) => (
            <Fault fault={fault} />
          ))}
        </ul>
      )}
      <p>{problem.wayOut}</p>
      <p>
        <a href="/">查看全部标的</a>
      </p>
      <p class="soft">
        代码 {problem.code}
        {problem.instance === undefined ? '' : `,请求编号 ${problem.instance}`}
      </p>
    </Layout>
  );
}

/** Every error code with its way out; the `type` of each problem points here. */
export function ErrorsPage({ stylesheet }: { readonly stylesheet: string }) {
  return (
    <Layout title="错误代码说明" stylesheet={stylesheet}>
      <h1>错误代码说明</h1>
      <div class="panel">
        <dl class="codes">
          {Object.entries(ERROR_CODES).map(([code, { title, wayOut, retryable }]) => (
            <>
              <dt id={code}>{code}</dt>
              <dd>
                {title}
                {retryable ? '(系统会自动重试)' : ''}
                <span class="soft source">{wayOut}</span>
              </dd>
            </>
          ))}
        </dl>
      </div>
    </Layout>
  );
}
