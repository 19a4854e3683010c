import { houseStyle, opening } from '../pdf/house-style.ts'

/** The copy of what was sent in, in Typst. Its words are `copyWords`. */
export const submissionCopyTemplate: string = `${houseStyle}${opening}
#answered(copy.groups)

#heading(copy.attachments.heading)
#if copy.attachments.files.len() == 0 { par(copy.attachments.none) } else {
  par(copy.attachments.intro)
  let name-width = 108mm
  let type-width = 26mm
  rows(
    (name-width, gutter + type-width, 1fr),
    (copy.attachments.columns.name, copy.attachments.columns.type, copy.attachments.columns.size),
    ..copy.attachments.files.map(file => (
      {
        par(text(weight: "semibold", fitting(name-width, file.name)))
        par(text(size: small, fill: quiet, number-width: "tabular", fitting(name-width, file.sha256)))
      },
      fitting(type-width, file.type),
      file.size,
    )),
  )
}

#heading(copy.about.heading)
#for paragraph in copy.about.paragraphs { par(paragraph) }
#if sys.inputs.note != "" { par(sys.inputs.note) }
#block(above: 4mm, breakable: false, {
  small-label(copy.about.digest.label)
  checksum(copy.about.digest.value)
})

#if "signatures" in copy {
  pagebreak()
  heading(copy.signatures.heading)
  par(copy.signatures.intro)
  for signer in copy.signatures.signers {
    block(above: 6mm, breakable: false, width: 100%, stroke: (top: hairline), inset: (top: 4mm), {
      block(below: 3mm, fitting(text-width, { text(weight: "semibold", signer.name); text(fill: quiet, signer.role) }))
      if "missing" in signer { par(signer.missing) } else {
        grid(
          columns: (1fr, 1fr),
          column-gutter: gutter,
          row-gutter: 3.5mm,
          ..signer.facts.map(fact => {
            small-label(fact.label)
            fitting(text-width / 2 - gutter, fact.value)
          }),
        )
        block(above: 3.5mm, { small-label(signer.checksum.label); checksum(signer.checksum.value) })
      }
    })
  }
}
`
