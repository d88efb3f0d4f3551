import type { HealthState, Incident } from '../../domain/collection/incident.ts';
import { ERROR_CODES } from '../../errors/codes.ts';
import type { Wanted } from '../../ports/platform-fetcher.ts';

/** States of a platform's data in the words people use (平台健康). */
export const HEALTH_TEXT: Readonly<Record<HealthState, string>> = {
  healthy: '正常',
  degraded: '部分异常',
  blocked: '被拦截',
  drifting: '格式变化',
  retired: '已停用',
  off: '未采集',
};

/** What a lot is looked at for, in the words people use. */
export const WANTED_TEXT: Readonly<Record<Wanted, string>> = {
  terms: '公告内容',
  bidding: '竞价过程',
  result: '结果和全部出价',
  settlement: '成交后事项',
};

/** What went wrong, and what to do: nothing, where the system helps itself. */
export interface Advice {
  readonly text: string;
  readonly todo: string;
}

const LISTS: Readonly<Record<string, Advice>> = {
  'LIST.SHRUNK': {
    text: '列表突然变空或少了一半以上',
    todo: '没有删除或结束任何标的,系统继续读取,恢复后自动消除;确有大批撤回的,请在平台上核对。',
  },
  'LIST.INCOMPLETE': {
    text: '列表显示的标的少于平台自报的总数',
    todo: '系统下次从头再读;一直这样的,请在浏览器中打开列表,另存后导入,与本系统核对。',
  },
};

/** Failures while reading live, where the words of the code are meant for whoever brings a file. */
const WHILE_READING: Readonly<Record<string, Advice>> = {
  'DOCUMENT.BLOCKED': {
    text: '平台给出的是登录、验证码或拦截页',
    todo: ERROR_CODES['PLATFORM.BLOCKED'].wayOut,
  },
  'DOCUMENT.DRIFT': {
    text: '页面结构与已知格式不符',
    todo: '数据未改动,原始文件已保存。请维护人员修订该平台的读取规则,之后自动补上,无需重新采集。',
  },
  'DOCUMENT.EMPTY': {
    text: '平台给出的页面是空的',
    todo: '数据未改动,系统稍后再试;持续出现请在浏览器中查看该平台是否正常。',
  },
  'DOCUMENT.ENCODING': {
    text: '页面的文字编码无法识别',
    todo: '数据未改动,原始文件已保存,请维护人员查看。',
  },
  'RESOURCE.NOT_FOUND': {
    text: '平台上找不到要看的页面',
    todo: '已有数据保留。请在浏览器中打开标的页面,看平台是否已下架或换了地址。',
  },
};

/** An incident's code in words, and what to do about it. */
export function adviceOn(code: string): Advice {
  const own = LISTS[code] ?? WHILE_READING[code];
  if (own !== undefined) return own;
  const known = Object.entries(ERROR_CODES).find(([name]) => name === code)?.[1];
  if (known !== undefined) return { text: known.title, todo: known.wayOut };
  return { text: `未归类的异常(${code})`, todo: '系统稍后再试;持续出现请联系维护人员。' };
}

/** Where an incident is, in words; of a list its title. */
export function placeText(
  { place }: Pick<Incident, 'place'>,
  lists: readonly { readonly id: string; readonly title: string }[],
): string {
  const [what = '', name = ''] = place.split(':', 2);
  if (what === 'list') return `列表“${lists.find(({ id }) => id === name)?.title ?? name}”`;
  const wanted = Object.entries(WANTED_TEXT).find(([word]) => word === name)?.[1];
  return what === 'lot' && wanted !== undefined ? `标的页面(${wanted})` : place;
}
