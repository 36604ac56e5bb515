import type { AttributeFacts } from '../../../core/scim/attributeFacts';
import type { AttributePath } from '../../../core/scim/attributePath';

/** Names that HR systems use for an attribute, where they resemble neither SCIM's name nor Entra's. */
const ALSO_CALLED: Readonly<Record<string, readonly string[]>> = {
  externalId: ['WorkerID', 'EmployeeID', 'EmployeeNumber', 'PersonnelNumber', 'PersonID'],
  userName: ['UserID', 'Login', 'LoginName', 'UPN'],
  active: ['Status', 'WorkerStatus', 'EmploymentStatus', 'IsActive'],
  'name.familyName': ['LastName', 'Surname'],
  'name.givenName': ['FirstName', 'Forename'],
  displayName: ['FullName', 'PreferredName', 'Name'],
  title: ['JobTitle', 'Position'],
  userType: ['WorkerType', 'EmployeeType'],
  'addresses.locality': ['City', 'Town'],
  'addresses.region': ['State', 'Province'],
  'addresses.postalCode': ['ZipCode', 'PostCode'],
  'addresses.streetAddress': ['Street', 'Address'],
  'addresses.country': ['CountryCode'],
  'phoneNumbers.value': ['Phone', 'OfficePhone', 'WorkPhone', 'Telephone'],
  'emails.value': ['Email', 'Mail', 'EmailAddress', 'WorkEmail'],
  employeeNumber: ['WorkerID', 'EmployeeID', 'PersonnelNumber'],
  organization: ['Company', 'LegalEntity'],
  'manager.value': ['ManagerID', 'Supervisor', 'SupervisorID'],
};

/** The names that a column for this attribute may have. */
export function namesFor({ attribute, sub }: AttributePath, facts: AttributeFacts | undefined): readonly string[] {
  const own = sub === undefined || sub === 'value' ? attribute.replace(/s$/, '') : sub;
  const also = ALSO_CALLED[sub === undefined ? attribute : `${attribute}.${sub}`] ?? [];
  return [own, ...also, ...(facts?.entra ?? [])];
}

/**
 * The column whose name is most similar to one of the names; `undefined` if none is similar enough. Earlier names are
 * preferred.
 */
export function nearestColumn(columns: readonly string[], names: readonly string[]): string | undefined {
  const wanted = names.map(wordsOf);
  let best: string | undefined;
  let bestScore = 0.6;
  for (const column of columns) {
    const words = wordsOf(column);
    for (const [index, name] of wanted.entries()) {
      const score = nearness(words, name) - index / 100;
      if (score <= bestScore) continue;
      best = column;
      bestScore = score;
    }
  }
  return best;
}

/** `EMP_LastName` as emp, last, name; without accents. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/(\p{Ll}|\p{N})(?=\p{Lu})/gu, '$1 ')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** 1 if the names differ only in case and punctuation, less if they share words. */
function nearness(a: readonly string[], b: readonly string[]): number {
  if (a.join('') === b.join('')) return 1;
  const shared = a.filter((word) => b.includes(word)).length;
  return (2 * shared) / (a.length + b.length);
}
