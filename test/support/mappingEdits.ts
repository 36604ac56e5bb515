import { readFileSync } from 'node:fs';
import { createSeededRandom } from './seededRandom';

/** What is put into a mapping: single characters that change how all the rest is read, and pieces of lines. */
const PIECES = [
  '{', '}', '"', "'", '[', ']', '(', ')', '#', '@', '=', ',', '.', ':', '\\', ' ', '\t', '\n', '\r', '\r\n', '\u2028', '\uFEFF', '\u{1F600}',
  'a', '7', '-0', 'null', ' and ', 'urn:', 'title', 'name {', 'where ', 'where [A] <> "b"\n', 'where ToLower([Worker ID]\n', 'source csv {', 'source csv { files = "x.csv" }\n',
  'schema urn:x:y {', 'schema urn:ietf:params:scim:schemas:extension:contoso:1.0:User {\n', 'schema urn:ietf:params:scim:schemas:extension:Enterprise:2.0:User {\n',
  'title = [T]\n', 'Title = "x"\n', 'active = "x"\n', 'Active = CDate([Start])\n', 'displayname = ToLower([x]', 'Switch([S], , "A"', 'userName = SelectUniqueValue([A], DefaultDomain())\n',
  'externalId = "00000000000000000017"  @empty(omit)\n', 'emails[type eq "home"].value = [Mail]\n', 'emails[type eq "work" and primary eq true].value = Switch([S], , "A", "b")\n',
  'emails[primary eq true and type eq "work"].value = Switch([S], "a", "b")\n', 'emails[type eq -0].type = [Worker ID]\n', 'password = [P]\n', 'name {\n  givenName.first = [F]\n',
  'urn:ietf:params:scim:schemas:extension:contoso:1.0:User:title = [A]\n', 'urn:ietf:params:scim:schemas:extension:Contoso:1.0:User:HireDate.x = [worker_id]\n',
  '  @empty(null)', '  @type(DateTime)', '  @emty', '# note\n', '# ignore mapping.duplicate-path\n', '  # ignore mapping.unknown-attribute, expression.syntax', '[Worker ID]', '[worker_id]',
]; // prettier-ignore

/** Larger texts are given up for the first one. */
const MAX_LENGTH = 8000;

/** Texts that each change the one before by a typical edit: pieces are inserted, cut out, moved or restored. */
export function* editedTexts(first: string, seed: number): Generator<string, never> {
  const random = createSeededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const earlier: string[] = [first];
  for (let text = first; ; yield text) {
    text = below(8) === 0 ? (earlier[below(earlier.length)] ?? first) : edited(text, below);
    if (text.length > MAX_LENGTH) text = first;
    earlier.push(text);
    if (earlier.length > 20) earlier.shift();
  }
}

function edited(text: string, below: (limit: number) => number): string {
  const at = below(text.length + 1);
  const removed = [0, 0, 1, 1, below(4), below(60)][below(6)] ?? 0;
  const copied = below(text.length + 1);
  const put = ['', PIECES[below(PIECES.length)], PIECES[below(PIECES.length)], text.slice(copied, copied + below(90))];
  return text.slice(0, at) + (put[below(put.length)] ?? '') + text.slice(at + removed);
}

/** The mapping of the sample company. */
export function mappingSample(): string {
  return readFileSync('samples/contoso/contoso.scimmap', 'utf8');
}
