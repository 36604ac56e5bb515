import type { JSONPath } from 'jsonc-parser';
import type { CompletionItem } from 'vscode-languageserver-types';
import { attributeFacts } from '../../../core/scim/attributeFacts';
import { documentAttribute } from '../../mapping/completion/documentation';
import { markup } from '../../shared/markdown';
import type { EditedPayload } from '../editedPayload';
import type { JsonNode } from '../../../core/json/jsonNode';
import { nodeAtPath } from '../nodeAtPath';
import { attributeAt, knownSchemaOf, withinResource } from '../resourcePath';

type Description = Pick<CompletionItem, 'labelDetails' | 'documentation'>;

/** Describes a name that completion offers. A name that only the service sets is read-only. */
export function describeOffer(
  { payload, knowledge }: EditedPayload,
  { root, around }: { readonly root: JsonNode | undefined; readonly around: JSONPath },
  name: string,
): Description | 'read-only' | undefined {
  const within = withinResource(payload.kind, around);
  if (within === undefined) return undefined;
  if (/^urn:/i.test(name)) return ofSchema(knownSchemaOf(knowledge, name)?.name);
  const resource = root && nodeAtPath(root, around.slice(0, around.length - within.length));
  const attribute = attributeAt([...within, name], resource, knowledge);
  if (attribute === undefined) return undefined;
  const { path, definition } = attribute;
  if (definition.readOnly === true) return 'read-only';
  const facts = attributeFacts(path);
  const [target] = facts?.entra ?? [];
  return {
    labelDetails: { detail: `  ${definition.type}`, ...(target === undefined ? {} : { description: target }) },
    documentation: markup(documentAttribute(path, definition, facts)),
  };
}

function ofSchema(name: string | undefined): Description | undefined {
  return name === undefined ? undefined : { labelDetails: { description: name } };
}
