/** Why a file is not taken and what to do instead; people read these beside the file's name. */
export const REFUSALS = {
  empty: '文件是空的。请重新选择;若是从微信保存的,请先点开看得到内容再保存。',
  changed: '收到的内容与选择的文件不一致,可能在传输中损坏。请重新上传。',
  damaged: '文件打不开,内容不完整或已损坏。请在原处打开确认后另存一份再上传。',
  heic: '这是苹果手机的 HEIC 照片,多数平台打不开。请在手机“设置-相机-格式”中选“兼容性最佳”后重拍,或把照片另存为 JPEG 再上传。',
  otherPicture: '这种图片格式不能用。请另存为 JPEG 或 PNG 再上传。',
  interlaced: '这种隔行存储的 PNG 不能用。请用看图软件另存为 JPEG 再上传。',
  program: '这是程序,不是材料,不能上传。请上传 PDF、照片(JPEG、PNG)、Word(docx)或 Excel(xlsx)。',
  markup: '这是网页或矢量图,里面可能带脚本,不能上传。请打印为 PDF 或截图后上传。',
  oldOffice: '这是旧版 Word、Excel 文件或加了密码的文件。请打开后去掉密码,另存为 docx 或 xlsx 再上传,也可另存为 PDF。',
  otherOffice: '只收 Word(docx)和 Excel(xlsx)文档。其他办公文档请另存为 PDF 再上传。',
  macros: '文件里带有宏或控件,打开有风险,不能上传。请另存为不带宏的 docx 或 xlsx,或另存为 PDF。',
  ofd: '这是 OFD 文件,多数平台打不开。请用 OFD 阅读器另存为 PDF 再上传。',
  archive: '这是压缩包。请解压后把里面的文件逐个上传。',
  unpacksTooLarge: '文件展开后超过 200 MB。请压缩其中的图片或拆分后再上传。',
  unknown: '认不出这是什么文件。请上传 PDF、照片(JPEG、PNG)、Word(docx)或 Excel(xlsx)。',
  pdfEncrypted: '这个 PDF 加了密码或限制,别人可能打不开或打印不了。请打开后“打印为 PDF”,得到不加密的文件再上传。',
  pdfScript: '这个 PDF 里带有脚本或会启动程序,打开有风险,不能上传。请打开后“打印为 PDF”再上传。',
  pdfAttachment: '这个 PDF 里夹带了别的文件。请把夹带的文件取出来分别上传,本文件“打印为 PDF”后再上传。',
  pdfUnreadable: '这个 PDF 的内部结构无法检查。请打开后“打印为 PDF”再上传。',
  picturePixels: '图片超过 2600 万像素。请在手机相机设置中改用普通分辨率,或用看图软件缩小后再上传。',
  pictureTiny: '图片太小,看不清。请上传宽和高都不少于 16 像素的图片。',
} as const satisfies Readonly<Record<string, string>>;

/** A file larger than its type may be. */
export function tooLarge(maxBytes: number): string {
  return `文件超过 ${maxBytes / 1024 / 1024} MB。请降低扫描分辨率(200 dpi 即可)、压缩图片或拆成几份再上传。`;
}
