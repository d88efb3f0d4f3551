import type { Caller } from '#shared/domain/caller.ts';
import { Layout } from '../layout.tsx';

/** What somebody sees who signed in but was given no role: whom to ask, and what to pass on. */
export function NoRolePage({ caller, stylesheet }: { readonly caller: Caller; readonly stylesheet: string }) {
  return (
    <Layout title="尚未任职" stylesheet={stylesheet}>
      <h1>您已登录,但还没有任职</h1>
      <p>{caller.name ?? caller.id},您好。您的账号还没有分配角色,暂时看不到办理页面。</p>
      <p>请联系区公共资源交易中心,把下面的编号告诉经办人,由其为您办理任职;办好后刷新本页即可。</p>
      <dl class="panel">
        <dt>您的编号</dt>
        <dd>
          <code>{caller.id}</code>
        </dd>
      </dl>
      <p>
        <a href="/desk">我已任职,进入工作台</a>
      </p>
      <form method="post" action="/sign-out">
        <button type="submit">退出登录</button>
      </form>
    </Layout>
  );
}
