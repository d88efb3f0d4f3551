import { createWriteStream, existsSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { AppError } from '#shared/errors/app-error.ts';
import type { Command } from '../command.ts';
import { COMPARISON_OPTIONS, comparisonQuery } from '../comparison-query.ts';
import { findHost, readStream } from '../host-client.ts';
import { print } from '../output.ts';
import { dataDirectory } from '../settings.ts';

export const reportCommand: Command = {
  name: 'report',
  usage:
    '[--from YYYY-MM-DD --to YYYY-MM-DD | --preset this-month|year-to-date|same-period-last-year] [--township|--class|--category|--kind <value>] [--demo] [--facts <hash>] [--format text|json|csv|docx|xlsx] [--out <file>]',
  chinese: '期间通报:不指定 --out 时文字版直接输出,Word 和 Excel 写入 report.docx、report.xlsx;不覆盖已有文件',
  english:
    "the period's report: text, JSON and CSV to the terminal unless --out names a file; Word and Excel into report.docx or report.xlsx; never over an existing file",
  flags: ['demo'],
  options: [...COMPARISON_OPTIONS, 'format', 'out'],
  arity: [0, 0],
  async run(args) {
    const format = args.option('format') ?? 'text';
    const isOfficeFile = format === 'docx' || format === 'xlsx';
    const file = args.option('out') ?? (isOfficeFile ? `report.${format}` : undefined);
    if (file !== undefined && existsSync(file)) {
      throw new AppError('FILE.EXISTS', 'the file exists', { details: { file } });
    }
    const query = comparisonQuery(args);
    query.set('format', format);
    const report = await readStream(findHost(dataDirectory()), `/v1/reports?${query}`);
    if (file === undefined) {
      print((await text(report)).trimEnd());
      return 0;
    }
    await pipeline(report, createWriteStream(file, { flags: 'wx' }));
    print(`已写入 / written: ${file}`);
    return 0;
  },
};
