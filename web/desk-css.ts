/** What the desk's pages need beyond the site's style sheet: forms first, on a phone first. */
export const deskCss = `
.desk-head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; justify-content: space-between; }
.desk-menu { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; width: 100%; border-bottom: 1px solid var(--line); }
header .desk-menu a { font-weight: 400; color: var(--link); padding: .375rem 0; }
header .desk-menu a[aria-current] { color: var(--ink); font-weight: 700; border-bottom: .1875rem solid var(--link); }
.who { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin: 0; }
button.plain { background: none; color: var(--link); font-weight: 400; text-decoration: underline; padding: .25rem; }
button.quiet, .button.quiet { background: var(--paper); color: var(--link); border: 1px solid var(--edge); }
button[hidden] { display: none; }
.desk-form { display: grid; gap: .875rem; max-width: 44rem; margin: .75rem 0; grid-template-columns: minmax(0, 1fr); }
.desk-form fieldset { border: 1px solid var(--line); border-radius: .5rem; background: var(--paper); padding: .5rem 1rem .875rem; margin: 0;
  min-width: 0; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr); }
.desk-form legend { font-weight: 700; padding: 0 .25rem; }
.field { min-width: 0; }
.field > label { display: block; font-weight: 600; }
.must { margin-left: .375rem; color: var(--done); font-size: .8125rem; font-weight: 400; }
input:is([type=text], [type=date], [type=datetime-local], [type=file], [type=email], [type=tel], [type=number]), textarea {
  font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--edge); border-radius: .375rem;
  padding: .375rem .5rem; min-width: 0; width: 100%; }
.field input:not([type=radio], [type=checkbox]), .field select { min-height: 2.5rem; }
.with-unit { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: .5rem; align-items: center; }
.choices label { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .5rem; align-items: baseline; padding: .25rem 0; }
.choices input { width: 1.125rem; height: 1.125rem; margin: 0; align-self: center; accent-color: var(--link); }
.desk-form .columns { grid-template-columns: repeat(auto-fill, minmax(min(11rem, 100%), 1fr)); gap: 0 .75rem; }
.columns > :not(label) { grid-column: 1 / -1; }
.fields { display: grid; gap: .75rem; align-items: start; grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr)); }
.hint { color: var(--soft); font-size: .875rem; margin: .125rem 0 0; }
.error { color: var(--done); font-weight: 600; margin: .125rem 0 0; }
.field.wrong { border-left: .25rem solid var(--done); padding-left: .75rem; }
.notice.wrong a { color: var(--done); }
.verdict { margin: .25rem 0 0; padding-left: .625rem; border-left: .1875rem solid var(--edge); }
.verdict.breach { border-color: var(--done); } .verdict.breach strong { color: var(--done); }
.verdict.warning { border-color: var(--soon); } .verdict.warning strong { color: var(--soon); }
.verdict.ok { border-color: var(--open); } .verdict.ok strong { color: var(--open); }
.saved { margin: 0; min-height: 1.875rem; padding: .25rem 0; }
.copy { white-space: nowrap; }
.steps { list-style: none; margin: .5rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.steps [aria-current] { font-weight: 700; color: var(--ink); text-decoration: none; }
.steps .done::after { content: " ✓"; color: var(--open); }
.todo { list-style: none; margin: .5rem 0; padding: 0; display: grid; gap: .5rem; }
.todo li { background: var(--paper); border: 1px solid var(--line); border-left: .25rem solid var(--link); border-radius: .375rem;
  padding: .5rem .75rem; }
.todo .late { border-left-color: var(--done); }
.state { font-size: 1.0625rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; }
.changed del { color: var(--done); } .changed ins { color: var(--open); text-decoration: none; font-weight: 600; }
.inline-search { display: grid; grid-template-columns: minmax(0, 1fr) max-content; gap: .5rem; max-width: 32rem; margin: .75rem 0; }
details.act { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1rem; margin: .5rem 0; }
details.act summary { cursor: pointer; font-weight: 600; } details.act[open] > summary { margin-bottom: .5rem; }
.desk-form details.act { margin: 0; } details.act > .field { margin-top: .75rem; }
.desk-form .parts { display: grid; gap: .375rem; grid-template-columns: minmax(0, 1fr); }
.picture { max-width: 100%; height: auto; border-radius: .375rem; }
ol.files { margin: .5rem 0; padding-left: 1.5rem; display: grid; gap: .5rem; }
ol.files img { max-width: 7.5rem; margin-right: .5rem; height: auto; vertical-align: middle; border-radius: .25rem; }
ol.files label { display: inline-flex; gap: .375rem; align-items: center; margin-left: .75rem; }
ol.files input[type="number"] { width: 4.5rem; }
ol.files progress { width: 12rem; max-width: 100%; }
@media (max-width: 40rem) {
  main table:not(.stacked) { display: block; overflow-x: auto; max-width: 100%; }
}
@media (max-width: 30rem) {
  main dl:not(.codes) { grid-template-columns: fit-content(6.5rem) minmax(0, 1fr); }
  .desk-form button { width: 100%; }
  .desk-form fieldset { padding: .5rem .75rem .75rem; }
}
@media print {
  .desk-menu, .who, .desk-form, .inline-search, details.act, .buttons, .steps, .saved { display: none; }
  .verdict, .todo li { break-inside: avoid; }
}
`.trim();
