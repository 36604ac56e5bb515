import { compileExpression } from '../src/core/expression/compile';
import { EMPTY_CONTEXT } from '../src/core/expression/context';
import { parseExpression } from '../src/core/expression/parser';
import type { Value } from '../src/core/expression/value';

type Source = Readonly<Record<string, Value>>;

/** One expression of each kind that mappings use. */
const KINDS: readonly (readonly [kind: string, expression: string])[] = [
  ['status word', 'Switch([WorkerStatus], , "Active", "True", "Leave", "True", "Terminated", "False")'],
  ['sign-in name', 'Join("@", ToLower([UserID]), "contoso.com")'],
  ['date', 'FormatDateTime([HireDate], , "yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ssZ")'],
  ['pattern', 'Replace([Mail], , "(?<Suffix>@(.)*)", "Suffix", "", , )'],
  [
    'nested',
    'IIF([Country]="DE", Append(Left([FirstName], 1), [LastName]), Join(".", NormalizeDiacritics([FirstName]), NormalizeDiacritics([LastName])))',
  ],
];

const SOURCE: Source = {
  WorkerStatus: 'Leave',
  UserID: 'Reeba.Abbot',
  HireDate: '2015-12-25',
  Mail: 'reeba.abbot@contoso.com',
  Country: 'ES',
  FirstName: 'María',
  LastName: 'González',
};

const ROUNDS = 7;

function compiled(text: string): (source: Source) => Value {
  const { expression } = parseExpression(text);
  if (expression === undefined) throw new Error(text);
  const evaluate = compileExpression<Source>(expression, (name) => (source) => source[name] ?? null);
  return (source) => evaluate(source, EMPTY_CONTEXT);
}

/** Nanoseconds a run: the best of several rounds, so that what else the machine does counts least. */
function best(count: number, run: () => unknown): number {
  let least = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (let i = 0; i < count; i++) run();
    least = Math.min(least, Number(process.hrtime.bigint() - start) / count);
  }
  return least;
}

console.log('kind          compiled once   parsed each time   ratio');
for (const [kind, text] of KINDS) {
  const evaluate = compiled(text);
  const once = best(200_000, () => evaluate(SOURCE));
  const each = best(10_000, () => compiled(text)(SOURCE));
  console.log(
    `${kind.padEnd(14)}${`${once.toFixed(0)} ns`.padStart(12)}${`${each.toFixed(0)} ns`.padStart(19)}${(once / each).toFixed(4).padStart(9)}`,
  );
}
