import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import { INTERFACE_KINDS } from '../kit/open-platform/document-kinds.ts';

const UNTRIED = 'the Open Platform Interface; tried with the sandbox platform only, never with this one';
const BY_WORD = {
  api: UNTRIED,
  otherwise: { no: 'a package announces a lot; changes and withdrawals are told to the platform in person' },
} as const;

/** 吴兴区公共资产网络交易平台 as facts. Nothing of it was ever seen: README.md. */
export const manifest = {
  id: 'wuxing',
  name: '吴兴区公共资产网络交易平台',
  kind: 'public-platform',
  // Nobody knows its address. Names under .invalid lead nowhere, so no link of a document can be taken for its own.
  homepage: 'https://wuxing.invalid/',
  capabilities: {
    publish: { api: UNTRIED, otherwise: 'handoff' },
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: 'file',
    lot: 'file',
    bids: 'file',
    result: 'file',
    settlement: 'file',
  },
  documentKinds: {
    ...INTERFACE_KINDS,
    'result-file': {
      title: '成交结果表',
      contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      rank: 25,
    },
  },
  hosts: ['wuxing.invalid'],
  mappingVersion: 3,
  confidence: 'assumed',
} as const satisfies PlatformManifest;
