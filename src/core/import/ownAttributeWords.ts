import { formatAttributePath } from '../scim/attributePath';
import type { AttributePath } from '../scim/attributePath';

/** The message for an entry whose attribute is not in a standard schema. */
export function ownProblem(given: string, path: AttributePath, entra: string): string {
  return `No standard schema has "${given}". The rule is ${formatAttributePath(path)}: replace contoso with your company's name, add the attribute to the job's attribute list and map it to ${entra} there.`;
}

/** The comment above that rule. */
export function ownRemark(path: AttributePath, entra: string): string {
  return `Entra fills ${entra} from a custom attribute: replace contoso, add ${path.attribute} to the job's attribute list, and map it there. Dates need the form 2026-03-01T00:00:00Z, which FormatDateTime writes.`;
}
