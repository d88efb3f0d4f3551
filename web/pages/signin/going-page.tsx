import { Layout } from '../layout.tsx';

interface GoingProps {
  /** Where the issuer's page is reached from. */
  readonly start: string;
  /** The person has just signed out, and stays here until he wants in again. */
  readonly signedOut: boolean;
  readonly stylesheet: string;
}

/** The way to the issuer's own page: goes on by itself, except after signing out. */
export function GoingPage({ start, signedOut, stylesheet }: GoingProps) {
  return (
    <Layout title="登录" stylesheet={stylesheet}>
      <h1>{signedOut ? '已退出登录' : '登录'}</h1>
      <p>{signedOut ? '这台电脑上的登录已结束。' : '正在打开登录页,登录后会回到刚才的页面。'}</p>
      <p>
        <a href={start}>{signedOut ? '重新登录' : '没有自动打开时,请点这里登录'}</a>
      </p>
    </Layout>
  );
}
