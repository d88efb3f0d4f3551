/** The site's only style sheet, served under a name made from its content. */
export const siteCss = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #566072; --line: #d9dee6; --edge: #7a8496; --paper: #fff;
  --ground: #f4f6f9; --link: #0b5394; --on-link: #fff; --open: #0b6b3a; --soon: #0b5394; --done: #8a3419; --off: #566072;
  --mark: #fff0b3; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a9b3c3; --line: #333d4c; --edge: #7f8ba0;
  --paper: #171d26; --ground: #0f141b; --link: #8ec2f5; --on-link: #0f141b; --open: #7fd6a4; --soon: #8ec2f5;
  --done: #f0b49f; --off: #a9b3c3; --mark: #4a3b00; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.6;
  font-family: system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
:focus-visible { outline: .1875rem solid var(--link); outline-offset: .125rem; }
.skip { position: absolute; left: -100rem; background: var(--paper); padding: .5rem 1rem; }
.skip:focus { left: 0; top: 0; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header, main, footer { max-width: 76rem; margin: 0 auto; padding: .75rem 1rem; }
header { padding-bottom: 0; }
header a { font-weight: 700; text-decoration: none; color: var(--ink); }
footer { margin-top: 1rem; border-top: 1px solid var(--line); }
footer, .soft { color: var(--soft); font-size: .875rem; }
footer p { margin: .25rem 0; }
h1 { font-size: 1.25rem; line-height: 1.4; margin: .25rem 0 .5rem; }
h2 { font-size: 1.0625rem; margin: 1.25rem 0 .5rem; }
h3 { font-size: 1rem; line-height: 1.5; margin: .25rem 0; }
mark { background: var(--mark); color: inherit; border-radius: .125rem; }
code { font-family: ui-monospace, monospace; font-size: .9375em; }
.panel, .card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.panel > h2 { margin-top: 0; }
.panel + .panel { margin-top: .75rem; }
pre { white-space: pre-wrap; margin: .25rem 0; }
figure { margin: .5rem 0; }
.cards { list-style: none; margin: .75rem 0; padding: 0; display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(min(19rem, 100%), 1fr)); }
.card p { margin: .375rem 0 0; }
.status { font-weight: 700; }
.status.bidding { color: var(--open); } .status.announced { color: var(--soon); }
.status.sold, .status.passed-in, .status.defaulted { color: var(--done); }
.status.ended, .status.withdrawn, .status.suspended, .status.unknown { color: var(--off); }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .125rem .75rem; }
dt { color: var(--soft); } dd { margin: 0; min-width: 0; font-variant-numeric: tabular-nums; }
.codes { grid-template-columns: 1fr; } .codes dd { margin-bottom: .5rem; }
.codes dt { font-family: ui-monospace, monospace; font-size: .875rem; } .codes dt:target { background: var(--mark); }
.lead { font-weight: 700; }
.source { display: block; font-size: .8125rem; line-height: 1.4; }
table { border-collapse: collapse; width: 100%; background: var(--paper); font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .375rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: break-word; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: .5rem; }
.whole, th { white-space: nowrap; }
.taken-back td { color: var(--soft); }
.notice { background: var(--paper); border: 1px solid var(--line); border-left: .25rem solid var(--done);
  border-radius: .25rem; padding: .5rem 1rem; margin: .75rem 0; }
.notice p { margin: 0; }
.rounds { padding-left: 2.25rem; }
.faults { padding-left: 2.25rem; }
.groups { columns: 21rem; column-gap: .75rem; margin: .75rem 0; }
.groups .panel { break-inside: avoid; margin: 0 0 .75rem; }
.groups p { margin: .5rem 0 0; }
.facts { display: block; }
.fact { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 .75rem; padding: .1875rem 0;
  border-bottom: 1px solid var(--line); break-inside: avoid; }
.fact:last-child { border-bottom: 0; }
.wide { grid-column: 1 / -1; }
.timeline { list-style: none; margin: 0; padding: 0; }
.step { padding: .25rem 0 .25rem .75rem; border-left: .1875rem solid var(--line); }
.step.past { border-color: var(--edge); } .step.next { border-color: var(--link); }
.step .mark { display: inline-block; min-width: 3.5em; color: var(--soft); font-size: .875rem; }
.step.next .mark { color: var(--link); font-weight: 700; }
.step.void strong, .step.void time { text-decoration: line-through; }
.links, .pages, footer nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; margin: .75rem 0; }
.links a, .pages a, .pages span, footer nav a { padding: .25rem 0; }
.button, button { display: inline-block; font: inherit; font-weight: 700; border: 0; border-radius: .375rem;
  padding: .4375rem 1rem; background: var(--link); color: var(--on-link); text-decoration: none; cursor: pointer; }
