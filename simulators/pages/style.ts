/** The simulators' look: unlike the product on purpose, so that nobody mistakes one for the other. */
export const style = `
:root { color-scheme: light dark; --paper: light-dark(#fbfaf8, #1c1a22); --ink: light-dark(#241f2e, #f0edf5);
  --quiet: light-dark(#5a5466, #b9b2c6); --line: light-dark(#8d8699, #8a8399); --brand: light-dark(#4b2a7b, #cdb4f6);
  --on-brand: light-dark(#ffffff, #24143f); --card: light-dark(#ffffff, #27242f); --problem: light-dark(#9d1c2b, #ff9da6); }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
header { background: repeating-linear-gradient(135deg, #ffe08a 0 1.5rem, #ffd45c 1.5rem 3rem); color: #2b2100; padding: .75rem 1rem; text-align: center; font-weight: 600; }
main, footer { max-width: 34rem; margin: 0 auto; padding: 1.5rem 1rem; }
main.wide, main.wide + footer { max-width: 48rem; }
footer { color: var(--quiet); font-size: .9375rem; }
h1 { font-size: clamp(1.5rem, 6vw, 2rem); line-height: 1.2; margin: .25rem 0 1rem; }
h2 { font-size: 1.1875rem; line-height: 1.3; margin: 0; }
p { margin: 0 0 1rem; }
a { color: var(--brand); text-underline-offset: .15em; }
.who { color: var(--quiet); margin: 0; }
.methods, .messages { list-style: none; margin: 0; padding: 0; display: grid; gap: .75rem; }
button { font: inherit; font-weight: 600; min-height: 3rem; padding: .625rem 1.25rem; border-radius: .5rem; border: 2px solid var(--brand);
  background: var(--brand); color: var(--on-brand); cursor: pointer; }
button.quiet { background: transparent; color: var(--brand); }
.methods button { width: 100%; text-align: left; background: var(--card); color: var(--ink); border-color: var(--line); min-height: 3.5rem; }
button:hover, .choice:hover { border-color: var(--ink); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 3px; }
fieldset { border: 0; margin: 0 0 1.5rem; padding: 0; min-width: 0; display: grid; gap: .5rem; }
legend { font-weight: 600; margin-bottom: .5rem; padding: 0; }
.choice { display: flex; align-items: center; gap: .75rem; min-height: 3rem; padding: .5rem .875rem; border: 2px solid var(--line); border-radius: .5rem; background: var(--card); cursor: pointer; }
.choice input { width: 1.375rem; height: 1.375rem; margin: 0; flex: none; accent-color: var(--brand); }
input[type='text'] { font: inherit; width: 100%; min-height: 3rem; padding: .5rem .75rem; border: 2px solid var(--line); border-radius: .5rem; background: var(--card); color: var(--ink); }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.apart { margin-top: 1.5rem; }
.problem { color: var(--problem); font-weight: 600; }
.message { padding: 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--card); }
.facts { color: var(--quiet); font-size: .9375rem; margin: .25rem 0 .75rem; }
.text { white-space: pre-wrap; margin: 0; }
.document { max-height: 60vh; overflow-y: auto; padding: 1rem; border: 2px solid var(--line); border-radius: .5rem; background: var(--card); }
.document p { margin: .25rem 0; }
.document h2, .document h3 { font-size: 1.0625rem; margin: 1rem 0 .25rem; }
.document h2:first-child { font-size: 1.1875rem; margin-top: 0; }
.document .item { display: list-item; margin-left: 1.25rem; }
@media (forced-colors: active) { header { border-bottom: 2px solid; } }
`
