import process from 'node:process'
import { buildProgram } from './building/build-program.ts'

const { verifyFiles } = await import(await buildProgram('verify-evidence', 'verifying/verify-files.ts'))
const lines: string[] = []
process.exitCode = await verifyFiles(process.argv.slice(2), (line: string) => lines.push(line))
// At once, so that whoever reads only the first lines makes no error of it.
process.stdout.write(`${lines.join('\n')}\n`)
