import type { ApprovalChain, ChainStep } from '#shared/domain/approval/chain.ts';
import type { FeeSchedule } from '#shared/domain/fees/schedule.ts';
import { PAPER_NAMES } from '#shared/domain/listing/paper-names.ts';
import { formatYuan } from '#shared/domain/money.ts';
import type { RuleOverride } from '#shared/domain/rules/override.ts';
import { TIME_RULES } from '#shared/domain/rules/time-rules.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import type { Admission } from '#shared/domain/settings/platform-profile.ts';
import type { RoundsPolicy } from '#shared/domain/settings/rounds-policy.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import type { SettingName, SettingValues } from '#shared/domain/settings/values.ts';
import { ASSET_CLASS_TEXT, CATEGORY_TEXT } from '../../../words.ts';
import { noticeLines } from '../notices/lines.ts';
import { type NamedPlatform, nameOf } from './view.ts';
import {
  actorText,
  DECISION_TEXT,
  formulaText,
  OWNER_TEXT,
  PAYER_TEXT,
  rateText,
  ruleValueText,
  SEVERITY_TEXT,
} from './words.ts';

type Platforms = readonly NamedPlatform[];

/** What a step asks besides its name: who takes it, with which papers, from which amount, within how long. */
export function stepText(step: ChainStep): string {
  const papers = step.papers.map((paper) => PAPER_NAMES[paper]).join('、');
  const parts = [
    actorText(step),
    papers === '' ? '' : `须有${papers}`,
    step.fromFen === null ? '' : `${formatYuan(step.fromFen)} 元以上`,
    step.workingDays === null ? '' : `${step.workingDays} 个工作日`,
  ];
  return parts.filter((part) => part !== '').join(',');
}

function chainLines(chains: readonly ApprovalChain[]): readonly string[] {
  return chains.flatMap(({ ownerKind, steps, confirmed }) => [
    `${OWNER_TEXT[ownerKind]}:${confirmed ? '已确认' : '待确认'}`,
    ...steps.map((step, index) => `${OWNER_TEXT[ownerKind]}第 ${index + 1} 步 ${step.name}:${stepText(step)}`),
  ]);
}

function ruleLines(overrides: readonly RuleOverride[]): readonly string[] {
  return overrides.map(({ rule: id, decision, value, severity, from, reason, source }) => {
    const rule = TIME_RULES.find((each) => each.id === id);
    const set = rule === undefined || value === null ? '' : `为${ruleValueText(rule, value)}`;
    const weight = severity === null ? '' : `,${SEVERITY_TEXT[severity]}`;
    return `${rule?.name ?? id}:自 ${from} 起${DECISION_TEXT[decision]}${set}${weight}(${source};${reason})`;
  });
}

function admissionLines(admissions: readonly Admission[], platforms: Platforms): readonly string[] {
  return admissions.map(({ platform, assetClasses, categories, from, until, basis }) => {
    const classes = assetClasses.map((each) => ASSET_CLASS_TEXT[each]).join('、') || '全部资产类别';
    const owners = categories.map((each) => CATEGORY_TEXT[each]).join('、') || '全部权属';
    return `${nameOf(platforms, platform)}:${owners},${classes},${from} 至 ${until ?? '另行通知'}(${basis})`;
  });
}

function agreementLines(agreements: readonly FeeSchedule[], platforms: Platforms): readonly string[] {
  return agreements.map(({ platform, agreementNumber, effectiveFrom, effectiveTo, components }) => {
    const fees = components.map(({ payer, formula, base }) => `${PAYER_TEXT[payer]}${formulaText(formula, base)}`);
    return `${nameOf(platforms, platform)}(${agreementNumber}):${effectiveFrom} 至 ${effectiveTo ?? '另行通知'};${fees.join(';')}`;
  });
}

function roundLines(policy: RoundsPolicy): readonly string[] {
  return [
    `流拍 ${policy.failedRoundsBeforeAgreement} 次后可以协议出租`,
    `每轮降价建议不超过 ${rateText(policy.suggestedCutPpm)}`,
    `协议出租公示 ${policy.agreementPublicityWorkingDays} 个工作日`,
    policy.confirmed ? '已确认' : '待确认',
  ];
}

function templateLines({ texts, series }: SettingValues['templates']): readonly string[] {
  return [
    ...Object.entries(texts).flatMap(([kind, text]) => text.split('\n').map((line) => `${kind}:${line}`)),
    ...Object.entries(series).map(([kind, words]) => `${kind} 文号:${words}`),
  ];
}

function connectionLines(connections: readonly PlatformConnection[], platforms: Platforms): readonly string[] {
  return connections.flatMap(({ platform, enabled, base, options, secrets, requestsPerMinute }) => {
    const name = nameOf(platforms, platform);
    return [
      `${name}:${enabled ? '启用' : '停用'},${base},每分钟最多 ${requestsPerMinute} 次`,
      ...Object.entries(options).map(([field, value]) => `${name}:${field} 为 ${value}`),
      ...Object.entries(secrets).map(([field, value]) => `${name}:${field} 的密钥名称为 ${value}`),
    ];
  });
}

function sourceLines(sources: readonly CollectionSource[], platforms: Platforms): readonly string[] {
  return sources.map(({ platform, enabled, base, requestsPerMinute, lists, retired }) => {
    const said = [
      enabled ? '开启' : '关闭',
      base === null ? null : `地址 ${base}`,
      requestsPerMinute === null ? null : `每分钟最多 ${requestsPerMinute} 次`,
      lists === null ? null : `列表 ${lists.join('、')}`,
      retired === null ? null : `已停用:${retired}`,
    ];
    return `${nameOf(platforms, platform)}:${said.filter((each) => each !== null).join(',')}`;
  });
}

const LINES: { readonly [N in SettingName]: (value: SettingValues[N], platforms: Platforms) => readonly string[] } = {
  chains: chainLines,
  rules: ruleLines,
  admissions: admissionLines,
  agreements: agreementLines,
  rounds: roundLines,
  templates: templateLines,
  connections: connectionLines,
  sources: sourceLines,
  notices: noticeLines,
};

/** A setting in Chinese, a line for each thing it says. */
export function settingLines<N extends SettingName>(
  name: N,
  value: SettingValues[N],
  platforms: Platforms,
): readonly string[] {
  return LINES[name](value, platforms);
}
