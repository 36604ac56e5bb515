import { formatAttributePath } from '../scim/attributePath';
import type { AttributePath } from '../scim/attributePath';

/** What is said of an entry for an attribute that no standard schema has. */
export function ownProblem(given: string, path: AttributePath, entra: string): string {
  return `No standard schema has "${given}". The rule is ${formatAttributePath(path)}: replace contoso with your company's name, add the attribute to the job's attribute list and map it to ${entra} there.`;
}

/** The same above the rule. */
export function ownRemark(path: AttributePath, entra: string): string {
  return `Entra fills ${entra} from an attribute of your own: replace contoso, add ${path.attribute} to the job's attribute list, and map it there. Dates need the form 2026-03-01T00:00:00Z, which FormatDateTime gives.`;
}
