/** The style of a results page, on screen and on paper. It loads nothing from any host. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --quiet: #5a5a5a; --page: #fff; --line: #d0d0d0; --good: #1a7f37; --bad: #b3261e; --open: #8a6100; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e8e8e8; --quiet: #b0b0b0; --page: #1c1c1c; --line: #484848; --good: #4cc267; --bad: #ff8a80; --open: #e3b341; }
}
@media print {
  :root { color-scheme: light; --text: #000; --quiet: #333; --page: #fff; --line: #999; --good: #1a7f37; --bad: #b3261e; --open: #8a6100; }
  rect { print-color-adjust: exact; }
  article { break-inside: avoid; }
}
body { margin: 0; background: var(--page); color: var(--text); font: 1rem/1.45 system-ui, sans-serif; }
main, footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin-bottom: 0; }
p { margin: .4rem 0; overflow-wrap: anywhere; }
table { border-collapse: collapse; }
th, td { padding: .15rem .75rem .15rem 0; text-align: left; font-weight: normal; }
thead th, footer, .remedy { color: var(--quiet); }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.bar svg { max-width: 35vw; display: block; }
rect.good { fill: var(--good); }
rect.bad { fill: var(--bad); }
rect.open { fill: var(--open); }
rect.quiet { fill: var(--quiet); }
p.good { color: var(--good); }
ul { margin: .3rem 0; padding-left: 1.2rem; columns: 14rem; }
li { overflow-wrap: anywhere; break-inside: avoid; }
footer { margin-top: 2rem; font-size: .85rem; }
footer p { padding-top: .4rem; border-top: 1px solid var(--line); }
code { white-space: nowrap; }
.unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
`;
