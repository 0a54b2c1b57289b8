import type { Printed } from './layout.ts'

/** A page to look at or print, of nothing but itself. */
export function htmlOf(printed: Printed): string {
  const { language, title, facts, parties, columns, rows, totals, note, footer } = printed
  const number = facts[0]?.[1] ?? ''
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${title} ${number}`)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
<dl>${facts.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>
<div class="parties">${parties.map(partyHtml).join('')}</div>
<table>
<thead><tr>${columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`).join('')}</tbody>
<tfoot>${totals.map(([label, value]) => `<tr><th scope="row" colspan="3">${escaped(label)}</th><td>${escaped(value)}</td></tr>`).join('')}</tfoot>
</table>
${note ? `<p class="note">${escaped(note)}</p>` : ''}
${footer ? `<footer>${escaped(footer)}</footer>` : ''}
</main>
</body>
</html>
`
}

const partyHtml = ({ label, lines: [name = '', ...lines] }: Printed['parties'][number]) =>
  `<section><h2>${escaped(label)}</h2><p><strong>${escaped(name)}</strong>${lines.map((line) => `<br>${escaped(line)}`).join('')}</p></section>`

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const style = `
@page { size: A4; margin: 18mm 16mm }
:root { color-scheme: light }
body { margin: 0; background: #fff; color: #1f2328; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: anywhere }
h1 { font-size: 1.75rem; margin: 0 0 1rem }
h2 { font-size: .8rem; font-weight: 400; color: #57606a; margin: 0 }
dl, .parties { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .75rem 1.5rem; margin: 0 0 1.5rem }
dt { font-size: .8rem; color: #57606a }
dd { margin: 0 }
.parties p { margin: 0 }
table { width: 100%; border-collapse: collapse }
th, td { padding: .5rem .25rem; text-align: end; vertical-align: top; font-weight: 400 }
th:first-child, td:first-child { text-align: start }
thead th { color: #57606a; font-size: .8rem; border-bottom: 1px solid #1f2328 }
tbody td { border-bottom: 1px solid #d0d7de }
td:not(:first-child) { white-space: nowrap; font-variant-numeric: tabular-nums }
tfoot th[scope=row] { text-align: end }
tfoot tr:nth-child(3) > * { font-weight: 700 }
.note, footer { color: #57606a; font-size: .85rem }
footer { margin-top: 2.5rem; border-top: 1px solid #d0d7de; padding-top: .75rem; white-space: pre-line }
@media print { main { padding: 0; max-width: none } tr, section { break-inside: avoid } }
`
