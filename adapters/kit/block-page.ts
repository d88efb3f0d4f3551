import type { BlockMarks } from './refusal.ts';

/** The start of a title element up to the words looked for. */
const TITLE = '<title[^<>]{0,60}>[^<]{0,80}';

/**
 * Marks of blocked pages that any site may send in place of data, for an adapter that knows none of its own or lists
 * them after its own. Titles and forms only: 登录 and 验证码 stand on healthy pages as well.
 */
export const COMMON_MARKS: BlockMarks = [
  ['captcha', new RegExp(`${TITLE}(?:验证码|安全验证|滑动验证|人机验证|访问验证|captcha)`, 'i')],
  ['captcha', /<(?:div|script|iframe|form)\b[^<>]{0,300}\b(?:g-recaptcha|geetest|nc_wrapper|aliyunCaptcha|TCaptcha)/i],
  ['maintenance', new RegExp(`${TITLE}(?:系统维护|维护中|系统升级|升级中|暂停服务|停机)`, 'i')],
  ['punish', new RegExp(`${TITLE}(?:访问被(?:拒绝|拦截|阻断)|拒绝访问|403 Forbidden|Access Denied|请求被拦截)`, 'i')],
  ['login', new RegExp(`${TITLE}(?:登录|登陆|统一身份认证|sign in|log ?in)`, 'i')],
  ['login', /<input\b[^<>]{0,300}\btype\s{0,4}=\s{0,4}["']?password\b/i],
  ['login', /<meta\b[^<>]{0,200}\brefresh\b[^<>]{0,400}\blogin\b/i],
  ['login', /\blocation(?:\.href)?\s{0,4}=\s{0,4}["'][^"'<>]{0,100}\b(?:login|passport)\b/i],
  ['maintenance', /^[^<]{0,40}<h1>\s{0,10}(?:系统维护|维护中|系统升级)/],
];
