/** As much of an OpenAPI 3.1 document as the reference page shows. */
export interface OpenApiDocument {
  readonly info: { readonly title: string; readonly version: string; readonly description?: string };
  readonly tags?: readonly { readonly name: string; readonly description?: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>;
}

interface OpenApiOperation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly OpenApiParameter[];
  readonly responses?: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

interface OpenApiParameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema?: { readonly description?: string; readonly examples?: readonly unknown[] };
}

export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description: string;
    readonly example: string;
  }[];
  /** Media types of its answers, without problems. */
  readonly formats: readonly string[];
}

export interface OperationGroup {
  readonly name: string;
  readonly description: string;
  readonly operations: readonly Operation[];
}

const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];

/** The operations by tag, in the order of the document. */
export function operationsOf(document: OpenApiDocument): OperationGroup[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ tag: operation.tags?.[0] ?? '', ...described(method, path, operation) }];
    }),
  );
  const named = document.tags ?? [];
  const rest = [...new Set(operations.map(({ tag }) => tag))].filter((tag) => named.every(({ name }) => name !== tag));
  return [...named, ...rest.map((name) => ({ name, description: '' }))]
    .map(({ name, description }) => ({
      name,
      description: description ?? '',
      operations: operations.filter(({ tag }) => tag === name),
    }))
    .filter(({ operations: own }) => own.length > 0);
}

function described(method: string, path: string, operation: OpenApiOperation): Operation {
  const answers = Object.entries(operation.responses ?? {}).filter(([status]) => status.startsWith('2'));
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: method.toUpperCase(),
    path,
    summary: operation.summary ?? '',
    description: operation.description ?? '',
    parameters: (operation.parameters ?? []).map(({ name, required, description, schema }) => ({
      name,
      required: required === true,
      description: description ?? schema?.description ?? '',
      example: text(schema?.examples?.[0]),
    })),
    formats: [...new Set(answers.flatMap(([, { content }]) => Object.keys(content ?? {})))],
  };
}

const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : value === undefined
      ? ''
      : JSON.stringify(value);
