import { createHash } from 'node:crypto';
import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { deskCss } from '#web/desk-css.ts';
import { siteCss } from '#web/site-css.ts';
import type { Answer } from '../problem.ts';

/** The pages' style sheet: the site's, with its forms. */
export const styleSheet = `${siteCss}\n${deskCss}`;

/** Where it is, below the sandbox's path; named by its content. */
export const STYLE_PATH = `/static/${createHash('sha256').update(styleSheet).digest('hex').slice(0, 12)}.css`;

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The frame of the sandbox's own pages: the site's looks, another house's name, and that nothing here is real. */
export function SandboxFrame({ title, children }: PropsWithChildren<{ readonly title: string }>) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} - 演示平台(沙箱)`}</title>
          <link rel="stylesheet" href={`/sandbox${STYLE_PATH}`} />
        </head>
        <body>
          <a class="skip" href="#main">
            跳到正文
          </a>
          <header>
            <a href="/sandbox/">演示平台(沙箱)</a>
            <nav class="desk-menu" aria-label="演示平台">
              <a href="/sandbox/">控制台</a> <a href="/sandbox/enter">后台录入</a> <a href="/">返回拍卖汇总</a>
            </nav>
          </header>
          <main id="main">
            <div class="notice">
              <p>
                <strong>演示</strong> 这是本机上的演示平台,标的、竞买人、出价都是虚构的,不是真实交易。
              </p>
            </div>
            {children}
          </main>
        </body>
      </html>
    </>
  );
}

/** A page as an answer, allowed to load nothing but its style sheet. */
export function pageAnswer(page: unknown, status = 200): Answer {
  const headers = {
    'content-security-policy': POLICY,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
  };
  return { status, headers, body: String(page) };
}
