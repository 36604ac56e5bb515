/**
 * The part of JSON Schema (draft 7, which every tool supports) that our shapes need, with VS Code's extensions for its
 * editor.
 */
export interface JsonSchema {
  readonly $schema?: string;
  readonly title?: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly string[];
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly readOnly?: boolean;
  /** VS Code: not offered by completion. */
  readonly doNotSuggest?: boolean;
  /** VS Code: values offered by completion, with `$1` where the cursor goes. */
  readonly defaultSnippets?: readonly { readonly label?: string; readonly body: unknown }[];
}

export type JsonType = 'object' | 'array' | 'string' | 'number' | 'integer' | 'boolean' | 'null';

/**
 * The schema that a validator is compiled from: without descriptions and suggestions, and without allowed values, which
 * separate checks cover.
 */
export function bareShape(schema: JsonSchema): JsonSchema {
  const { type, properties, patternProperties, additionalProperties, required, items } = schema;
  return {
    ...(type === undefined ? {} : { type }),
    ...(properties === undefined ? {} : { properties: mapShapes(properties) }),
    ...(patternProperties === undefined ? {} : { patternProperties: mapShapes(patternProperties) }),
    ...(additionalProperties === undefined ? {} : { additionalProperties }),
    ...(required === undefined ? {} : { required }),
    ...(items === undefined ? {} : { items: bareShape(items) }),
  };
}

function mapShapes(schemas: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bareShape(schema)]));
}
