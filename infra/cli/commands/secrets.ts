import { text } from 'node:stream/consumers';
import { keepSecret, readSecrets, secretsFile } from '../../local/secrets/file.ts';
import type { Command } from '../command.ts';
import { print, printError } from '../output.ts';

/** What a name looks like; which names a connection may have, the desk says. */
const NAME = /^\/[!-~]{1,250}$/;
const LONGEST = 4_096;

async function set(name: string): Promise<0 | 2> {
  if (!NAME.test(name)) {
    printError('名称以 / 开头,与平台对接中填写的相同 / the name begins with a slash, as given in the connection');
    return 2;
  }
  if (process.stdin.isTTY) printError('请粘贴密钥,回车后按 Ctrl-D / paste the secret, then Enter and Ctrl-D');
  const value = (await text(process.stdin)).trim();
  if (value === '' || value.length > LONGEST) {
    printError('标准输入中没有密钥,或过长 / no secret on standard input, or too long');
    return 2;
  }
  keepSecret(secretsFile(), name, value);
  print(`已存入 ${name} / kept in ${secretsFile()}`);
  return 0;
}

/** `hub secrets`: keys of platforms on this machine, outside the project. A value is neither an argument nor printed. */
export const secretsCommand: Command = {
  name: 'secrets',
  usage: 'list | set <name>',
  chinese: '本机的平台密钥:set 从标准输入读取密钥并存入项目以外的文件,list 只列名称;名称与平台对接中填写的相同',
  english: 'keys of platforms on this machine: set reads one from standard input, list shows names only',
  flags: [],
  options: [],
  arity: [1, 2],
  async run({ positionals: [what, name] }) {
    if (what === 'set' && name !== undefined) return set(name);
    if (what === 'list' && name === undefined) {
      for (const known of Object.keys(readSecrets(secretsFile())).sort()) print(known);
      return 0;
    }
    printError(`用法 / usage: secrets ${secretsCommand.usage}`);
    return 2;
  },
};
