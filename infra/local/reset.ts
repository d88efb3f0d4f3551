import { existsSync, rmSync } from 'node:fs';
import { dataDirectory } from '#infra/cli/settings.ts';
import { filesOf, keepDocumentsOnly, requireOurs } from './data-directory.ts';
import { exitWithError } from './failure.ts';
import { readPeoplesWork, writePeoplesWork } from './peoples-work.ts';
import { requireUnused } from './table-store.ts';

try {
  const path = dataDirectory();
  if (!existsSync(path)) {
    console.log(`${path} 不存在,无需清空 / nothing there`);
  } else {
    requireOurs(path);
    await requireUnused(filesOf(path).tables);
    if (process.argv.includes('--keep-documents')) {
      const { tables } = filesOf(path);
      const work = await readPeoplesWork(tables);
      keepDocumentsOnly(path);
      await writePeoplesWork(tables, work);
      console.log(
        `已清空 ${path} 中的计算结果,原始文件和工作台内容保留,其余下次启动时重新计算 / emptied, documents and the desk kept`,
      );
    } else {
      rmSync(path, { recursive: true });
      console.log(`已清空 ${path} / emptied`);
    }
  }
} catch (thrown) {
  exitWithError(thrown);
}
