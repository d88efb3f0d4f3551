import type { PropsWithChildren } from 'hono/jsx';

interface LayoutProps {
  readonly title: string;
  readonly stylesheet: string;
}

/** The frame of every page. */
export function Layout({ title, stylesheet, children }: PropsWithChildren<LayoutProps>) {
  return (
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href={stylesheet} />
      </head>
      <body>
        <header>
          <a href="/">公共资产拍卖汇总</a>
        </header>
        <main>{children}</main>
        <footer>
          数据来自各拍卖平台的公开页面,以平台公告为准。“–”表示平台没有给出。<a href="/errors">错误代码说明</a>
        </footer>
      </body>
    </html>
  );
}
