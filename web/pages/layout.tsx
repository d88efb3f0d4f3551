import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { ICON_PATH } from '../icon.ts';

interface LayoutProps {
  readonly title: string;
  readonly stylesheet: string;
  /** Address of the page's content as an Atom feed. */
  readonly feed?: string;
}

/** The frame of every page. */
export function Layout({ title, stylesheet, feed, children }: PropsWithChildren<LayoutProps>) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} - 公共资产拍卖汇总`}</title>
          <link rel="icon" href={ICON_PATH} type="image/svg+xml" />
          <link rel="stylesheet" href={stylesheet} />
          {feed === undefined ? null : <link rel="alternate" type="application/atom+xml" title={title} href={feed} />}
        </head>
        <body>
          <a class="skip" href="#main">
            跳到正文
          </a>
          <header>
            <a href="/">公共资产拍卖汇总</a>
          </header>
          <main id="main">{children}</main>
          <footer>
            <p>数据来自各拍卖平台的公开页面,以平台公告为准。“–”表示平台没有给出。</p>
            <nav aria-label="说明">
              <a href="/docs">数据接口</a> <a href="/errors">错误代码说明</a> <a href="/audit">留痕校验</a>{' '}
              <a href="/office">办公室入口</a> <a href="/desk">工作台</a>
            </nav>
          </footer>
        </body>
      </html>
    </>
  );
}
