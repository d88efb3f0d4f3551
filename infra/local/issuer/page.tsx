import type { DemoAccount } from '#infra/demo/people.ts';
import { Layout } from '#web/pages/layout.tsx';

interface AccountsProps {
  readonly accounts: readonly DemoAccount[];
  /** Where the choice is sent. */
  readonly action: string;
  readonly stylesheet: string;
}

/** Who to be: one button for each account. */
export function AccountsPage({ accounts, action, stylesheet }: AccountsProps) {
  return (
    <Layout title="选择演示账号" stylesheet={stylesheet}>
      <h1>选择演示账号</h1>
      <p>本机演示用的登录页:点一下就以该身份登录,不需要密码。人员均为虚构。正式部署时这里是单位自己的统一登录。</p>
      <form method="post" action={action}>
        <ul class="cards">
          {accounts.map(({ id, name, title }) => (
            <li class="card">
              <button type="submit" name="account" value={id}>
                {name}
              </button>
              <p>{title}</p>
              <p class="soft">编号 {id}</p>
            </li>
          ))}
        </ul>
      </form>
    </Layout>
  );
}

/** What the issuer says when a sign-in cannot go on. */
export function IssuerProblemPage({ code, stylesheet }: { readonly code: string; readonly stylesheet: string }) {
  return (
    <Layout title="登录不能继续" stylesheet={stylesheet}>
      <h1>登录不能继续</h1>
      <p>这次登录已过期,或不是从本系统的页面开始的。</p>
      <p>
        <a href="/sign-in">重新登录</a>
      </p>
      <p class="soft">代码 {code}</p>
    </Layout>
  );
}
