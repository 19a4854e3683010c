/**
 * How all our documents look, in Typst: the page, and questions with their answers (`answered`). It reads all its words from `sys.inputs.copy` as data: a string that is shown from code is text, never markup, so nothing
 * that anybody wrote is interpreted. `sys.inputs.mark` is the municipality's mark (SVG), or empty; `note` a last paragraph, or empty. A
 * document's own template follows it.
 */
export const houseStyle: string = String.raw`
#let copy = json(bytes(sys.inputs.copy))
#let mark = sys.inputs.mark

#let colour = rgb(copy.letterhead.colour)
#let quiet = luma(35%)
#let hairline = 0.5pt + luma(78%)
#let body-size = 10.5pt
#let small = 8.5pt

// Widths: A4 less the margins, and the two columns of questions and answers with what stands between them.
#let text-width = 210mm - 2 * 24mm
#let question-width = 0.4 * text-width
#let gutter = 6mm
#let answer-width = text-width - question-width - gutter

#set document(title: copy.title, description: copy.description, date: auto)
#set text(lang: copy.language, font: "Source Sans 3", fallback: false, size: body-size, number-type: "lining")
#set par(leading: 0.55em, spacing: 0.8em, justify: false)

#set page(
  paper: "a4",
  margin: (x: 24mm, top: 24mm, bottom: 26mm),
  header-ascent: 8mm,
  footer-descent: 7mm,
  header: context if counter(page).get().first() > 1 {
    set text(size: small, fill: quiet)
    grid(columns: (1fr, auto), copy.letterhead.municipality, copy.footer.document)
  },
  footer: context {
    set text(size: small, fill: quiet)
    grid(
      columns: (1fr, auto),
      inset: (x: 0pt, top: 2.5mm),
      stroke: (top: hairline),
      copy.footer.case,
      [#copy.footer.page #counter(page).display() #copy.footer.of #counter(page).final().first()],
    )
  },
)

// A word wider than its column, such as a long address of a web page, is let to break anywhere; other words never are.
#let fitting(width, content) = {
  show regex("\S{16,}"): word => context {
    if measure(word).width > width { word.text.clusters().map(box).join() } else { word }
  }
  content
}

// The same for a cell of a narrow column, where shorter words may be too wide, too. Thousands of cells aren't measured: letters are counted,
// wide ones at that.
#let breaking(width, content) = {
  show regex("\S{" + str(calc.max(4, calc.floor(width / 5.6pt))) + ",}"): word => word.text.clusters().map(box).join()
  content
}

#show title: set text(size: 23pt, weight: "semibold")
#show title: set block(above: 0pt, below: 7mm)
#show heading.where(level: 1): it => block(
  above: 9mm, below: 3mm, sticky: true,
  text(size: 14pt, weight: "semibold", fill: colour, it.body),
)

#let small-label(words) = block(below: 0.5em, text(size: small, fill: quiet, words))

#let checksum(value) = text(size: small, number-width: "tabular", fitting(text-width, value))

#let answer(value) = {
  if value.kind == "text" { value.text }
  else if value.kind == "paragraphs" { set par(spacing: 1.1em); for paragraph in value.paragraphs { par(paragraph) } }
  else if value.kind == "list" { list(marker: "–", body-indent: 0.5em, ..value.items) }
  else if value.kind == "pairs" {
    for pair in value.pairs { par[#text(fill: quiet, pair.label + ":") #pair.value] }
    if "note" in value { par(text(size: small, fill: quiet, value.note)) }
  }
  else if value.kind == "files" { for file in value.files { par[#file.name #text(fill: quiet, "(" + file.size + ")")] } }
  else { text(fill: quiet, value.text) }
}

#let column-heading(words) = text(size: small, weight: "regular", fill: quiet, words)

// A table whose columns but the first have the gutter inside them, so that the lines between its rows are whole.
#let rows(columns, head, ..cells) = table(
  columns: columns,
  inset: (x, y) => (left: if x > 0 { gutter } else { 0pt }, right: 0pt, y: 2.1mm),
  stroke: (x, y) => if y > 0 { (top: hairline) },
  table.header(..head.map(column-heading)),
  ..cells.pos().flatten(),
)

// Columns past these are too narrow for words: each row is then a paragraph.
#let most-columns = 5

// An answer in rows, as wide as the page. A row's name stands in its first column.
#let rows-answer(part) = {
  block(above: 5mm, below: 1.5mm, sticky: true, fitting(text-width, {
    text(weight: "semibold", part.label)
    text(fill: quiet, " (" + part.count + ")")
  }))
  set text(size: 9.5pt)
  if part.columns.len() <= most-columns {
    let name-width = 24mm
    let width = (text-width - name-width) / part.columns.len()
    rows(
      (name-width, ..part.columns.map(_ => width)),
      ("", ..part.columns),
      ..part.rows.map(row => (
        fitting(name-width, row.name),
        ..row.cells.map(cell => breaking(width - gutter, cell)),
      )),
    )
  } else {
    for row in part.rows {
      fitting(text-width, par({
        text(weight: "semibold", row.name + ". ")
        part.columns.zip(row.cells).filter(((_, cell)) => cell != "").map(((column, cell)) => {
          text(fill: quiet, column + ": ")
          cell
        }).join("; ")
      }))
    }
  }
  for sum in part.sums { par({ text(fill: quiet, sum.label + ": "); text(weight: "semibold", sum.value) }) }
}

// Every step's questions with their answers.
#let answered(groups) = for group in groups {
  fitting(text-width, heading(group.title))
  for part in group.parts {
    if part.kind == "rows" { rows-answer(part) } else {
      rows(
        (question-width, gutter + answer-width),
        (copy.columns.question, copy.columns.answer),
        ..part.lines.map(line => (
          fitting(question-width, text(weight: "semibold", line.label)),
          fitting(answer-width, answer(line.value)),
        )),
      )
    }
  }
}
`

/** The first page's head, title and facts; after `houseStyle` and whatever a document wants otherwise. */
export const opening: string = `
#grid(
  columns: (auto, 1fr, auto),
  column-gutter: 3mm,
  align: (left + horizon, left + horizon, right + horizon),
  if mark != "" { pdf.artifact(image(bytes(mark), format: "svg", height: 11mm)) },
  text(size: 13pt, weight: "semibold", copy.letterhead.municipality),
  text(fill: quiet, copy.kind),
)
#v(1.5mm)
#line(length: 100%, stroke: 1.2pt + colour)
#v(8mm)

#fitting(text-width, title())

#block(width: 100%, fill: luma(96%), inset: 5mm, radius: 1.5mm, grid(
  columns: (1fr, 1fr),
  column-gutter: gutter,
  row-gutter: 4.5mm,
  ..copy.facts.map(fact => {
    small-label(fact.label)
    text(weight: "semibold", fitting(text-width / 2 - gutter - 5mm, fact.value))
  }),
))
`
