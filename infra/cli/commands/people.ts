import { randomUUID } from 'node:crypto';
import { manifests } from '#adapters/manifests.ts';
import type { JsonValue } from '#shared/domain/json.ts';
import type { HeldAssignment, Person } from '#shared/domain/people/person.ts';
import { assignmentDays, assignmentText, endingText } from '#web/pages/desk/people/words.ts';
import type { Command, CommandArguments, ExitCode } from '../command.ts';
import { findHost, readJson, sendJson } from '../host-client.ts';
import { print, printError } from '../output.ts';
import { dataDirectory } from '../settings.ts';

type Shown = Pick<Person, 'id' | 'name' | 'assignments'>;

const NAMES = new Map(manifests.map(({ id, name }) => [id, name]));

function assignmentLine(held: HeldAssignment): string {
  const text = assignmentText(held, (id) => NAMES.get(id) ?? id);
  return `    ${held.id}  ${text}  ${assignmentDays(held)}  ${endingText(held)}`.trimEnd();
}

function personLines({ id, name, assignments }: Shown): readonly string[] {
  return [`${id}  ${name ?? '(尚未登录)'}`, ...assignments.map(assignmentLine)];
}

function show(people: readonly Shown[], asJson: boolean): ExitCode {
  if (asJson) print(JSON.stringify(people, null, 2));
  else for (const line of people.flatMap(personLines)) print(line);
  return 0;
}

/** What is asked besides the person, as the route takes it; options left out are left out. */
function given(args: CommandArguments, names: Readonly<Record<string, string>>): Record<string, JsonValue> {
  const pairs = Object.entries(names).map(([option, field]) => [field, args.option(option)] as const);
  return Object.fromEntries(pairs.filter((pair): pair is readonly [string, string] => pair[1] !== undefined));
}

async function run(args: CommandArguments): Promise<ExitCode | undefined> {
  const [what, id = '', assignment = ''] = args.positionals;
  const host = findHost(dataDirectory());
  const asJson = args.has('json');
  const path = `/v1/people/${encodeURIComponent(id)}`;
  if (what === 'list' && id === '') {
    const { people } = (await readJson(host, '/v1/people')) as { people: readonly Shown[] };
    return show(people, asJson);
  }
  if (what === 'show' && id !== '') {
    const { state } = (await readJson(host, path)) as { state: Person };
    return show([state], asJson);
  }
  if (what === 'grant' && id !== '' && assignment === '') {
    const options = { role: 'role', scope: 'scope', bureau: 'bureau', from: 'from', until: 'until' };
    const body = { ...given(args, options), onBehalf: args.has('on-behalf') };
    const { person } = (await sendJson(host, `${path}/assignments`, body, randomUUID())) as { person: Person };
    return show([person], asJson);
  }
  if (what === 'end' && assignment !== '') {
    const body = given(args, { reason: 'reason', 'last-day': 'lastDay' });
    const ending = `${path}/assignments/${encodeURIComponent(assignment)}/end`;
    const { person } = (await sendJson(host, ending, body, randomUUID())) as { person: Person };
    return show([person], asJson);
  }
  return undefined;
}

/** `hub people`: who may do what at the desk. */
export const peopleCommand: Command = {
  name: 'people',
  usage:
    'list | show <id> | grant <id> --role <role> --scope <code> [--bureau <b>] [--on-behalf] [--from <day>] [--until <day>] | end <id> <assignment> --reason <text> [--last-day <day>]',
  chinese:
    '人员与任职:list 列出,show 查看一人,grant 任职(编号由本人登录后看到),end 停止任职;role 为 village-clerk 村级经办、owner-clerk 国有单位经办、township-reviewer 镇街审核、bureau-reviewer 主管部门审核、office 交易中心、platform-operator 平台经办、auditor 审计',
  english: 'people and their roles: list them, show one, grant a role, end an assignment',
  flags: ['json', 'on-behalf'],
  options: ['role', 'scope', 'bureau', 'from', 'until', 'reason', 'last-day'],
  arity: [1, 3],
  async run(args) {
    const code = await run(args);
    if (code !== undefined) return code;
    printError(`用法 / usage: people ${peopleCommand.usage}`);
    return 2;
  },
};
