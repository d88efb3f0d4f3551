import type { DataReader } from './parse.ts';

const LONGEST_ADDRESS = 200;

/** A host with a dot or the machine itself, a path without query: no user, no password, nothing that could be a secret. */
const HOST = '(?:[A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+';
const LOOPBACK = '(?:localhost|127\\.0\\.0\\.1|\\[::1\\])';
const PORT_AND_PATH = '(?::\\d{1,5})?(?:/[A-Za-z0-9._~/-]*)?';
const BASE = new RegExp(`^(?:https://(?:${HOST}|${LOOPBACK})|http://${LOOPBACK})${PORT_AND_PATH}$`, 'i');

/** An address that everything at a platform begins with: https, http within the machine; without a slash at the end. */
export function readBase(data: DataReader): string {
  const base = data.text(LONGEST_ADDRESS);
  if (base !== '' && !BASE.test(base)) {
    data.fault('应为 https:// 开头的地址,不带账号、密码和参数;只有本机可用 http://');
  }
  return base.replace(/\/+$/, '');
}
