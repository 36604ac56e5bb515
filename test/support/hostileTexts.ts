/** A host that nothing may ask. */
const EVIL_HOST = 'evil.example';

const SPECIAL = '\\`*_{}[]()#+-.!|<>$&~^:@"\'=/%?;,'.split('');

/** Texts of files that want to be more than text, by what they try. */
const TRIES: readonly string[] = [
  `[Show](command:workbench.action.openSettings)`,
  `[Show](https://${EVIL_HOST}/a)`,
  `[Show](<https://${EVIL_HOST}/a b>)`,
  `[Show](file:///etc/passwd "title")`,
  `[Show][ref] [ref]: https://${EVIL_HOST}/r`,
  `[ref]: https://${EVIL_HOST}/r`,
  `![p](https://${EVIL_HOST}/p.png)`,
  `\\|![p](https://${EVIL_HOST}/p.png)`,
  `\\\\|![p](https://${EVIL_HOST}/p.png)`,
  `a\\|b|![p](https://${EVIL_HOST}/p.png)|`,
  `|![p](https://${EVIL_HOST}/p.png)`,
  `\`|![p](https://${EVIL_HOST}/p.png)`,
  `\` ![p](https://${EVIL_HOST}/p.png) \``,
  `\\\`![p](https://${EVIL_HOST}/p.png)`,
  `"\` ![p](https://${EVIL_HOST}/p.png)`,
  `\`\`\`\n![p](https://${EVIL_HOST}/p.png)`,
  `<https://${EVIL_HOST}/auto>`,
  `<who@${EVIL_HOST}>`,
  `https://${EVIL_HOST}/bare`,
  `www.${EVIL_HOST}/bare`,
  `who@${EVIL_HOST}`,
  `mailto:who@${EVIL_HOST}`,
  `command:workbench.action.openSettings`,
  `<img src="https://${EVIL_HOST}/i.png">`,
  `<script>fetch('https://${EVIL_HOST}')</script>`,
  `<!-- --><a href="command:x">y</a>`,
  `<span style="background:url(https://${EVIL_HOST})">`,
  `&lt;img src=x&gt; &#91;a&#93;(command:x)`,
  '$(error) $(sync~spin)',
  '\\$(error)',
  '\\\\$(error)',
  '$$(error)(error)',
  '# Heading',
  '- item',
  '1. item',
  '> quoted',
  '---',
  '===',
  '    four blanks',
  '\tindented',
  '| a | b |\n| - | - |\n| c | d |',
  '*emphasis* **strong** _under_ ~~gone~~',
  'a\nb\rc\r\nd\u0085e\u2028f\u2029g',
  `a\n\n![p](https://${EVIL_HOST}/p.png)`,
  `a\r\r# b\u2028![p](https://${EVIL_HOST}/p.png)`,
  '\u202etxt.exe\u202c \u2066isolate\u2069 \u200f\u061c',
  '\u0000\u0007\u001b[31mred\u001b[0m\u009b1m\u007f',
  '\ufeffmark\u200bzero\u200dwidth\u00ad',
  '\ud800 alone',
  '$x^2$ $$y$$',
  '[](command:x) [ ](command:y) []( https://a )',
  '](command:x)',
  '[a](command:x',
  '%5Bz%5D(command:x) ${x} {{x}} %s',
  `${'x'.repeat(50_000)}![p](https://${EVIL_HOST}/p.png)`,
  `![p](https://${EVIL_HOST}/${'a'.repeat(50_000)})`,
  '`'.repeat(3_000),
  '|'.repeat(3_000),
  '\\'.repeat(3_001),
];

/** Each special character, then with one and with two backslashes before it, in a text that would mean something after it. */
const BACKSLASHED: readonly string[] = SPECIAL.flatMap((special) =>
  ['', '\\', '\\\\'].map((before) => `${before}${special}[p](command:x)![i](https://${EVIL_HOST}/)${before}${special}`),
);

/** Every text that a stranger may have put into a cell, a header, a key or a file's name. */
export const HOSTILE_TEXTS: readonly string[] = [...TRIES, ...BACKSLASHED];
