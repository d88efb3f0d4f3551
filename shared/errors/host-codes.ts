import type { ErrorCodeFacts } from './error-code-facts.ts';

/** What may go wrong on the embedded host and with the files of its command line. */
export const HOST_CODES = {
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
      '较旧的目录:执行 npm run reset -- --keep-documents,保留全部原始文件和工作台内容,其余由系统在下次启动时按原始文件重新算出(变更序号从头开始,跟随变更的程序须重新读取;无法识别的消息不再保留)。较新的目录:换用写成它的版本。',
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
  'DEMO.OTHER_LOTS': {
    retryable: false,
    status: 409,
    title: '数据目录中已有其他标的',
    wayOut: '演示数据是虚构的,请另用一个空的数据目录(DATA_DIR),或先 npm run reset;确实要混在一起再加 --force。',
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
} as const satisfies Readonly<Record<string, ErrorCodeFacts>>;
