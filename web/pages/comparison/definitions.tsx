import { type Definition, OUTCOME_DEFINITIONS } from '#shared/domain/comparison/definitions.ts';
import { DIMENSION_TEXT, QUALITY_CHECKS, QUALITY_DIMENSIONS } from '#shared/domain/comparison/quality-checks.ts';
import { type Clock, type Confidence, OWNER_TEXT } from '#shared/domain/timeliness/clock.ts';
import { CLOCKS } from '#shared/domain/timeliness/clocks.ts';
import type { PartProps } from './view.ts';

/** How well a rule is documented, in words. */
export const CONFIDENCE_TEXT: Readonly<Record<Confidence, string>> = {
  verified_text: '已核对原文',
  stored_secondary: '据公开转载',
  own_knowledge: '待核对原文',
  assumption: '系统默认,待主管部门确认',
};

function Terms({ title, of }: { readonly title: string; readonly of: readonly Definition[] }) {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <dl class="codes">
        {of.map(({ id, name, sentence }) => (
          <>
            <dt id={id}>{name}</dt>
            <dd>{sentence}</dd>
          </>
        ))}
      </dl>
    </section>
  );
}

/** A clock's sentence with its limits, which name their source. */
function timed({ id, name, sentence, owner, limits }: Clock): Definition {
  const clauses = limits.map(({ clause, confidence }) => `时限依据:${clause}(${CONFIDENCE_TEXT[confidence]})。`);
  return { id: `clock-${id}`, name: `${name}(责任方:${OWNER_TEXT[owner]})`, sentence: [sentence, ...clauses].join('') };
}

/** What every figure means (指标解释), in the version the pages name. */
export function DefinitionsContent({ view }: PartProps) {
  const { definitions, definitionsVersion } = view.comparison;
  const outcome = definitions.filter(({ id }) => Object.hasOwn(OUTCOME_DEFINITIONS, id));
  const elsewhere = new Set([...outcome, ...CLOCKS, ...QUALITY_CHECKS].map(({ id }) => id));
  return (
    <>
      <p class="soft">本页为第 {definitionsVersion} 版。定义改变含义时版本随之改变;版本与数据指纹一起确定每个数字。</p>
      <Terms title="口径与成交" of={outcome} />
      <Terms title="时效" of={CLOCKS.map(timed)} />
      {QUALITY_DIMENSIONS.map((dimension) => (
        <Terms
          title={`数据质量:${DIMENSION_TEXT[dimension]}`}
          of={QUALITY_CHECKS.filter((check) => check.dimension === dimension)}
        />
      ))}
      <Terms title="费用与统计方法" of={definitions.filter(({ id }) => !elsewhere.has(id))} />
    </>
  );
}
