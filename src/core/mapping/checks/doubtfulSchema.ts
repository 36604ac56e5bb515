import type { Problem } from '../../problems/problem';
import { problemKind, problemOf } from '../../problems/problemKind';
import { KNOWN_SCHEMAS } from '../../scim/userSchema';
import { nearest } from '../../text/nearest';
import type { MappingCheck } from './mappingCheck';
import { placedRules } from '../model/resolveRules';
import type { MappingTree, Word } from '../syntax/syntax';

const kind = problemKind({
  code: 'mapping.doubtful-schema',
  severity: 'warning',
  title: 'Doubtful schema URN',
  explanation:
    "The URN resembles that of Core User or Enterprise User, differs from another URN of the mapping only in case, or does not have the form that Entra's documentation gives for custom attributes: urn:ietf:params:scim:schemas:extension:NAME:VERSION:User. Attributes under a URN that is not in the job's attribute list have no effect.",
  remedy: "Use the suggested URN, or the one in the provisioning job's attribute list.",
  authority: 'Entra',
  example: {
    wrong: 'schema urn:ietf:params:scim:schemas:extension:enterprise:2:User {\n  department = [Department]\n}',
    right: 'schema urn:ietf:params:scim:schemas:extension:enterprise:2.0:User {\n  department = [Department]\n}',
  },
});

/**
 * Source: syncing custom attributes with API-driven inbound provisioning, 2025-03; other documentation uses other
 * forms.
 */
const EXPECTED = /^urn:ietf:params:scim:schemas:extension:[^:\s]+:[0-9]+(?:\.[0-9]+)*:User$/;

/** URNs that the job probably does not have, each reported once. Data: `replacement`, the probable URN. */
export const doubtfulSchema: MappingCheck = {
  kinds: [kind],
  *ofMapping({ parsed }) {
    const spellings = new Map<string, string>();
    const judged = new Set<string>();
    for (const urn of urnsOf(parsed.tree)) {
      const lower = urn.text.toLowerCase();
      if (KNOWN_SCHEMAS.some((schema) => schema.urn.toLowerCase() === lower)) continue;
      const first = spellings.get(lower) ?? urn.text;
      spellings.set(lower, first);
      if (first !== urn.text) {
        const message = `An earlier rule writes this schema as "${first}". With different capitalisation it is sent as a separate schema.`;
        yield problemOf(kind, urn.span, message, { replacement: first });
      } else if (!judged.has(lower)) yield* judge(urn);
      judged.add(lower);
    }
  },
};

function* judge(urn: Word): Generator<Problem> {
  if (!/^urn:[^:]+:/i.test(urn.text)) return;
  const near = nearKnown(urn.text);
  if (near !== undefined) {
    yield problemOf(kind, urn.span, `This resembles "${near}" but is sent as a separate schema.`, {
      replacement: near,
    });
    return;
  }
  if (EXPECTED.test(urn.text)) return;
  const repaired = repair(urn.text);
  const message =
    "Entra's documentation gives custom attributes the form urn:ietf:params:scim:schemas:extension:NAME:VERSION:User. Check that the provisioning job's attribute list has this URN.";
  yield problemOf(kind, urn.span, message, repaired === undefined ? undefined : { replacement: repaired });
}

/** The known URN that differs by a typo. Names of extensions may be similar, so a greater difference does not count. */
function nearKnown(urn: string): string | undefined {
  const near = nearest(
    urn,
    KNOWN_SCHEMAS.map((schema) => schema.urn),
  );
  const name = /^urn:ietf:params:scim:schemas:extension:([^:]+):[0-9.]+:User$/.exec(urn)?.[1];
  if (near === undefined) return undefined;
  return name !== undefined && nearest(name, ['enterprise']) === undefined ? undefined : near;
}

/** Returns the URN in the expected form, if only its case differs or its end is missing. */
function repair(urn: string): string | undefined {
  const match = /^urn:ietf:params:scim:schemas:extension:([^:\s]+):([0-9]+(?:\.[0-9]+)*)(?::users?)?$/i.exec(urn);
  return match === null ? undefined : `urn:ietf:params:scim:schemas:extension:${match[1] ?? ''}:${match[2] ?? ''}:User`;
}

function* urnsOf(tree: MappingTree): Generator<Word> {
  for (const statement of tree.statements) if (statement.kind === 'schema') yield statement.urn;
  for (const { rule, outer } of placedRules(tree)) {
    const urn = (outer[0] ?? rule.path).urn;
    if (urn !== undefined) yield urn;
  }
}