.links .button { padding: .4375rem 1rem; }
input[type=search], select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: .375rem; padding: .375rem .5rem; min-width: 0; width: 100%; }
::placeholder { color: var(--soft); opacity: 1; }
.catalogue { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.catalogue h2 { margin-top: .25rem; }
.filter { display: grid; gap: .5rem; align-content: start; grid-template-columns: minmax(0, 1fr); }
.filter > label, .selects label { color: var(--soft); font-size: .875rem; }
.search { display: grid; grid-template-columns: 1fr max-content; gap: .5rem; }
.selects { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.facets { display: flex; flex-wrap: wrap; gap: .5rem; align-items: start; }
.facet { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; max-width: 100%; }
.facet[open] { flex-basis: 100%; }
.facet summary { padding: .375rem .75rem; cursor: pointer; }
.chosen { display: inline-block; margin-left: .375rem; min-width: 1.5em; text-align: center; border-radius: 1em;
  background: var(--link); color: var(--on-link); font-size: .8125rem; }
.facet fieldset { border: 0; margin: 0; padding: 0 .75rem .5rem; display: grid; gap: 0 .75rem; max-height: 15rem;
  overflow-y: auto; grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); }
.facet label { display: grid; grid-template-columns: max-content 1fr max-content; gap: .5rem; padding: .25rem 0;
  align-items: baseline; }
.facet input { margin: 0; width: 1rem; height: 1rem; align-self: center; accent-color: var(--link); }
.chips { list-style: none; margin: 0 0 .5rem; padding: 0; display: flex; flex-wrap: wrap; gap: .375rem; }
.chips a { display: inline-block; padding: .1875rem .625rem; border: 1px solid var(--edge); border-radius: 1rem;
  background: var(--paper); text-decoration: none; font-size: .875rem; }
.chips .clear { border-color: transparent; background: none; text-decoration: underline; }
.period { display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); align-items: end;
  margin: .75rem 0; }
.period label { color: var(--soft); font-size: .875rem; min-width: 0; }
.period .check { display: flex; gap: .5rem; align-items: center; padding: .5rem 0; }
input[type=date] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge);
  border-radius: .375rem; padding: .3125rem .5rem; min-width: 0; width: 100%; }
.tabs [aria-current] { font-weight: 700; color: var(--ink); text-decoration: none; border-bottom: .1875rem solid var(--link); }
.stamp { color: var(--soft); font-size: .875rem; margin: .25rem 0; }
.keys { display: grid; gap: .75rem; margin: .75rem 0; padding: 0; list-style: none;
  grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); }
.keys .panel { margin: 0; }
.keys .value { display: block; font-size: 1.375rem; font-weight: 700; font-variant-numeric: tabular-nums; }
.sentence { border-left: .25rem solid var(--link); padding: .125rem 0 .125rem .75rem; margin: .5rem 0; }
.scroll + .scroll, .scroll + .charted { margin-top: .75rem; }
.figures caption { text-align: left; padding: .5rem; font-weight: 700; }
.figures th[scope=row] { white-space: normal; min-width: 6em; }
.figures .number { text-align: right; white-space: nowrap; }
.figures td a { display: inline-block; min-width: 1.5rem; }
.figures .source { font-weight: 400; } .figures .words { min-width: 6.5em; }
.charted figcaption { color: var(--soft); font-size: .875rem; }
.chart { display: block; width: 100%; max-width: 40rem; height: auto; }
.badge { margin-left: .25rem; border: 1px solid var(--done); color: var(--done); border-radius: .25rem; padding: 0 .25rem; font-size: .8125rem;
  white-space: nowrap; }
@media (max-width: 30rem) {
  .scroll table { font-size: .875rem; } .scroll th, .scroll td { padding: .375rem .3125rem; }
  .stacked thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stacked caption, .stacked tbody, .stacked tr { display: block; }
  .stacked tr { padding: .375rem 0; border-bottom: 1px solid var(--line); }
  .stacked th, .stacked td { border: 0; }
  .stacked th { display: block; font-size: 1rem; }
  .stacked td { display: flex; gap: .75rem; justify-content: space-between; }
  .stacked td::before { content: attr(data-label); color: var(--soft); text-align: left; white-space: normal; }
  .stacked .words { display: block; } .stacked .words::before { display: block; }
}
@media (min-width: 60rem) {
  .catalogue { grid-template-columns: 17rem minmax(0, 1fr); gap: 1.5rem; }
  .facets { display: grid; grid-template-columns: minmax(0, 1fr); }
  .facet fieldset { grid-template-columns: minmax(0, 1fr); }
  .facet::details-content { content-visibility: visible; }
  .facet summary { list-style: none; cursor: default; }
}
@media print {
  @page { size: A4; margin: 15mm; }
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff; --ground: #fff; --link: #000;
    --open: #000; --soon: #000; --done: #000; --off: #000; --mark: none; }
  .skip, header, .filter, .chips, .pages, .links, footer nav { display: none; }
  header, main, footer { max-width: none; padding: 0; }
  .catalogue { grid-template-columns: minmax(0, 1fr); }
  .card, .panel { break-inside: avoid; } .scroll { overflow: visible; }
  .period, .tabs { display: none; } .figures a { color: inherit; text-decoration: none; }
  .figures { font-size: 9pt; } .figures :is(th, .number, .words) { white-space: normal; min-width: 0; overflow-wrap: anywhere; } .figures th, .figures td { padding: 2pt 3pt; } .charted { break-inside: avoid; }
  .chart { max-width: 150mm; } h2 { break-after: avoid; }
}
`.trim();
