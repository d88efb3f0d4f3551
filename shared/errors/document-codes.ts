import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong with platforms and their documents. */
export const DOCUMENT_CODES = {
  'PLATFORM.UNKNOWN': {
    retryable: false,
    status: 404,
    title: '没有这个平台',
    wayOut: '用 hub platforms 查看可用的平台编号。',
  },
  'PLATFORM.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '平台暂时无法访问',
    wayOut: '系统会稍后自动再试,无需处理;持续出现请在浏览器中查看该平台是否正常。',
  },
  'PLATFORM.RATE_LIMITED': {
    retryable: true,
    status: 429,
    title: '平台要求降低访问频率',
    wayOut: '系统会按平台要求的时间再试;经常出现请调低该平台的采集频率。',
  },
  'PLATFORM.REFUSED': {
    retryable: false,
    status: 422,
    title: '平台拒绝了访问',
    wayOut: '网页:在浏览器中正常打开,另存后用 hub import 导入,不要绕过平台的验证;接口:核对平台对接中的地址和密钥。',
  },
  'PLATFORM.BLOCKED': {
    retryable: false,
    status: 422,
    title: '平台不让系统访问',
    wayOut: '系统不绕过登录和验证,隔一段时间再试;其间可在浏览器中打开页面另存后导入,或由平台推送、提供结果文件。',
  },
  'PLATFORM.FORBIDDEN_ADDRESS': {
    retryable: false,
    status: 422,
    title: '该地址不允许访问',
    wayOut: '只访问平台清单 hosts 中的公网地址;若是跳转到登录页,请在浏览器中打开页面,另存后导入。',
  },
  'DOCUMENT.KIND_UNKNOWN': {
    retryable: false,
    status: 400,
    title: '该平台没有这种文件类型',
    wayOut: '用 hub platforms --json 查看该平台的 documentKinds。',
  },
  'DOCUMENT.SUBJECT_MISSING': {
    retryable: false,
    status: 400,
    title: '这种文件里没有标的编号',
    wayOut: '导入时说明它属于哪个标的:hub import … --lot <平台上的标的编号>。',
  },
  'DOCUMENT.TOO_LARGE': {
    retryable: false,
    status: 413,
    title: '文件超过 20 MB',
    wayOut: '拆分后分别导入。',
  },
  'DOCUMENT.TOO_LARGE_TO_SEND': {
    retryable: false,
    status: 413,
    title: '文件太大,不能从网页下载',
    wayOut: '请维护人员按文件编号从文件存储中取出;解析和重新映射不受影响。',
  },
  'DOCUMENT.DRIFT': {
    retryable: false,
    status: 422,
    title: '页面结构与已知格式不符',
    wayOut: '原始文件已保存,数据未改动;对照 details 中的位置修订该平台的 schema 与 mapping 后重新解析。',
  },
  'DOCUMENT.BLOCKED': {
    retryable: false,
    status: 422,
    title: '这是登录、验证码或拦截页,不是数据页',
    wayOut: '在浏览器中正常打开该页面,另存后再导入;不要绕过平台的验证。',
  },
  'DOCUMENT.EMPTY': {
    retryable: false,
    status: 422,
    title: '文件是空的',
    wayOut: '重新保存页面;空文件不会改变任何标的。',
  },
  'DOCUMENT.ENCODING': {
    retryable: false,
    status: 422,
    title: '文字编码无法识别',
    wayOut: '用 UTF-8 或 GBK 重新保存后再导入。',
  },
  'DOCUMENT.DAMAGED': {
    retryable: false,
    status: 422,
    title: '文件内容与其校验值不符',
    wayOut: '传输中损坏,请重新导入原文件。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
