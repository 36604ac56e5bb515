/** The material for generated texts of one kind. */
export interface TextKind {
  /** Documents to take pieces from. */
  readonly samples: readonly string[];
  /** Words that mean something, to be repeated or put in anywhere. */
  readonly tokens: readonly string[];
  /** Pairs that open and close. */
  readonly brackets: readonly (readonly [open: string, close: string])[];
}

/** Reading takes time in proportion to the length: what takes two seconds at this one does not. */
const MAX_LENGTH = 400_000;
/** Of 100,000 repeats half are below 16 and some ten above 20,000. */
const SCALE = 8;

/**
 * A text that goes for depth and size: brackets in one another, tokens in a row, long words, many siblings, put into pieces of
 * documents. Sizes have a heavy tail, so that most texts are small and some are huge.
 * @param random numbers from 0 to below 1 that are the same for the same text
 */
export function generateText(kind: TextKind, random: () => number): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <Item>(items: readonly Item[], otherwise: Item): Item => items[below(items.length)] ?? otherwise;
  const many = () => Math.floor(SCALE / (1 - random()) ** 0.75);
  const repeated = (text: string) => text.repeat(Math.min(many(), Math.floor(MAX_LENGTH / Math.max(1, text.length))));
  const token = () => one(kind.tokens, '');

  const nested = () => {
    const [open, close] = one(kind.brackets, ['', '']);
    const depth = Math.min(many(), Math.floor(MAX_LENGTH / (open.length + close.length + 1)));
    const closed = random() < 0.6 ? depth : below(depth + 1);
    return open.repeat(depth) + token() + close.repeat(closed);
  };
  const mixed = () => Array.from({ length: Math.min(many(), 20_000) }, token).join('');
  const huge = () =>
    token() + repeated(one(['a', 'é', '"', '\\', ' ', '\n', '0', '\u{1F600}', '\r\n\t', '\u0000'], 'a'));
  const piece = () => {
    const sample = one(kind.samples, '');
    const start = random() < 0.3 ? 0 : below(sample.length);
    return sample.slice(start, start + (random() < 0.1 ? sample.length : below(600)));
  };
  const siblings = () => repeated(`${random() < 0.5 ? token() : piece().slice(0, 60)}${one(['', ',', '\n', ' '], '')}`);

  let text = random() < 0.7 ? piece() : '';
  for (let left = 1 + below(3); left > 0; left--) {
    const put = one([nested, nested, () => repeated(token()), mixed, huge, siblings, piece], piece)();
    const at = below(text.length + 1);
    text = text.slice(0, at) + put + text.slice(random() < 0.8 ? at : at + below(20));
  }
  return text.slice(0, MAX_LENGTH);
}
