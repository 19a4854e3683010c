export { cleanLine, cleanText, countOver } from './rules/plain-text.ts'
