import type { PlatformManifest } from '#shared/ports/auction-platform.ts';
import { INTERFACE_KINDS } from '../kit/open-platform/document-kinds.ts';

const UNTRIED = 'the Open Platform Interface; tried with the sandbox platform only, never with this one';
const BY_WORD = {
  api: UNTRIED,
  otherwise: { no: 'a package announces a lot; changes and withdrawals are told to the platform in person' },
} as const;

/** 浙北拍卖 as facts. What was seen and what is our proposal: README.md. */
export const manifest = {
  id: 'zhebei',
  name: '浙北拍卖',
  kind: 'auction-house',
  homepage: 'http://www.0572zbpm.com/',
  capabilities: {
    publish: { api: UNTRIED, otherwise: 'handoff' },
    amend: BY_WORD,
    withdraw: BY_WORD,
    list: { api: UNTRIED, otherwise: { no: 'no list page was ever seen; each notice is brought by hand' } },
    lot: 'page',
    bids: { api: UNTRIED, otherwise: { no: 'bids are called out on site, and none are published' } },
    result: 'file',
    settlement: 'file',
  },
  documentKinds: {
    ...INTERFACE_KINDS,
    notice: { title: '拍卖公告', contentType: 'text/html', rank: 20, needsSubject: true },
    'result-file': { title: '成交结果表', contentType: 'text/csv', rank: 40 },
  },
  hosts: ['www.0572zbpm.com'],
  mappingVersion: 2,
  confidence: 'captured',
} as const satisfies PlatformManifest;
