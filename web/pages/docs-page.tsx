import { Layout } from './layout.tsx';

/** What the page reads of a JSON schema. */
interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
}

interface Parameter {
  readonly $ref?: string;
  readonly name?: string;
  readonly description?: string;
  readonly schema?: Schema;
}

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
  readonly 'x-example': string;
}

/** What the page reads of the OpenAPI document. */
export interface ApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
  };
}

function lastPart(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The shape of a value in few words. */
function Shape({ schema }: { readonly schema: Schema }) {
  if (schema.$ref !== undefined) {
    const name = lastPart(schema.$ref);
    return <a href={`#${name}`}>{name}</a>;
  }
  if (schema.anyOf !== undefined) {
    return schema.anyOf.map((one, index) => (
      <>
        {index === 0 ? '' : ' | '}
        <Shape schema={one} />
      </>
    ));
  }
  if (schema.enum !== undefined) return <code>{schema.enum.join(' | ')}</code>;
  if (schema.items !== undefined) {
    return (
      <>
        <Shape schema={schema.items} />
        []
      </>
    );
  }
  return <code>{[schema.type ?? 'any'].flat().join(' | ')}</code>;
}

function limitsText({ minimum, maximum, default: usual }: Schema): string {
  const limits = minimum === undefined || maximum === undefined ? '' : `${minimum}–${maximum}`;
  const left = usual === undefined ? '' : `不写为 ${String(usual)}`;
  return [limits, left].filter((part) => part !== '').join(',');
}

function Fields({ of }: { readonly of: readonly (readonly [name: string, schema: Schema, description?: string])[] }) {
  return (
    <div class="scroll">
      <table>
        <tbody>
          {of.map(([name, schema, description = schema.description]) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
              </th>
              <td>
                <Shape schema={schema} /> <span class="soft">{limitsText(schema)}</span>
              </td>
              <td>{description ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface OperationProps {
  readonly path: string;
  readonly operation: Operation;
  readonly document: ApiDocument;
  readonly origin: string;
}

function OperationPanel({ path, operation, document, origin }: OperationProps) {
  const { operationId, summary, description, responses } = operation;
  const parameters = operation.parameters.map((parameter) =>
    parameter.$ref === undefined ? parameter : (document.components.parameters[lastPart(parameter.$ref)] ?? parameter),
  );
  const rows = parameters.map(({ name = '', schema = {}, description: text }) => [name, schema, text ?? ''] as const);
  const types = Object.keys(responses['200']?.content ?? {});
  return (
    <section class="panel" id={operationId}>
      <h2>
        <code>GET {path}</code>
      </h2>
      <p>{description}</p>
      <p class="soft" lang="en">
        {summary}
      </p>
      <p>
        <code>curl '{`${origin}${encodeURI(operation['x-example'])}`}'</code>
      </p>
      {rows.length === 0 ? null : <Fields of={rows} />}
      <p class="soft">
        {types.join('、')};状态 {Object.keys(responses).join('、')}
      </p>
    </section>
  );
}

function SchemaPanel({ name, schema }: { readonly name: string; readonly schema: Schema }) {
  const fields = Object.entries(schema.properties ?? {});
  return (
    <section class="panel" id={name}>
      <h3>
        <code>{name}</code>
      </h3>
      <p>{schema.description ?? ''}</p>
      {fields.length === 0 ? <Shape schema={schema} /> : <Fields of={fields} />}
    </section>
  );
}

interface DocsProps {
  readonly document: ApiDocument;
  /** Host the examples call, without a path. */
  readonly origin: string;
  readonly stylesheet: string;
}

/** The API for people: every route with its parameters and a call to try, then the shapes of the answers. */
export function DocsPage({ document, origin, stylesheet }: DocsProps) {
  const { info, paths, components } = document;
  return (
    <Layout title="数据接口" stylesheet={stylesheet}>
      <h1>
        {info.title} {info.version}
      </h1>
      {info.description.split('\n\n').map((paragraph) => (
        <p>{paragraph}</p>
      ))}
      <p>
        机器可读:<a href="/openapi.json">openapi.json</a>(OpenAPI 3.1)。错误代码见<a href="/errors">错误代码说明</a>。
      </p>
      <nav aria-label="接口">
        <ul>
          {Object.entries(paths).map(([path, { get }]) => (
            <li>
              <a href={`#${get.operationId}`}>{path}</a>
            </li>
          ))}
        </ul>
      </nav>
      {Object.entries(paths).map(([path, { get }]) => (
        <OperationPanel path={path} operation={get} document={document} origin={origin} />
      ))}
      <h2>答复的结构</h2>
      {Object.entries(components.schemas).map(([name, schema]) => (
        <SchemaPanel name={name} schema={schema} />
      ))}
    </Layout>
  );
}
