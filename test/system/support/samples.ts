/** A mapping of four rules, for extracts as {@link extract} writes them. */
export const MAPPING = `externalId  = [Id]
userName    = Join("@", [User], "contoso.com")
displayName = [Name]
active      = Switch([Status], , "A", "True", "T", "False")
`;

export const HEADER = 'Id,User,Name,Status\n';

/** Rows for the people of these numbers. */
export function rows(from: number, to: number, status = 'A'): string {
  const lines = Array.from({ length: to - from + 1 }, (_, index) => {
    const id = from + index;
    return `${id},user${id},Person ${id},${status}\n`;
  });
  return lines.join('');
}

export function extract(count: number): string {
  return HEADER + rows(1, count);
}
