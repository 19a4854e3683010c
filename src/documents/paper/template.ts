import { houseStyle, opening } from '../pdf/house-style.ts'

/** Less room around, since every page is printed, signed and posted. */
const narrowPage = `
#set page(margin: (x: 24mm, top: 18mm, bottom: 21mm), header-ascent: 6mm, footer-descent: 6mm)
#show heading.where(level: 1): set block(above: 6.5mm, below: 2.5mm)
`

/**
 * A form on paper, in Typst: empty, with lines and boxes to write in, or with the answers that were given on screen, and room to sign. Its
 * words are `paperWords`.
 */
export const paperTemplate: string = `${houseStyle}${narrowPage}${opening}
#let ink = 0.6pt + luma(35%)
#let line-height = 8.5mm

#let hint(words) = block(above: 0.6em, below: 0.6em, text(size: 9pt, fill: quiet, words))

#let write-line(unit: none) = block(
  width: 100%, height: line-height, above: 0pt, below: 0pt, stroke: (bottom: ink),
  if unit != none { align(right + bottom, pad(bottom: 1.5mm, unit)) },
)

// A box for each character; groups stand apart.
#let characters(field) = {
  let cell = rect(width: 6mm, height: 8mm, stroke: ink)
  let group(count) = stack(dir: ltr, ..range(count).map(_ => cell))
  let parts = field.groups.map(group)
  block(above: 1.5mm, below: 1.5mm, stack(
    dir: ltr, spacing: 1.6mm,
    ..parts.intersperse(if field.between == "" { h(0.6mm) } else { block(height: 8mm, align(horizon, field.between)) }),
    ..if "hint" in field { (block(height: 8mm, inset: (left: 2mm), align(horizon, text(size: 9pt, fill: quiet, field.hint))),) },
  ))
}

#let written(field) = {
  if field.kind == "boxes" { characters(field) }
  else { for _ in range(field.count) { write-line(unit: field.at("unit", default: none)) } }
}

#let cross-box = box(width: 4.2mm, height: 4.2mm, stroke: 0.8pt + luma(25%), baseline: 0.7mm)

#let choice(offered) = grid(
  columns: (8mm, 1fr), inset: (y: 1.2mm),
  cross-box,
  {
    offered.label
    if "help" in offered { linebreak(); text(size: 9pt, fill: quiet, offered.help) }
    if "line" in offered { write-line() }
  },
)

// Short choices stand two and two: paper costs money.
#let is-short(offered) = "help" not in offered and "line" not in offered and offered.label.clusters().len() <= 38

#let choices(field, words) = {
  hint(if field.several { words.several } else { words.one })
  if field.choices.all(is-short) {
    grid(columns: (1fr, 1fr), column-gutter: gutter, ..field.choices.map(choice))
  } else { for offered in field.choices { choice(offered) } }
}

#let empty-rows(field) = table(
  columns: field.columns.map(_ => 1fr),
  stroke: ink, inset: 2mm,
  table.header(..field.columns.map(words => text(size: 9pt, weight: "semibold", words))),
  ..range(field.count).map(_ => field.columns.map(_ => block(height: 5mm))).flatten(),
)

#let to-fill-in(field, words) = {
  if field.kind == "choices" { choices(field, words) }
  else if field.kind == "parts" {
    for part in field.parts {
      block(above: 3mm, below: 0pt, text(size: 9.5pt, part.label))
      written(part.field)
    }
  }
  else if field.kind == "rows" { empty-rows(field) }
  else if field.kind == "text" { for paragraph in field.paragraphs { par(paragraph) } }
  else { written(field) }
}

// Only a table is broken over pages, and never after its heading.
#let question(asked, words) = block(width: 100%, above: 4mm, below: 0pt, breakable: asked.field.kind == "rows", {
  block(sticky: true, above: 0pt, below: 0.6em, {
    fitting(text-width, {
      text(weight: "semibold", asked.label)
      if asked.mandatory { text(weight: "semibold", " *") }
    })
    if "only" in asked { hint(asked.only) }
    if "help" in asked { hint(asked.help) }
  })
  to-fill-in(asked.field, words)
})

#let notice(told) = block(
  width: 100%, above: 5mm, inset: (left: 4mm, y: 1mm), stroke: (left: 2pt + colour), breakable: false,
  {
    if "heading" in told { par(text(weight: "semibold", told.heading)) }
    for paragraph in told.paragraphs { par(paragraph) }
  },
)

#for told in copy.notices { notice(told) }
#block(above: 6mm, { for paragraph in copy.how { par(paragraph) } })

#for section in copy.sections {
  fitting(text-width, heading(section.title))
  if "only" in section { block(sticky: true, hint(section.only)) }
  if "intro" in section { block(sticky: true, section.intro) }
  for asked in section.questions { question(asked, copy.words) }
}

#answered(copy.groups)

#if copy.enclosures.items.len() > 0 {
  heading(copy.enclosures.heading)
  hint(copy.enclosures.intro)
  for item in copy.enclosures.items {
    grid(columns: (8mm, 1fr), inset: (y: 1.2mm), cross-box, item)
  }
}

#let signed(label) = { write-line(); block(above: 1mm, below: 2.5mm, text(size: small, fill: quiet, label)) }

#heading(copy.signatures.heading)
#for signature in copy.signatures.items {
  block(width: 100%, above: 4mm, below: 2mm, breakable: false, {
    par(text(weight: "semibold", signature.heading))
    if "statement" in signature { par(signature.statement) }
    grid(
      columns: (1fr, 1fr), column-gutter: gutter,
      signed(copy.signatures.place),
      {
        block(height: line-height, above: 0pt, below: 0pt, characters(copy.signatures.boxes))
        block(above: 1mm, below: 2.5mm, text(size: small, fill: quiet, copy.signatures.date))
      },
      signed(copy.signatures.signature), signed(copy.signatures.name),
    )
  })
}

#heading(copy.about.heading)
#set text(size: 9pt)
#set par(spacing: 0.65em)
#if "code" in copy {
  block(above: 2mm, below: 4mm, breakable: false, {
    small-label(copy.code.label)
    par(text(size: 16pt, weight: "semibold", tracking: 0.08em, number-width: "tabular", copy.code.value))
    par(copy.code.text)
  })
}
#for fact in copy.about.facts { par({ text(fill: quiet, fact.label + ": "); fact.value }) }
#for paragraph in copy.about.paragraphs { par(paragraph) }
#if sys.inputs.note != "" { par(sys.inputs.note) }
`
