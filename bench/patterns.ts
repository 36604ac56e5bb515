import { compileRegex } from '../src/core/expression/dotnet/regex/dotnetRegex';
import { RegexBudgetError, RegexMeter } from '../src/core/expression/dotnet/regex/regexMeter';

/** Patterns that hold backtracking engines for hours on one of the texts below. */
const PATTERNS = [
  '^(a+)+$',
  '(a|aa)+$',
  '(a|a)*b',
  '^(a|a?)+$',
  '(.*a){20}',
  '(.*a){20}$',
  '(a*)*b',
  '([a-zA-Z]+)*$',
  '^(([a-z])+.)+[A-Z]([a-z])+$',
  '(x+x+)+y',
  '(?:a?){30}a{30}',
  '(a?){1,40}a{40}b',
  '\\s+$',
  '^(.*?,){30}P',
  '(?=(a+)+$)b',
  '(?>(a+)+)c',
  '(\\w+\\s?)+!',
  '.*.*.*=.*',
  '(?:(?:a*)*)*b',
  '((a{1,50}){1,50}){1,3}b',
  '(a+)+\\1b',
  '^(\\w*\\W*)*$~',
];

const TEXTS = [`${'a'.repeat(40)}!`, `${'a'.repeat(2000)}!`, 'aab, xx yy '.repeat(20_000)];
const ROUNDS = 3;

function answer(pattern: string, text: string): string {
  const compiled = compileRegex(pattern);
  if ('refusal' in compiled) return 'refused';
  try {
    compiled.regex.replace(text, '-', new RegexMeter());
    return 'answer';
  } catch (error) {
    if (error instanceof RegexBudgetError) return 'too long';
    throw error;
  }
}

console.log(
  'The longest time that each pattern held the thread, over three texts: milliseconds (best of three rounds), and what came of it',
);
let worst = 0;
for (const pattern of PATTERNS) {
  const held = TEXTS.map((text) => {
    let least = Infinity;
    let outcome = '';
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now();
      outcome = answer(pattern, text);
      least = Math.min(least, performance.now() - start);
    }
    return { least, outcome };
  });
  const longest = Math.max(...held.map(({ least }) => least));
  worst = Math.max(worst, longest);
  console.log(
    `${longest.toFixed(1).padStart(6)}  ${pattern.padEnd(36)} ${held.map(({ outcome }) => outcome).join(', ')}`,
  );
}
console.log(`${worst.toFixed(1).padStart(6)}  the worst of ${PATTERNS.length} patterns`);
