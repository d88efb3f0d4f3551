import { raw } from 'hono/html';
import type { PropsWithChildren } from 'hono/jsx';
import { type Caller, hasRole, type Role } from '#shared/domain/caller.ts';
import type { PersonRole } from '#shared/domain/people/role.ts';
import { ICON_PATH } from '../../icon.ts';

/** Roles in the words people use. */
export const ROLE_TEXT: Readonly<Record<PersonRole, string>> = {
  'village-clerk': '村级经办',
  'owner-clerk': '国有单位经办',
  'township-reviewer': '镇街审核',
  'bureau-reviewer': '主管部门审核',
  office: '交易中心',
  'platform-operator': '平台经办',
  auditor: '审计',
};

/** Parts of the desk in the order of the menu, and who is shown them. */
const PARTS = {
  start: ['/desk', '今日待办', null],
  listings: ['/desk/listings', '挂牌', null],
  review: ['/desk/review', '待我审核', ['township-reviewer', 'bureau-reviewer', 'office']],
  placements: ['/desk/placements', '上架看板', null],
  settlement: ['/desk/settlement', '成交后', null],
  deposits: ['/desk/deposits', '保证金', ['office', 'auditor', 'township-reviewer']],
  contracts: ['/desk/contracts', '合同', null],
  collection: ['/desk/collection', '采集', ['office', 'auditor']],
  reconciliation: ['/desk/reconciliation', '对账', ['office', 'auditor']],
  'same-asset': ['/desk/same-asset', '同一资产', ['office', 'auditor']],
  assets: [
    '/desk/assets',
    '资产',
    ['village-clerk', 'owner-clerk', 'township-reviewer', 'bureau-reviewer', 'office', 'auditor'],
  ],
  settings: ['/desk/settings', '设置', ['office', 'auditor']],
  connections: ['/desk/connections', '平台对接', ['office', 'auditor']],
  people: ['/desk/people', '人员', ['office', 'auditor']],
} as const satisfies Readonly<Record<string, readonly [string, string, readonly Role[] | null]>>;

/** A part of the desk as its menu names it. */
export type DeskPart = keyof typeof PARTS;

/** What every page of the desk is given. */
export interface DeskPageProps {
  readonly title: string;
  /** Undefined where nobody is signed in. */
  readonly caller: Caller | undefined;
  /** Part of the menu the page belongs to. */
  readonly here?: DeskPart;
  /** Folder of the style sheet and the script. */
  readonly assets: string;
}

function Menu({ caller, here }: Pick<DeskPageProps, 'caller' | 'here'>) {
  if (caller === undefined) return null;
  const shown = Object.entries(PARTS).filter(([, [, , roles]]) => roles === null || hasRole(caller, ...roles));
  return (
    <nav class="desk-menu" aria-label="工作台">
      {shown.map(([part, [address, name]]) => (
        <a href={address} aria-current={part === here ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}

function Person({ caller }: { readonly caller: Caller | undefined }) {
  if (caller === undefined) return null;
  const roles = new Set((caller.assignments ?? []).map(({ role }) => ROLE_TEXT[role]));
  return (
    <form class="who" method="post" action="/sign-out">
      <span>
        {caller.name ?? caller.id}
        {roles.size === 0 ? null : <span class="soft">({[...roles].join('、')})</span>}
      </span>
      <button type="submit" class="plain">
        退出
      </button>
    </form>
  );
}

/** The frame of every page of the desk. */
export function DeskPage({ title, caller, here, assets, children }: PropsWithChildren<DeskPageProps>) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang="zh-CN">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{`${title} - 资产交易工作台`}</title>
          <link rel="icon" href={ICON_PATH} type="image/svg+xml" />
          <link rel="stylesheet" href={`${assets}/desk.css`} />
          <script src={`${assets}/desk.js`} defer></script>
        </head>
        <body>
          <a class="skip" href="#main">
            跳到正文
          </a>
          <header class="desk-head">
            <a href="/desk">资产交易工作台</a>
            <Person caller={caller} />
            <Menu caller={caller} {...(here === undefined ? {} : { here })} />
          </header>
          <main id="main">{children}</main>
          <footer>
            <nav aria-label="说明">
              <a href="/">公共资产拍卖汇总</a> <a href="/errors">错误代码说明</a>
            </nav>
          </footer>
        </body>
      </html>
    </>
  );
}
