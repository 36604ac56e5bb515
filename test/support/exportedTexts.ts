/** Texts that a shell or a script could change, each by what is hard about it. */
export const EXPORTED_TEXTS: readonly (readonly [string, string])[] = [
  ['plain', '{"a":1}'],
  ['single quotes', `{"name":"O'Brien ''"}`],
  ['what a shell would replace', '{"a":"$TOKEN ${HOME} $(id) `id` !! \\\\ \\" * ~ %PATH%"}'],
  ['lines', '{\n\t"a": 1,\r\n  "b": 2\n}\n\n'],
  ['letters of all kinds', '{"a":"Zoë Ångström 山田 😀 “x” ‘y’ ‚z‛ \u2028"}'],
  ['what looks like the end of a text', `'@\nREQUEST\n{"a":"'@"}`],
  ['what looks like a variable', '{"a":"{{token}} {{{$guid}}}"}'],
  ['a leading at sign', '@file'],
  ['a long one', `{"a":"${"O'Brien $x ".repeat(30_000)}"}\n`],
];
