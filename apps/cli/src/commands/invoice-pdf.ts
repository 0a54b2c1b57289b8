import type { Command } from 'commander'
import { withExamples } from '../examples.ts'
import { withNewFile } from '../file.ts'
import { t } from '../language.ts'
import { withOperator } from '../operator.ts'
import { note } from '../output.ts'

export function invoicePdfFile(invoice: Command): void {
  const command = invoice
    .command('pdf <invoice>')
    .description(t({ en: 'write an invoice as a PDF file', zh: '将账单写入 PDF 文件' }))
    .option(
      '--out <file>',
      t({ en: 'the file (its number in this folder)', zh: '文件名（默认为当前文件夹中的编号）' }),
    )
  withExamples(command, 'lessor invoice pdf INV-2026-000001 --out invoice.pdf')
  command.action((name: string, { out }: { readonly out?: string }) =>
    withOperator(
      async (
        { command, services: { db } },
        { fileNameOf, invoiceField, invoiceNamed, invoicePdf, parse },
      ) => {
        const found = await invoiceNamed(db, parse(invoiceField, { invoice: name }).invoice)
        const file = out ?? `${fileNameOf(found)}.pdf`
        await withNewFile(file, async (write) => write(once(await invoicePdf(command(), found))))
        note(t({ en: `Written to ${file}`, zh: `已写入 ${file}` }))
      },
    ),
  )
}

// oxlint-disable-next-line typescript/require-await
async function* once(bytes: Uint8Array) {
  yield bytes
}
