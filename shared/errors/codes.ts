/** What is known about an error code: whether trying again may heal it, the HTTP status, and the words for the person. */
interface ErrorCodeFacts {
  readonly retryable: boolean;
  readonly status: number;
  /** Chinese title. */
  readonly title: string;
  /** Chinese: what the person who reads it should do next. */
  readonly wayOut: string;
}

/** The one error tree (错误码): codes are stable, a new meaning gets a new code. */
export const ERROR_CODES = {
  'REQUEST.INVALID': {
    retryable: false,
    status: 400,
    title: '请求内容有误',
    wayOut: '按 errors 中指出的位置改正后重新提交。',
  },
  'CURSOR.INVALID': {
    retryable: false,
    status: 400,
    title: '翻页位置无效',
    wayOut: '翻页位置只能用于给出它的那组筛选条件和排序;去掉 cursor 从第一页重新读取。',
  },
  'LOT.END_UNKNOWN': {
    retryable: false,
    status: 404,
    title: '平台没有给出结束时间',
    wayOut: '没有结束时间就没有日程;平台公布结束时间后再试。',
  },
  'ACCESS.UNAUTHENTICATED': {
    retryable: false,
    status: 401,
    title: '未登录或凭证无效',
    wayOut: '本机运行时,凭证在数据目录的 token 文件中;请在运行系统的同一台机器、用同一个 DATA_DIR 再试。',
  },
  'ACCESS.CROSS_SITE': {
    retryable: false,
    status: 403,
    title: '请求来自别的网站',
    wayOut: '请在本系统的页面上操作;刷新页面后再试。',
  },
  'ACCESS.DENIED': {
    retryable: false,
    status: 403,
    title: '没有权限',
    wayOut: '此操作需要其他角色,请联系资产管理部门开通。',
  },
  'RESOURCE.NOT_FOUND': {
    retryable: false,
    status: 404,
    title: '没有找到',
    wayOut: '核对地址或编号;刚导入的内容请稍候几秒再刷新。',
  },
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
    wayOut: '在浏览器中正常打开该页面,另存后用 hub import 导入;不要绕过平台的验证。',
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
  'MESSAGE.INVALID': {
    retryable: false,
    status: 422,
    title: '队列消息格式不符',
    wayOut: '消息已留在死信队列;核对发送方的版本后重新投递。',
  },
  'STORE.CONTENTION': {
    retryable: true,
    status: 503,
    title: '同一记录正被多处修改',
    wayOut: '系统会自动重试,无需处理。',
  },
  'STORE.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '存储暂时不可用',
    wayOut: '系统会自动重试;持续出现请检查存储服务。',
  },
  'QUEUE.UNAVAILABLE': {
    retryable: true,
    status: 503,
    title: '消息队列暂时不可用',
    wayOut: '系统会自动重试;持续出现请检查队列服务。',
  },
  'SNAPSHOT.MISSING': {
    retryable: true,
    status: 503,
    title: '目录快照缺失',
    wayOut: '稍后再试;持续出现请检查快照存储。',
  },
  'FILE.UNREADABLE': {
    retryable: false,
    status: 400,
    title: '读不到这个文件',
    wayOut: '核对文件路径与读取权限。',
  },
  'FILE.EXISTS': {
    retryable: false,
    status: 409,
    title: '文件已存在',
    wayOut: '换一个文件名;系统不会覆盖已有的文件。',
  },
  'HOST.PORT_TAKEN': {
    retryable: false,
    status: 503,
    title: '端口已被占用',
    wayOut: '关闭占用该端口的程序,或用 PORT=其他端口 npm start。',
  },
  'HOST.UNREACHABLE': {
    retryable: true,
    status: 503,
    title: '本机系统没有运行',
    wayOut: '先在另一个窗口运行 npm start,并使用相同的 DATA_DIR。',
  },
  'HOST.DATA_IN_USE': {
    retryable: false,
    status: 503,
    title: '数据目录正被另一个进程使用',
    wayOut: '同一数据目录只能运行一个系统;请先停止另一个,或用 DATA_DIR 指定别的目录。',
  },
  'HOST.DATA_VERSION': {
    retryable: false,
    status: 503,
    title: '数据目录由另一版本的系统写成',
    wayOut:
      '较旧的目录:执行 npm run reset -- --keep-documents,保留全部原始文件,其余由系统在下次启动时按原始文件重新算出(变更序号从头开始,跟随变更的程序须重新读取;无法识别的消息不再保留)。较新的目录:换用写成它的版本。',
  },
  'HOST.DATA_FOREIGN': {
    retryable: false,
    status: 503,
    title: '该目录不是本系统的数据目录',
    wayOut: '目录中已有别的文件,系统不会动它;请用 DATA_DIR 指定一个空目录或本系统的数据目录。',
  },
  'HOST.DATA_NOT_EMPTY': {
    retryable: false,
    status: 409,
    title: '数据目录不是空的',
    wayOut: '用 DATA_DIR 指定一个空目录,或加 --replace:原目录改名后保留在旁边。',
  },
  'BACKUP.UNREADABLE': {
    retryable: false,
    status: 422,
    title: '备份文件已损坏,或不是本系统的备份',
    wayOut: '没有恢复任何内容;请换用另一份由 hub backup 写成的备份。',
  },
  'BACKUP.VERSION': {
    retryable: false,
    status: 422,
    title: '备份由另一版本的系统写成',
    wayOut: '没有恢复任何内容;请用写成它的版本恢复。较旧的备份恢复后,再按数据目录升级的办法处理。',
  },
  'INTERNAL.UNEXPECTED': {
    retryable: true,
    status: 500,
    title: '系统内部错误',
    wayOut: '请带上请求编号(instance)联系维护人员。',
  },
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;

/** A stable error code. */
export type ErrorCode = keyof typeof ERROR_CODES;
