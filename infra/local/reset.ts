import { existsSync, rmSync } from 'node:fs';
import { dataDirectory } from '#infra/cli/settings.ts';
import { filesOf, keepDocumentsOnly, requireOurs } from './data-directory.ts';
import { exitWithError } from './failure.ts';
import { requireUnused } from './table-store.ts';

try {
  const path = dataDirectory();
  if (!existsSync(path)) {
    console.log(`${path} 不存在,无需清空 / nothing there`);
  } else {
    requireOurs(path);
    await requireUnused(filesOf(path).tables);
    if (process.argv.includes('--keep-documents')) {
      keepDocumentsOnly(path);
      console.log(`已清空 ${path} 中的计算结果,原始文件保留,下次启动时重新计算 / emptied, documents kept`);
    } else {
      rmSync(path, { recursive: true });
      console.log(`已清空 ${path} / emptied`);
    }
  }
} catch (thrown) {
  exitWithError(thrown);
}
