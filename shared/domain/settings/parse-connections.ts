import type { PlatformConnection } from './connection.ts';
import type { DataReader } from './parse.ts';
import { readBase } from './parse-base.ts';

/** Where the secrets of platforms are kept: SSM parameters, or Secrets Manager through SSM. */
const SECRET_NAME = /^(\/aws\/reference\/secretsmanager)?\/platforms\/[A-Za-z0-9._/-]{1,200}$/;
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]{0,39}$/;
const LONGEST_OPTION = 200;
const MOST_REQUESTS = 600;

function readSecret(data: DataReader): string {
  const name = data.text(LONGEST_OPTION + 50);
  if (name !== '' && !SECRET_NAME.test(name)) {
    data.fault('应为密钥的存放名称,如 /platforms/平台编号/api-key,只用字母、数字和 . _ - /;不要填写密钥本身');
  }
  return name;
}

function readNamed(data: DataReader, read: (item: DataReader) => string): Readonly<Record<string, string>> {
  return data.entries((item, name) => {
    if (!FIELD_NAME.test(name)) item.fault('参数名称应以字母开头,只用字母和数字,最多40个');
    return read(item);
  });
}

function readConnection(data: DataReader): PlatformConnection {
  return {
    platform: data.at('platform').text(60),
    enabled: data.at('enabled').flag(),
    base: readBase(data.at('base')),
    options: readNamed(data.at('options'), (item) => item.text(LONGEST_OPTION)),
    secrets: readNamed(data.at('secrets'), readSecret),
    requestsPerMinute: data.at('requestsPerMinute').whole(1, MOST_REQUESTS),
  };
}

/** Reads the connections of platforms; each platform has at most one. A secret itself is never taken, only its name. */
export function readConnections(data: DataReader): readonly PlatformConnection[] {
  const connections = data.each(readConnection);
  const ids = connections.map(({ platform }) => platform);
  ids.forEach((id, index) => {
    if (id !== '' && ids.indexOf(id) < index) data.at(index).at('platform').fault('这个平台已有一条对接');
  });
  return connections;
}
