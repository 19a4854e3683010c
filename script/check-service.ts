import process from 'node:process'
import { buildProgram } from './building/build-program.ts'

const { checkServices } = await import(await buildProgram('check-service', 'checking/check-services.ts'))
const lines: string[] = []
process.exitCode = await checkServices(process.argv.slice(2), (line: string) => lines.push(line))
// At once, so that whoever reads only the first lines makes no error of it.
process.stdout.write(`${lines.join('\n')}\n`)
