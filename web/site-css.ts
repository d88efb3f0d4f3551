/** The site's only style sheet, served under a name made from its content. */
export const siteCss = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #566072; --line: #d9dee6; --paper: #fff; --ground: #f4f6f9;
  --link: #0b5394; --open: #0b6b3a; --soon: #0b5394; --done: #6b2c1a; --off: #566072; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8ecf2; --soft: #a9b3c3; --line: #333d4c; --paper: #171d26;
  --ground: #0f141b; --link: #8ec2f5; --open: #7fd6a4; --soon: #8ec2f5; --done: #f0b49f; --off: #a9b3c3; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); line-height: 1.6;
  font-family: system-ui, "PingFang SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); }
header, main, footer { max-width: 68rem; margin: 0 auto; padding: .75rem 1rem; }
header a { font-weight: 700; text-decoration: none; color: var(--ink); }
footer, .soft { color: var(--soft); font-size: .875rem; }
h1 { font-size: 1.25rem; line-height: 1.4; margin: .5rem 0; }
h2 { font-size: 1.0625rem; margin: 1.5rem 0 .5rem; }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem;
  grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.card h2 { margin: .25rem 0; font-size: 1rem; line-height: 1.5; }
.status { font-weight: 700; }
.status.bidding { color: var(--open); } .status.announced { color: var(--soon); }
.status.sold, .status.passed-in, .status.defaulted { color: var(--done); }
.status.ended, .status.withdrawn, .status.suspended, .status.unknown { color: var(--off); }
dl { margin: 0; display: grid; grid-template-columns: max-content 1fr; gap: .125rem .75rem; }
dt { color: var(--soft); } dd { margin: 0; font-variant-numeric: tabular-nums; }
dd .soft { display: block; }
table { border-collapse: collapse; width: 100%; background: var(--paper); font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .375rem .5rem; border-bottom: 1px solid var(--line); }
.notice { background: var(--paper); border-left: .25rem solid var(--done); padding: .5rem 1rem; margin: .75rem 0; }
.panel { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; }
.scroll { overflow-x: auto; }
.rounds { padding-left: 2.25rem; }
@media print { body { background: #fff; } .card, .panel { break-inside: avoid; } }
`.trim();
